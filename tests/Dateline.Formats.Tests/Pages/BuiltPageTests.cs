namespace Dateline.Formats.Tests.Pages;

/// <summary>How publishing systems divide a story and what they set among its parts: columns, fields, cells, crossheads, boxes.</summary>
public class BuiltPageTests
{
    private const string First = "The ferries of Port Harbour sailed again on Monday after three days of storm, the harbour board said in a statement.";
    private const string Second = "Some four thousand passengers had waited on the quay since Friday evening, according to the company that runs the ferries.";
    private const string Third = "Fishermen on the eastern shore lost most of their nets and asked the government for help before the winter comes.";
    private const string Fourth = "The board is to meet on Thursday, when it wants to say what the storm has cost the town and who is to pay for it.";
    private const string Head = "<h1>Ferries sail again after the storm</h1>";

    [Theory]
    [InlineData($"<section name=\"articleBody\"><div class=\"css-s StoryBodyCompanionColumn\"><div><p>{First}</p><p>{Second}</p></div></div><div><p>Advertisement</p></div><div class=\"css-s StoryBodyCompanionColumn\"><div><p>{Third}</p></div></div><figure><img src=\"/f.jpg\"></figure><div class=\"StoryBodyCompanionColumn\"><div><p>{Fourth}</p></div></div></section>")]
    [InlineData($"<div class=\"field field--name-lead field--type-string-long field--label-hidden field__item\">{First}</div><div class=\"field field--label-hidden field__items\"><div class=\"field__item\"><div class=\"paragraph paragraph--type--text\"><div class=\"clearfix text-formatted field field--label-hidden field__item\"><p>{Second}</p></div></div></div><div class=\"field__item\"><div class=\"paragraph paragraph--type--text\"><div class=\"clearfix text-formatted field field--label-hidden field__item\"><p>{Third}</p><p>{Fourth}</p></div></div></div></div>")]
    [InlineData($"<p>{First}</p><p>{Second}</p><section class=\"inread inread--NL\"><p>Newsletter</p><p>« La matinale »</p><p>Chaque matin, parcourez l’essentiel de l’actualité du jour</p></section><p>{Third}</p><p>{Fourth}</p>")]
    [InlineData($"<p>{First}</p><p>{Second}</p><div class=\"enh\"><div><h2>Other news</h2></div><div><span>Library saves its oldest books</span></div></div><p>{Third}</p><p>{Fourth}</p>")]
    [InlineData($"<h2>Summary</h2><ul><li>Ferries sail</li><li>Board meets</li></ul><p>{First}</p><p>{Second}</p><p>{Third}</p><p>{Fourth}</p>")]
    [InlineData($"<p>{First}</p><p>{Second}</p><blockquote class=\"twitter-tweet\"><p>So happy to be on board again! pic.twitter.example/xyz</p>&mdash; Mara (@mara) <a href=\"/s\">November 16, 2026</a></blockquote><p>{Third}</p><p>{Fourth}</p>")]
    [InlineData($"<p>{First}</p><p>{Second}</p><p>{Third}</p><p>{Fourth}</p><div class=\"regwall\"><h2>Keep reading for £1</h2><p>This was the last story that is free this month. Choose how you want to read on, on any device.</p></div>")]
    [InlineData($"<p style=\"text-align: center\"><img src=\"/f.jpg\"></p><p style=\"text-align:center\">A ferry leaves the quay on Monday morning.</p><p>{First}</p><p>{Second}</p><p>{Third}</p><p>{Fourth}</p>")]
    [InlineData($"<p>{First}</p><p>{Second}</p><div>Dalsza część artykułu pod reklamą</div><p>{Third}</p><p>- Hirdetés -</p><p>{Fourth}</p><p>Якщо ви помітили помилку, виділіть необхідний текст і натисніть Ctrl + Enter, щоб повідомити про це редакцію.</p>")]
    [InlineData($"<div class=\"c-chapo\">What the storm has cost the town, and who is to pay for it, will be known by Thursday.</div><p>{First}</p><p>{Second}</p><p>{Third}</p><p>{Fourth}</p>")]
    [InlineData($"<article><p>{First}</p><p>{Second}</p><div class=\"homepage-articles\"><article><h3><a href=\"/r\">Library saves its oldest books</a></h3><p>The water stood at the second shelf when the first boats came.</p></article></div><p>{Third}</p><p>{Fourth}</p></article>")]
    public async Task It_is_read_whole_and_nothing_else(string body) =>
        Assert.Equal($"{First} {Second} {Third} {Fourth}", await Squeezed($"{Head}<div class=\"z\">{body}</div>"));

    [Theory]
    [InlineData($"<div data-component=\"text-block\"><p>{First}</p></div><div data-component=\"text-block\"><p>{Second}</p></div><div data-component=\"subheadline-block\"><h2>Who is to pay</h2></div><div data-component=\"text-block\"><p>{Third}</p></div>", $"{First} {Second} Who is to pay {Third}")]
    [InlineData($"<p>{First}</p><ul><li>The first ferry leaves at seven in the morning, and nobody has to pay for it.</li><li>Cars wait.</li></ul><h2>When they sail</h2><table><tr><th>Quay</th><th>Time</th></tr><tr><td>East</td><td>7.00</td></tr><tr><td>West</td><td>8.00</td></tr><tr><td>Isle</td><td>9.00</td></tr></table><p>{Second}</p>", $"{First} The first ferry leaves at seven in the morning, and nobody has to pay for it. Cars wait. When they sail Quay Time East 7.00 West 8.00 Isle 9.00 {Second}")]
    [InlineData($"<article><header><time>10:42 GMT</time><h2>Ferries leave</h2></header><p>{First}</p></article><article><header><time>10:15 GMT</time><h2>Board meets</h2></header><p>{Second}</p></article><article><header><time>09.50 Uhr</time><h2>Nets lost</h2></header><p>{Third}</p></article>", $"Ferries leave {First} Board meets {Second} Nets lost {Third}")]
    public async Task Crossheads_and_lists_and_tables_stay(string body, string expected) => Assert.Equal(expected, await Squeezed($"<main>{Head}<div class=\"z\">{body}</div></main>"));

    [Fact]
    public async Task Headline_byline_and_day_in_the_cell_of_the_text_are_not_in_it() =>
        Assert.Equal($"{First} {Second} {Third}", await Squeezed($"<table><tr><td><a href=\"/\">News</a><br><a href=\"/s\">Sport</a></td><td><font size=+2><b>Ferries sail again after the storm</b></font><br><i>By Mara Quill</i><br><font size=-1>November 16, 2026<br>Web posted at: 8:15 a.m. GMT (0815 GMT)</font><p>{First}<p>{Second}<p>{Third}</td></tr></table>"));

    // A centred line below no picture is the story's, and so is what is called as a box's heading in a sentence.
    [Theory]
    [InlineData("<p style=\"text-align:center\">The board had asked for more.</p>", "The board had asked for more.")]
    [InlineData("<p>Reklama w radiu kosztowała zarząd portu trzydzieści tysięcy.</p>", "Reklama w radiu kosztowała zarząd portu trzydzieści tysięcy.")]
    public async Task What_only_looks_like_it_stays(string among, string expected) =>
        Assert.Equal($"{First} {expected} {Second} {Third}", await Squeezed($"{Head}<div class=\"z\"><p>{First}</p>{among}<p>{Second}</p><p>{Third}</p></div>"));

    private static async Task<string> Squeezed(string body) =>
        string.Join(' ', PageExtractionTests.Text(await PageExtractionTests.Read($"<html><head><title>Ferries sail again after the storm</title></head><body>{body}</body></html>")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
