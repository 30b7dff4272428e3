using System.Text;

namespace Dateline.Formats.Tests;

/// <summary>Documents that are silent about their encoding, or wrong.</summary>
public class CharsetTests
{
    private const string Russian = "Паром снова ходит между островами после двух недель ремонта, сообщила администрация";
    private const string Telegram = "ЛОРВЕН, 16 ноября /ТАСС/. Паром снова ходит между островами после двух недель ремонта, сообщила администрация порта";
    private const string Arabic = "أعلنت هيئة الموانئ أن العبّارة عادت إلى الإبحار بعد أسبوعين، وقالت إن الكلفة أقل";
    private const string Persian = "شناور پس از دو هفته تعمير دوباره به آب افتاد و گفت که هزينه کمتر بود چون قطعه ارزان شد";
    private const string Greek = "Το πλοίο επέστρεψε τη Δευτέρα στο λιμάνι μετά από δύο εβδομάδες";
    private const string Hebrew = "המעבורת חזרה לשוט ביום שני לאחר שבועיים של תיקונים";
    private const string Thai = "เรือข้ามฟากกลับมาให้บริการในวันจันทร์";
    private const string Turkish = "Vapur seferleri yeniden başladı, İskele müdürü açıkladı, yağışlı günler geçti";
    private const string Polish = "Żółta łódź wróciła do portu, święto odbędzie się później, poinformował rzecznik";
    private const string Czech = "Přívoz se v pondělí vrátil mezi ostrovy, řekla mluvčí; říční loď příště vyrazí dříve";
    private const string Hungarian = "A komp hétfőn újra elindult a szigetek között, közölte a kikötő; a fűtés később működik, mondták erről";
    private const string French = "L’été à Crécy : « déjà vu », le préfet a déclaré que rien n’était décidé — cœur";
    private const string German = "Die Fähre fährt wieder, teilte die Behörde für Öffentlichkeit und Straßen müde mit";
    private const string Mixed = "Ana Núñez, Søren Bø, Jürgen Groß, Zoë Café, São João, Þór Æsir";
    private const string Chinese = "海湾市政府星期一宣布，新渡轮将于下周正式开航，预计每天运送三千名乘客。";
    private const string Traditional = "海灣市政府星期一宣布，新渡輪將於下週正式開航，預計每天運送三千名乘客。";
    private const string Japanese = "湾岸市は月曜日、新しいフェリーが来週から運航を始めると発表した。";
    private const string Korean = "항만시는 월요일 새 여객선이 다음 주부터 운항을 시작한다고 발표했다.";

    /// <summary>Encoding | what the document says it is in | text.</summary>
    public static TheoryData<string, string?, string> Documents => new()
    {
        { "windows-1251", null, Russian }, { "windows-1251", "utf-8", Russian }, { "windows-1251", "iso-8859-1", Russian }, { "koi8-r", null, Russian }, { "cp866", null, Russian },
        { "windows-1256", null, Arabic }, { "windows-1256", "utf-8", Arabic }, { "windows-1256", "iso-8859-1", Arabic }, { "windows-1256", null, Persian }, { "iso-8859-6", null, Arabic },
        { "windows-1251", null, Telegram }, { "koi8-r", null, Telegram },
        { "windows-1253", null, Greek }, { "windows-1255", null, Hebrew }, { "windows-874", null, Thai }, { "windows-1254", null, Turkish }, { "windows-1254", "iso-8859-1", Turkish },
        { "windows-1250", null, Polish }, { "windows-1250", "iso-8859-2", Polish }, { "iso-8859-2", "iso-8859-2", Polish }, { "windows-1250", null, Czech }, { "windows-1250", null, Hungarian },
        { "windows-1252", null, French }, { "windows-1252", "utf-8", French }, { "windows-1252", "iso-8859-15", French }, { "windows-1252", null, German }, { "windows-1252", null, Mixed },
        { "gb18030", null, Chinese }, { "gb18030", "utf-8", Chinese }, { "big5", null, Traditional },
        { "shift_jis", null, Japanese }, { "euc-jp", null, Japanese }, { "euc-jp", "utf-8", Japanese }, { "iso-2022-jp", null, Japanese }, { "euc-kr", null, Korean },
        { "utf-16", null, Russian }, { "utf-16BE", "utf-8", Russian }, { "utf-8", "windows-1252", French }, { "utf-8", null, Korean },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task Bytes_are_read_in_the_encoding_in_which_they_make_words(string written, string? declared, string text)
    {
        var says = declared is null ? "" : $" encoding=\"{declared}\"";
        var feed = $"<?xml version=\"1.0\"{says}?><rss version=\"2.0\"><channel><title>Tarn</title><item><title>{text}</title><description>{text}</description></item></channel></rss>";
        var reading = await FeedReading.OfAsync(Encode(feed, written));

        Assert.Equal(text, Assert.Single(reading.Items).Headline);
    }

    [Fact]
    public async Task A_guess_is_said()
    {
        var reading = await FeedReading.OfAsync(Encode($"<rss version=\"2.0\"><channel><title>{Russian}</title></channel></rss>", "windows-1251"));

        Assert.Contains(reading.Head.Repairs, repair => repair.Contains("windows-1251", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_foreign_line_in_a_document_is_not_its_encoding()
    {
        var bytes = (byte[])[.. Encode($"<rss version=\"2.0\"><channel><title>{Russian}</title><item><title>", "utf-8"), .. Encode("Café", "windows-1252"), .. Encode("</title></item></channel></rss>", "utf-8")];
        var reading = await FeedReading.OfAsync(bytes);

        Assert.Equal(Russian, reading.Head.Title);
        Assert.Equal("Café", reading.Items[0].Headline);
    }

    [Theory]
    [InlineData(French)]
    [InlineData(Russian)]
    [InlineData(Korean)]
    public async Task What_was_encoded_twice_is_decoded_twice(string text)
    {
        // Longer than one piece of what is read at once, so that characters lie across its end.
        var longer = string.Join(' ', Enumerable.Repeat(text, 900));
        var feed = $"<rss version=\"2.0\"><channel><title>Tarn</title><item><title>{text}</title><description>{longer}</description></item><item><title>Proper: été</title></item></channel></rss>";
        var once = feed.Replace("Proper: été", "PROPER", StringComparison.Ordinal);
        var twice = Encoding.UTF8.GetBytes(Misread(Encoding.UTF8.GetBytes(once)).Replace("PROPER", "Proper: été", StringComparison.Ordinal));
        var reading = await FeedReading.OfAsync(new Dribble(twice));

        Assert.Equal(text, reading.Items[0].Headline);
        Assert.Equal(longer, reading.Items[0].Body!.Content);
        Assert.Equal("Proper: été", reading.Items[1].Headline);
    }

    [Fact]
    public async Task A_word_on_wrong_characters_is_left_alone()
    {
        var reading = await FeedReading.OfAsync("<rss version=\"2.0\"><channel><title>Étude</title><item><title>Pourquoi l’été s’écrit « Ã©tÃ© » à l’écran, dès l’arrivée</title></item></channel></rss>");

        Assert.Equal("Pourquoi l’été s’écrit « Ã©tÃ© » à l’écran, dès l’arrivée", reading.Items[0].Headline);
    }

    // As windows-1252 would be read by a program that gives what has no character there its number.
    private static string Misread(byte[] bytes)
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252, new EncoderReplacementFallback("?"), new DecoderReplacementFallback("?"))!;
        return string.Concat(bytes.Select(b => b is 0x81 or 0x8D or 0x8F or 0x90 or 0x9D ? $"{(char)b}" : western.GetString([b])));
    }

    private static byte[] Encode(string text, string encoding) => (CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding)).GetBytes(text);

    /// <summary>A slow line.</summary>
    private sealed class Dribble(byte[] bytes) : MemoryStream(bytes)
    {
        private const int Piece = 4093;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(buffer.Length, Piece)], cancellationToken);
    }
}
