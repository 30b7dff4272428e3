using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

/// <summary>What stands behind the last sentence of a text that an agency signed at its beginning, and is none of it.</summary>
public class ClosingSignsTests
{
    [Theory]
    [InlineData("México, 16 nov (Notimex).- Los barcos vuelven a navegar. NTX/MQU/JHA", "Los barcos vuelven a navegar.")]
    [InlineData("Dakar, Sénégal (PANA) - Les bacs ont repris la mer. -0- PANA MQ/JH 16Nov2026", "Les bacs ont repris la mer.")]
    [InlineData("ISLAMABAD, Nov 16 (APP): The ferries sail again.\nAPP/mqu-jha", "The ferries sail again.")]
    [InlineData("Luanda, 16 nov (ANGOP) – As barcas voltaram. MQ/JH", "As barcas voltaram.")]
    [InlineData("Praha 16. listopadu (ČTK) - Trajekty znovu plují. mqu jha", "Trajekty znovu plují.")]
    [InlineData("София, 16 ноември /БТА/ Фериботите отново плават. /МК/", "Фериботите отново плават.")]
    [InlineData("(ANSA) - ROMA, 16 NOV - I traghetti tornano in mare.\nYH7-MQU/JHA", "I traghetti tornano in mare.")]
    [InlineData("عمان 16 تشرين الثاني (بترا)-عادت العبارات إلى العمل. --(بترا) م ق/ج ه 16/11/2026 10:12:13", "عادت العبارات إلى العمل.")]
    [InlineData("وطنية - عادت العبارات إلى العمل. ======== م.ق", "عادت العبارات إلى العمل.")]
    [InlineData("مسقط في 16 نوفمبر 2026 /العُمانية/ عادت العبارات إلى العمل. /العُمانية/ م.ق", "عادت العبارات إلى العمل.")]
    [InlineData("القاهرة في 16 نوفمبر /أ ش أ/ عادت العبارات إلى العمل. م ق /أ ش أ/", "عادت العبارات إلى العمل.")]
    [InlineData("الكويت - 16 - 11 (كونا) -- عادت العبارات إلى العمل. (النهاية) م ق / هـ و", "عادت العبارات إلى العمل.")]
    [InlineData("الرياض 16 نوفمبر 2026 م واس\nعادت العبارات إلى العمل.\n// انتهى //\n13:12 ت مـ\n0142", "عادت العبارات إلى العمل.")]
    [InlineData("طهران، 16 نوفمبر (إرنا) - عادت العبارات إلى العمل.\nانتهى**2342", "عادت العبارات إلى العمل.")]
    [InlineData("Offenbach (dpa/lno) - Der Nebel bleibt, hieß es. dpa/lno mqu yyzz n1 jha", "Der Nebel bleibt, hieß es.")]
    [InlineData("Roma, 16 nov. (Adnkronos) - I traghetti tornano in mare.\n\n(Mqu/Adnkronos)\n\nISSN 2465 - 1222", "I traghetti tornano in mare.")]
    [InlineData("Hà Nội (TTXVN) - Phà hoạt động trở lại. (TTXVN/Vietnam+)", "Phà hoạt động trở lại.")]
    [InlineData("(서울=연합뉴스) 김민수 기자 = 여객선이 운항을 재개했다.\nminsu@wire.example\n▶제보는 카카오톡 okwire", "여객선이 운항을 재개했다.")]
    [InlineData("Jakarta (ANTARA) - Ferries sail again.\n\nRelated news: Storm ends\nRelated news: Harbour opens", "Ferries sail again.")]
    [InlineData("Tehran, Nov 16, IRNA – The ferries sail again.\n\n4399", "The ferries sail again.")]
    [InlineData("شفقنا- شناورها به دریا بازگشتند.\n\nلینک کوتاه: https://fa.wire.example/?p=5", "شناورها به دریا بازگشتند.")]
    [InlineData("Budapest, 2026. november 16. (MTI) - Újra járnak a kompok.\n\n(Folytatás következik.)", "Újra járnak a kompok.")]
    [InlineData("BREMERHAVEN (dpa-AFX) - Die Fähren fahren wieder.\n\nKeywords: BRITAIN FERRIES/STRIKE (UPDATE 3, PIX)", "Die Fähren fahren wieder.")]
    [InlineData("नयी दिल्ली, 16 नवंबर (भाषा) नौका सेवा फिर शुरू हो गई।\n\nभाषा मारा जॉन\nजॉन", "नौका सेवा फिर शुरू हो गई।")]
    [InlineData("मुंबई, 16 नवंबर (वार्ता) नौका सेवा फिर शुरू हो गई।\nमारा.संजय\nवार्ता", "नौका सेवा फिर शुरू हो गई।")]
    [InlineData("中新社北京11月16日电 (记者 张三)轮渡公司16日表示，轮渡恢复运行。(完)【编辑:李四】", "轮渡公司16日表示，轮渡恢复运行。")]
    public void They_leave_the_text(string text, string story) => Assert.Equal(story, Read(text).Body!.Content.Trim());

    [Theory]
    [InlineData("LONDON, Nov 16 (Reuters) - The score was 3-2. The ferry left for the U.S. EU")]
    [InlineData("LONDON, Nov 16 (Reuters) - It sails for the islands. He went to see AC/DC.")]
    [InlineData("LONDON, Nov 16 (Reuters) - It sails again. So it goes")]
    [InlineData("BERLIN (dpa) - Sie regieren wieder. Nun auch im Bund mit CDU/CSU")]
    [InlineData("LONDON, Nov 16 (Reuters) - The bus is the 42. It leaves at 10:12")]
    [InlineData("بيروت 16 نوفمبر (رويترز) - عادت العبارات. قال ذلك في بيروت")]
    public void Words_of_a_sentence_stay(string text) => Assert.EndsWith(text[^12..], Read(text).Body!.Content.Trim(), StringComparison.Ordinal);

    [Fact]
    public void Of_a_text_that_nobody_signed_they_stay() => Assert.EndsWith(" MQ/JH", Read("The ferries sail again. MQ/JH").Body!.Content, StringComparison.Ordinal);

    [Fact]
    public void Who_wrote_it_may_stand_below_the_signature()
    {
        var item = Read("Promy znów pływają - poinformował armator. (PAP)\n\nJan Maler\n\njam/ mha/");
        Assert.Equal(("Promy znów pływają - poinformował armator.", "Jan Maler", "PAP"), (item.Body!.Content.Trim(), item.Byline, item.Credit?.Source));
    }

    [Fact]
    public void What_Reuters_sends_below_the_names_of_its_reporters_does_not_hide_them()
    {
        var item = Read("LONDON, Nov 16 (Reuters) - The ferries sail again.\n\n(Reporting by Mara Quill in Quaytown; Editing by Jon Hale)\n\n((mara.quill@wire.example; +44 20 7000 0000))\n\nKeywords: BRITAIN FERRIES/STRIKE (UPDATE 3, PIX)");
        Assert.Equal(("The ferries sail again.", "Mara Quill"), (item.Body!.Content.Trim(), item.Byline));
        Assert.Equal(new Contributor("Jon Hale", "editor"), Assert.Single(item.Contributors));
    }

    private static NewsItem Read(string text) => TextConventions.Apply(new NewsItem { Headline = "Ferries", Body = new NewsBody(text, BodyKind.Text) }, null);
}
