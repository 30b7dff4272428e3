using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

/// <summary>What houses and publishing systems put below a text: it leaves it and is said where it belongs.</summary>
public class TailLineTests
{
    private const string Story = "The ferries sailed again on Monday.";

    /// <summary>Lines below the text | byline | chain.</summary>
    public static TheoryData<string, string, string> Signed => new()
    {
        { "JAN MALER\nPAP", "JAN MALER", "PAP" },
        { "Jan Maler (PAP)\njam/ mha/", "Jan Maler", "PAP" },
        { "PTI MQ JH PW", "", "PTI" },
        { "AGERPRES/(AS - autor: Mara Quill, editor: Jon Hale)", "Mara Quill", "AGERPRES" },
        { "MQ // JH Lusa/Fim", "", "Lusa" },
        { "Quelle: harbour.example, mqu/dpa", "", "dpa harbour.example" },
        { "Cet article a été publié automatiquement. Source : ats", "", "ats" },
        { "Źródło: PAP", "", "PAP" },
        { "Källa: TT", "", "TT" },
        { "(With inputs from ANI)", "", "ANI" },
        { "(इनपुट-भाषा)", "", "भाषा" },
        { "(רויטרס)", "", "רויטרס" },
        { "(This story is unedited and auto-generated from PTI feed.)", "", "PTI" },
        { "Our Standards: The Thomson Reuters Trust Principles.", "", "Reuters" },
        { "This article is republished from The Conversation under a Creative Commons license. Read the original article.", "", "The Conversation" },
        { "This article was originally published on Harbour Wire. Read the original article.", "", "Harbour Wire" },
        { "Este artículo fue publicado originalmente en The Conversation. Lea el original.", "", "The Conversation" },
        { "The-CNN-Wire™ & © 2026 Cable News Network, Inc., a Warner Bros. Discovery Company. All rights reserved.", "", "CNN" },
        { "©2026 Bloomberg L.P.", "", "Bloomberg" },
        { "Pewarta: Mara Quill\nEditor: Jon Hale\nCopyright © ANTARA 2026", "Mara Quill", "ANTARA" },
        { "Muhabir: Mara Quill", "Mara Quill", "" },
        { "Edited by: Jon Hale", "", "" },
        { "Editado por: Jon Hale, Pia Winter", "", "" },
        { "(This story has not been edited by Quay Daily staff and is auto-generated from a syndicated feed.)", "", "" },
        { "以上", "", "" },
    };

    [Theory]
    [MemberData(nameof(Signed))]
    public void They_leave_the_text(string below, string byline, string chain)
    {
        var item = Read(below);
        Assert.Equal($"<p>{Story}</p>", item.Body!.Content.Trim());
        Assert.Equal(byline, item.Byline ?? "");
        Assert.Equal(chain, Chain(item));
    }

    [Theory]
    [InlineData("SOURCE was the name of the team.")]
    [InlineData("This work is licensed under a Creative Commons licence, it says on millions of pages.")]
    [InlineData("Edited by Jon Hale, it sells at 12 crowns.")]
    [InlineData("To contact the dead, she lights a candle.")]
    [InlineData("The story was first published in London.")]
    [InlineData("This story was first published in London.")]
    [InlineData("This report was first published in March.")]
    [InlineData("Photo: a dog on a quay, taken on Sunday by its owner as it ran away.")]
    [InlineData("He asked for the source: Reuters did not have it.")]
    [InlineData("Most Read from his own books that night.")]
    [InlineData("وقال وزير النقل")]
    public void A_sentence_of_the_story_stays(string last)
    {
        var item = Read(last);
        Assert.EndsWith($"<p>{last}</p>", item.Body!.Content.Trim(), StringComparison.Ordinal);
        Assert.Equal("", Chain(item));
        Assert.Null(item.Credit?.UsageTerms);
    }

    [Fact]
    public void A_line_of_a_script_without_capitals_is_no_name_above_a_signature()
    {
        var item = Read("وقال وزير النقل\nرويترز");
        Assert.Null(item.Byline);
        Assert.Equal($"<p>{Story}</p><p>وقال وزير النقل</p>", item.Body!.Content);
    }

    [Theory]
    [InlineData("This work is licensed under a Creative Commons Attribution 4.0 International License.")]
    [InlineData("Dieser Text steht unter der Lizenz CC BY-SA 4.0.")]
    [InlineData("Licensed under Creative Commons Attribution 4.0")]
    public void A_licence_goes_to_the_terms(string licence)
    {
        var item = Read(licence);
        Assert.Equal($"<p>{Story}</p>", item.Body!.Content.Trim());
        Assert.Equal(licence, item.Credit!.UsageTerms);
    }

    [Theory]
    [InlineData("ALSO READ | Board meets in secret over pier", true)]
    [InlineData("Das könnte Sie auch interessieren:", true)]
    [InlineData("Lees ook: Bestuur vergadert in het geheim", true)]
    [InlineData("Читайте также: Совет собрался тайно", true)]
    [InlineData("Lee también el alcalde, y lee en voz alta.", false)]
    public void What_leads_elsewhere_ends_no_text(string line, bool goes) =>
        Assert.Equal(goes ? $"<p>{Story}</p>" : $"<p>{Story}</p><p>{line}</p>", Read(line).Body!.Content.Trim());

    [Fact]
    public void A_credit_that_differs_in_blanks_alone_is_said_once() =>
        Assert.Equal("Kari Ek / AFP", TextConventions.Apply(new NewsItem { Media = [new Media("https://quay.example/f.jpg") { Caption = "A ferry. Photo: Kari Ek / AFP", Credit = "Kari Ek/AFP" }] }, null).Media[0].Credit);

    [Fact]
    public void A_licence_to_republish_names_whose_it_is_and_the_terms()
    {
        const string Terms = "This article is republished from The Conversation under a Creative Commons license. Read the original article.";
        Assert.Equal(Terms, Read(Terms).Credit!.UsageTerms);
    }

    [Theory]
    [InlineData("Image credit: Kari Ek/Harbour Wire", "Kari Ek/Harbour Wire")]
    [InlineData("Featured image: Quay Pictures via Flickr", "Quay Pictures via Flickr")]
    [InlineData("Foto: Kari Ek / EFE", "Kari Ek / EFE")]
    [InlineData("– foto Quay Pictures –", null)]
    public void Whose_the_picture_is_goes_to_the_picture(string line, string? credit)
    {
        var item = TextConventions.Apply(Item(line) with { Media = [new Media("https://quay.example/f.jpg")] }, null);
        Assert.Equal(credit, item.Media[0].Credit);
        Assert.Equal(credit is null ? $"<p>{Story}</p><p>{line}</p>" : $"<p>{Story}</p>", item.Body!.Content.Trim());
        Assert.Null(item.Credit);
    }

    [Fact]
    public void Whose_a_picture_is_that_was_not_sent_credits_nobody_for_the_text()
    {
        var item = Read("Foto: Kari Ek / EFE");
        Assert.Null(item.Credit);
        Assert.EndsWith("<p>Foto: Kari Ek / EFE</p>", item.Body!.Content.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void Whom_to_call_about_a_Bloomberg_story_is_its_reporter()
    {
        var item = TextConventions.Apply(new NewsItem { Body = new NewsBody($"<p>(Bloomberg) -- {Story}</p><p>To contact the reporter on this story: Mara Quill in Quaytown at mquill@b.example</p><p>To contact the editors responsible for this story: Jon Hale at jhale@b.example</p><p>Most Read from Bloomberg Businessweek</p><p>©2026 Bloomberg L.P.</p>", BodyKind.Html) }, null);
        Assert.Equal($"<p>{Story}</p>", item.Body!.Content.Trim());
        Assert.Equal(("Mara Quill", "Bloomberg", "©2026 Bloomberg L.P."), (item.Byline!, item.Credit!.Source!, item.Credit.CopyrightNotice!));
    }

    [Fact]
    public void The_company_that_a_press_wire_names_below_a_release_wrote_it()
    {
        var item = TextConventions.Apply(new NewsItem { Body = new NewsBody("<p>QUAYTOWN, Nov. 16, 2026 /PRNewswire/ -- Tarn Ferries opened a line.</p><p>SOURCE Tarn Ferries Ltd.</p>", BodyKind.Html) }, null);
        Assert.Equal("<p>Tarn Ferries opened a line.</p>", item.Body!.Content.Trim());
        Assert.Equal("Tarn Ferries Ltd./PRNewswire", string.Join('/', item.Credit!.Hops.Select(hop => hop.Name)));
    }

    [Fact]
    public void The_letters_of_Indias_desk_stand_on_lines_of_their_own()
    {
        var item = TextConventions.Apply(new NewsItem { Body = new NewsBody($"<p>Quaytown, Nov 16 (PTI) {Story} PTI MQ</p><p>JH</p>", BodyKind.Html), Published = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero) }, null);
        Assert.Equal($"<p>{Story}</p>", item.Body!.Content.Trim());
    }

    [Theory]
    [InlineData("ASTANA. KAZINFORM - Ferries sailed again.", "ASTANA", "KAZINFORM", "")]
    [InlineData("АСТАНА. КАЗИНФОРМ – Паромы снова ходят.", "АСТАНА", "КАЗИНФОРМ", "")]
    [InlineData("16 ноября, Минск /Корр. БЕЛТА/. Паромы снова ходят.", "Минск", "БЕЛТА", "2026-11-16")]
    [InlineData("Nov 16, Quaytown (Reuters) - Ferries sailed again.", "Quaytown", "Reuters", "2026-11-16")]
    [InlineData("TARN.CO, Lorven - Feri kembali berlayar.", "Lorven", "TARN.CO", "")]
    [InlineData("LORVEN, TARN.com – Feri kembali berlayar.", "LORVEN", "TARN.com", "")]
    [InlineData("Jakarta, CNN Indonesia -- Feri kembali berlayar.", "Jakarta", "CNN Indonesia", "")]
    [InlineData("Mara QUILL/LORVEN, (DHA) - Feribotlar yeniden.", "LORVEN", "DHA", "")]
    [InlineData("Київ. 16 листопада. УНІАН. Пороми знову ходять.", "Київ", "УНІАН", "2026-11-16")]
    public void A_dateline_is_read_as_its_senders_write_it(string lede, string place, string agency, string day)
    {
        var item = TextConventions.Apply(new NewsItem { Body = new NewsBody(lede, BodyKind.Text), Published = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero) }, null);
        Assert.Equal((place, agency), (item.PlaceLine?.Place ?? "", item.Credit?.Source ?? ""));
        Assert.Equal(day, item.PlaceLine?.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "");
        Assert.Matches(@"^(Ferries sailed again|Паромы снова ходят|Feri kembali berlayar|Feribotlar yeniden|Пороми знову ходять)\.$", item.Body!.Content);
    }

    [Theory]
    [InlineData("16 November, London - the city had never seen such a storm.")]
    [InlineData("Amazon.com, Seattle - based since 1994, is big.")]
    [InlineData("16 ноября, Минск. Паромы снова ходят.")]
    public void What_nobody_signs_and_nothing_confirms_stays(string lede) =>
        Assert.Equal(lede, TextConventions.Apply(new NewsItem { Body = new NewsBody(lede, BodyKind.Text) }, null).Body!.Content);

    [Theory]
    [InlineData("Strandby. Færgerne sejler igen.", "Færgerne sejler igen.")]
    [InlineData("Strandby: Færgerne sejler igen.", "Færgerne sejler igen.")]
    [InlineData("STRANDBY – Færgerne sejler igen.", "Færgerne sejler igen.")]
    [InlineData("Strandby er en by. Her sejler færger.", "Strandby er en by. Her sejler færger.")]
    [InlineData("Strandby - byen ved havet - er stille.", "Strandby - byen ved havet - er stille.")]
    [InlineData("Strandby-færgerne sejler igen.", "Strandby-færgerne sejler igen.")]
    [InlineData("Færgerne sejler igen.\nStrandby: Her er stille.", "Færgerne sejler igen.\nStrandby: Her er stille.")]
    public void The_fields_confirm_a_dateline_that_nobody_signs(string text, string rest) =>
        Assert.Equal(rest, TextConventions.Apply(new NewsItem { Body = new NewsBody(text, BodyKind.Text), PlaceLine = new PlaceLine(null, "Strandby") }, null).Body!.Content);

    /// <summary>A long line without a full stop, however its end falls.</summary>
    [Fact]
    public void The_end_of_a_long_line_is_no_reporters_name()
    {
        for (var length = 50; length < 140; length++)
        {
            var line = string.Concat(Enumerable.Repeat("boat ", 40))[..length].TrimEnd() + " Jan Maler";
            var body = TextConventions.Apply(new NewsItem { Body = new NewsBody($"{Story}\n\n{line}\n\nPAP", BodyKind.Text) }, null);
            Assert.Equal((null, $"{Story}\n\n{line}"), (body.Byline, body.Body!.Content.TrimEnd()));
        }
    }

    private static NewsItem Item(string below) =>
        new() { Body = new NewsBody($"<p>{Story}</p>{string.Concat(below.Split('\n').Select(line => $"<p>{line.Replace("&", "&amp;", StringComparison.Ordinal)}</p>"))}", BodyKind.Html) };

    private static NewsItem Read(string below) => TextConventions.Apply(Item(below), null);

    private static string Chain(NewsItem item) =>
        item.Credit is not { Source: { } source } credit ? "" : credit.Hops.Count > 0 ? string.Join(' ', credit.Hops.Select(hop => hop.Name)) : source;
}
