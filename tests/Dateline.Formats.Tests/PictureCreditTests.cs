using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

/// <summary>Whose a picture is leaves its caption, in every format; what only looks like it stays.</summary>
public class PictureCreditTests
{
    private static readonly Signatures Nobody = new(["Harbour Wire"]);

    /// <summary>Caption | what is left of it | credit.</summary>
    [Theory]
    [InlineData("A ferry at the pier. Foto: Kari Hansen / NTB", "A ferry at the pier.", "Kari Hansen / NTB")]
    [InlineData("En ferge ved kai (Foto: Kari Hansen / NTB)", "En ferge ved kai", "Kari Hansen / NTB")]
    [InlineData("En ferge ved kai. Illustrasjonsfoto: Kari Hansen / NTB / NPK", "En ferge ved kai.", "Kari Hansen / NTB / NPK")]
    [InlineData("A ferry leaves Quaytown, Monday, Nov. 16, 2026. (AP Photo/Jane Doe)", "A ferry leaves Quaytown, Monday, Nov. 16, 2026.", "AP Photo/Jane Doe")]
    [InlineData("FILE - A ferry leaves Quaytown, Nov. 16, 2025. (AP Photo/Jane Doe, File)", "FILE - A ferry leaves Quaytown, Nov. 16, 2025.", "AP Photo/Jane Doe, File")]
    [InlineData("A ferry sails on Monday. (Jane Doe/The Canadian Press via AP)", "A ferry sails on Monday.", "Jane Doe/The Canadian Press via AP")]
    [InlineData("A ferry sails. THE CANADIAN PRESS/Jane Doe", "A ferry sails.", "THE CANADIAN PRESS/Jane Doe")]
    [InlineData("A ferry. Photo: Mara Quill/AFP", "A ferry.", "Mara Quill/AFP")]
    [InlineData("A ferry sails on November 16, 2026. (Photo by Jane DOE / AFP)", "A ferry sails on November 16, 2026.", "Jane DOE / AFP")]
    [InlineData("Fähren im Hafen. © dpa", "Fähren im Hafen.", "dpa")]
    [InlineData("© dpa", "", "dpa")]
    [InlineData("Foto: FJB", "", "FJB")]
    [InlineData("Die Fähren fahren wieder. Foto: Max Muster/dpa", "Die Fähren fahren wieder.", "Max Muster/dpa")]
    [InlineData("Die Fähren fahren wieder. (Archivbild) Foto: Max Muster/dpa-Zentralbild/dpa", "Die Fähren fahren wieder. (Archivbild)", "Max Muster/dpa-Zentralbild/dpa")]
    [InlineData("Fähren im Hafen - Foto: Max Muster/dpa - ACHTUNG: Nur zur redaktionellen Verwendung", "Fähren im Hafen", "Max Muster/dpa")]
    [InlineData("Die Fähre im Hafen. © Anna Berg/dpa (Archivbild)", "Die Fähre im Hafen.", "Anna Berg/dpa (Archivbild)")]
    [InlineData("A ferry. REUTERS/Mara Quill/File Photo", "A ferry.", "REUTERS/Mara Quill/File Photo")]
    [InlineData("REUTERS/Mara Quill", "", "REUTERS/Mara Quill")]
    [InlineData("A ferry in Lisbon, 16 November 2026. JOSÉ SILVA/LUSA", "A ferry in Lisbon, 16 November 2026.", "JOSÉ SILVA/LUSA")]
    [InlineData("Los barcos zarparon. EFE/EPA/JANE DOE", "Los barcos zarparon.", "EFE/EPA/JANE DOE")]
    [InlineData("Färjan i hamnen. Foto: Anna Berg/TT", "Färjan i hamnen.", "Anna Berg/TT")]
    [InlineData("Færgen. Foto: Anna Berg/Ritzau Scanpix", "Færgen.", "Anna Berg/Ritzau Scanpix")]
    [InlineData("Lautta satamassa. Kuva: Aino Meri / Lehtikuva", "Lautta satamassa.", "Aino Meri / Lehtikuva")]
    [InlineData("Prom w porcie. Fot. PAP/Jan Kowal", "Prom w porcie.", "PAP/Jan Kowal")]
    [InlineData("Паром в порту. Фото: Иван Петров/ТАСС", "Паром в порту.", "Иван Петров/ТАСС")]
    [InlineData("Ferries sail again in Lorven. (Xinhua/Li Wei)", "Ferries sail again in Lorven.", "Xinhua/Li Wei")]
    [InlineData("A ferry on Monday (Coast News/Ines Okafor)", "A ferry on Monday", "Coast News/Ines Okafor")]
    [InlineData("Le bac au port. Photo : Marie Ange / AFP", "Le bac au port.", "Marie Ange / AFP")]
    [InlineData("A ferry at dawn | Reuters", "A ferry at dawn", "Reuters")]
    [InlineData("A ferry. Photo: Per Vik", "A ferry.", "Per Vik")]
    [InlineData("Foto: Kari Hansen / NTB. Fergene gikk mandag.", "Fergene gikk mandag.", "Kari Hansen / NTB")]
    [InlineData("(Foto: AFP) Die Fähren fahren wieder.", "Die Fähren fahren wieder.", "AFP")]
    [InlineData("A ferry. BELGA PHOTO JANE DOE", "A ferry.", "BELGA PHOTO JANE DOE")]
    [InlineData("عبّارة في المرفأ. (رويترز)", "عبّارة في المرفأ.", "رويترز")]
    [InlineData("A ferry. Photo: Harbour Wire", "A ferry.", "Harbour Wire")]
    [InlineData("A ferry in Quaytown. (Photo by Jane Doe / AFP) / RESTRICTED TO EDITORIAL USE - MANDATORY CREDIT \"AFP PHOTO\"", "A ferry in Quaytown.", "Jane Doe / AFP")]
    public void A_credit_leaves_its_caption(string caption, string left, string credit)
    {
        var read = PictureCredit.Read(caption, Nobody);
        Assert.Equal((left, credit), (read?.Caption, read?.Credit));
    }

    [Theory]
    [InlineData("The ferry at the pier")]
    [InlineData("The ferry (left) and the tug (right)")]
    [InlineData("Angela Merkel (CDU)")]
    [InlineData("Headquarters of the Associated Press (AP)")]
    [InlineData("Ferries sail at 30 km/h")]
    [InlineData("Photo: the ferry leaves the harbour in heavy seas")]
    [InlineData("The picture: ferries everywhere")]
    [InlineData("Ferry talks: Anna Berg and Carl Dunn")]
    [InlineData("Anna Berg, head of AFP")]
    [InlineData("Mayor Anna Berg. She has led the town for years")]
    [InlineData("The results of 2025/26")]
    [InlineData("Anna Berg poses for a photo by the pier")]
    [InlineData("A photo by the sea")]
    [InlineData("The Guardian")]
    [InlineData("A ferry on the Quaytown/Lorven route")]
    [InlineData("Das Bild zeigt: Anna Berg")]
    [InlineData("Reuters building in London")]
    [InlineData("Talks between Moscow and Kyiv: picture of a ferry")]
    [InlineData("")]
    [InlineData("(c)")]
    [InlineData("© ")]
    public void A_caption_that_names_nobody_stays(string caption) => Assert.Null(PictureCredit.Read(caption, Nobody));

    [Theory]
    [InlineData("<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><title>x</title><item><title>t</title><guid>1</guid><description>d</description><media:content url='https://a.example/1.jpg'><media:description>A ferry. Foto: Kari Hansen / NTB</media:description></media:content></item></channel></rss>")]
    [InlineData("<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><title>x</title><item><title>t</title><guid>1</guid><description>d</description><media:content url='https://a.example/1.jpg'/><media:text>A ferry. Foto: Kari Hansen / NTB</media:text></item></channel></rss>")]
    [InlineData("<rss version='2.0'><channel><title>x</title><item><title>t</title><guid>1</guid><description>&lt;figure>&lt;img src='https://a.example/1.jpg'>&lt;figcaption>A ferry. Foto: Kari Hansen / NTB&lt;/figcaption>&lt;/figure>&lt;p>d&lt;/p></description></item></channel></rss>")]
    [InlineData("<nitf><head/><body><body.head><hedline><hl1>t</hl1></hedline></body.head><body.content><p>d</p><media media-type='image'><media-reference mime-type='image/jpeg' source='https://a.example/1.jpg'/><media-caption>A ferry. Foto: Kari Hansen / NTB</media-caption><media-producer>NTB</media-producer></media></body.content></body></nitf>")]
    [InlineData("[{\"id\":1,\"date_gmt\":\"2026-11-16T08:30:00\",\"link\":\"https://a.example/1\",\"title\":{\"rendered\":\"t\"},\"content\":{\"rendered\":\"<p>d</p>\"},\"excerpt\":{\"rendered\":\"\"},\"type\":\"post\",\"status\":\"publish\",\"_embedded\":{\"wp:featuredmedia\":[{\"source_url\":\"https://a.example/1.jpg\",\"caption\":{\"rendered\":\"<p>A ferry. Foto: Kari Hansen / NTB</p>\"}}]}}]")]
    [InlineData("{\"data\":{\"item\":{\"uri\":\"https://api.ap.example/1\",\"altids\":{\"itemid\":\"1\"},\"version\":1,\"type\":\"text\",\"pubstatus\":\"usable\",\"headline\":\"t\",\"associations\":{\"1\":{\"type\":\"picture\",\"description_caption\":\"A ferry. Foto: Kari Hansen / NTB\",\"renditions\":{\"main\":{\"href\":\"https://a.example/1.jpg\",\"type\":\"picture\"}}}}}}}")]
    [InlineData("{\"uri\":\"urn:1\",\"type\":\"text\",\"versioncreated\":\"2026-11-16T09:30:00Z\",\"headline\":\"t\",\"body_text\":\"d\",\"associations\":{\"main\":{\"uri\":\"urn:2\",\"type\":\"picture\",\"description_text\":\"A ferry. Foto: Kari Hansen / NTB\",\"renditions\":{\"original\":{\"href\":\"https://a.example/1.jpg\",\"mimetype\":\"image/jpeg\"}}}}}")]
    public async Task Every_format_takes_its_captions_apart(string document)
    {
        var picture = (await FeedReading.OfAsync(document)).Items[0].Media[0];
        Assert.Equal(("A ferry.", "Kari Hansen / NTB"), (picture.Caption, picture.Credit));
    }

    [Fact]
    public async Task What_a_field_says_and_what_the_caption_says_are_both_kept()
    {
        var picture = (await FeedReading.OfAsync("<rss version='2.0' xmlns:media='http://search.yahoo.com/mrss/'><channel><title>x</title><item><title>t</title><guid>1</guid><media:content url='https://a.example/1.jpg'><media:description>A ferry. Foto: Kari Hansen</media:description><media:credit>NTB</media:credit></media:content></item></channel></rss>")).Items[0].Media[0];
        Assert.Equal(("A ferry.", "Kari Hansen / NTB"), (picture.Caption, picture.Credit));
    }
}
