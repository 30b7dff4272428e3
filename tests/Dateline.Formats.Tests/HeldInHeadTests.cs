using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

/// <summary>Embargoes, stops and kills in heads that were let pass once; and heads that only look like them.</summary>
public class HeldInHeadTests
{
    private static readonly DateTimeOffset Made = new(2026, 11, 30, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("EMBARGO ORE 18 - Il discorso")]
    [InlineData("EMBARGO ORE 18: Il discorso")]
    [InlineData("EMBARGO FINO ALLE 18 - Il discorso")]
    [InlineData("EMBARGO H 18 - Il discorso")]
    [InlineData("EMBARGO OGGI ORE 18 - Il discorso")]
    [InlineData("EMBARGO DOMANI ORE 6 - Il discorso")]
    [InlineData("EMBARGO LUNEDI' ORE 6 - Il discorso")]
    [InlineData("EMBARGO À 18H - Il discorso")]
    [InlineData("EMBARGO A 18 - Il discorso")]
    [InlineData("EMBARGO UM 18 UHR - Il discorso")]
    [InlineData("EMBARGO AT 6 PM - Il discorso")]
    [InlineData("EMBARGO MARDI 06H00 GMT - Il discorso")]
    [InlineData("EMBARGO A LAS 18 - Il discorso")]
    [InlineData("SPERRFRIST HEUTE 18 UHR - Il discorso")]
    [InlineData("Il discorso (EMBARGO ORE 18)")]
    public void An_hour_in_capitals_behind_the_word_holds_the_item(string headline)
    {
        var item = Read(headline);
        Assert.NotNull(item.Embargo);
        Assert.Equal("Il discorso", item.Headline);
    }

    [Theory]
    [InlineData("[AFP] EMBARGO 18H00 GMT - Il discorso", true, "Il discorso")]
    [InlineData("(AFP) EMBARGO ORE 18 - Il discorso", true, "Il discorso")]
    [InlineData("[AFP] Il discorso", false, "Il discorso")]
    [InlineData("[AFP] Embargo alle armi, voto lunedì", false, "Embargo alle armi, voto lunedì")]
    public void Behind_the_name_of_an_agency_too(string headline, bool isHeld, string left) =>
        Assert.Equal((isHeld, left), (Read(headline).Embargo is not null, Read(headline).Headline));

    [Theory]
    [InlineData("[AFP] ANNULATION: Norlande", PubStatus.Canceled)]
    [InlineData("[AFP] Annulation de mille vols", PubStatus.Usable)]
    public void And_so_is_a_kill(string headline, PubStatus status) => Assert.Equal(status, Read(headline).Status);

    [Theory]
    [InlineData("EMBARGO DOMANI ORE 6")]
    [InlineData("EMBARGO ORE 18")]
    public void Above_a_text_too(string line) => Assert.NotNull(Read("Il discorso", $"<p>{line}</p><p>Il testo.</p>").Embargo);

    [Theory]
    [InlineData("EMBARGO AUF WAFFEN GEFORDERT")]
    [InlineData("EMBARGO ALLE ARMI - il voto")]
    [InlineData("EMBARGO CONTRO 3 PAESI - il voto")]
    [InlineData("EMBARGO A 10 PAESI: il voto")]
    [InlineData("EMBARGO AT 10 YEARS: what sanctions did")]
    [InlineData("Embargo ore decisive per la nave")]
    [InlineData("Embargo alle armi, voto lunedì")]
    [InlineData("Embargo kl. 12 i dag ophævet")]
    [InlineData("Embargo ab 18 Uhr in Kraft")]
    [InlineData("L'embargo scatta alle 18")]
    public void A_story_of_an_embargo_is_not_held(string headline)
    {
        Assert.Null(Read(headline).Embargo);
        Assert.Equal(headline, Read(headline).Headline);
    }

    [Theory]
    [InlineData("ANNULLARE 'Norlandia: traghetti' delle 10.11", PubStatus.Canceled)]
    [InlineData("ANNULLARE LA FOTO \"Traghetti\"", PubStatus.Canceled)]
    [InlineData("ANNULLARE IL VOTO, CHIEDE LORVEN", PubStatus.Usable)]
    [InlineData("Annullare \"Lo spettacolo\", dice il sindaco", PubStatus.Usable)]
    public void ANSA_names_what_it_takes_back(string headline, PubStatus status) => Assert.Equal(status, Read(headline).Status);

    [Theory]
    [InlineData("(ANSA) - ROMA, 30 NOV - Si prega di annullare la notizia delle 10.11.", PubStatus.Canceled)]
    [InlineData("(ANSA) - ROMA, 30 NOV - Il giudice ha detto: si prega di annullare la notizia.", PubStatus.Usable)]
    [InlineData("Il ministro (destra) - dice oggi - si prega di annullare la notizia, ha detto.", PubStatus.Usable)]
    public void It_may_ask_behind_its_dateline(string text, PubStatus status) => Assert.Equal(status, Read("Traghetti", $"<p>{text}</p>").Status);

    [Theory]
    [InlineData("SAKEN TREKKES: Fergene går", PubStatus.Canceled)]
    [InlineData("АННУЛИРУЕТСЯ: Паромы", PubStatus.Canceled)]
    [InlineData("АННУЛИРОВАТЬ: Паромы", PubStatus.Canceled)]
    [InlineData("VISSZAVONÁS: Kompok", PubStatus.Canceled)]
    [InlineData("DEPESZA ANULOWANA: Promy", PubStatus.Canceled)]
    [InlineData("AVISO ANULACION: NORLANDIA HUELGA", PubStatus.Canceled)]
    [InlineData("حذف شود: کشتی‌ها", PubStatus.Canceled)]
    [InlineData("يلغى: عودة العبارات", PubStatus.Canceled)]
    [InlineData("[기사 전문취소] 연락선 운항 재개", PubStatus.Canceled)]
    [InlineData("(撤稿通知)诺兰渡轮", PubStatus.Canceled)]
    [InlineData("İPTAL edilen seferler yeniden başladı", PubStatus.Usable)]
    [InlineData("ANULATĂ: licitația pentru feriboturi", PubStatus.Usable)]
    [InlineData("Saken trekkes for retten", PubStatus.Usable)]
    [InlineData("취소된 운항 재개", PubStatus.Usable)]
    public void Agencies_take_back_in_these_words_too(string headline, PubStatus status) => Assert.Equal(status, Read(headline).Status);

    [Theory]
    [InlineData("Rogamos a nuestros abonados anulen la noticia de las 10.11 horas.", PubStatus.Canceled)]
    [InlineData("Haber iptal edilmiştir.", PubStatus.Canceled)]
    [InlineData("Сообщение аннулируется.", PubStatus.Canceled)]
    [InlineData("La dépêche est annulée.", PubStatus.Canceled)]
    [InlineData("Ritzau trækker historien tilbage.", PubStatus.Canceled)]
    [InlineData("Saken trekkes for retten i Lorvik mandag.", PubStatus.Usable)]
    [InlineData("Le voyage est annulé, dit la dépêche.", PubStatus.Usable)]
    [InlineData("Haberin ardından seferler iptal edilmiştir.", PubStatus.Usable)]
    public void And_so_do_their_texts(string text, PubStatus status) => Assert.Equal(status, Read("Ferries", $"<p>{text}</p>").Status);

    [Theory]
    [InlineData("DO NOT USE: Norland ferries", false)]
    [InlineData("DO NOT PUBLISH - Norland ferries", false)]
    [InlineData("DO NOT USE ELEVATORS, PORT TELLS STAFF", true)]
    [InlineData("Do not use: a guide to bad words", true)]
    public void What_must_not_be_used_is_not_for_print(string headline, bool isPublishable) => Assert.Equal(isPublishable, Read(headline).Publishable);

    [Theory]
    [InlineData("<p>Till red: I texten från kl 10.11 ska det stå Roth, inte Rothe.</p><p>TT</p>", false)]
    [InlineData("<p>Til redaktionen: Billede følger.</p><p>Færgerne sejler igen mandag efter tre dages strejke.</p>", true)]
    public void A_note_with_a_signature_below_is_for_nobody_else(string body, bool isPublishable) => Assert.Equal(isPublishable, Read("Färjorna", body).Publishable);

    [Theory]
    [InlineData("Quay Harbour opens terminal - FOR IMMEDIATE RELEASE", "Quay Harbour opens terminal")]
    [InlineData("Quay Harbour opens terminal (FOR IMMEDIATE RELEASE)", "Quay Harbour opens terminal")]
    [InlineData("Prisoners are for immediate release", "Prisoners are for immediate release")]
    public void That_a_release_is_for_now_is_no_headline(string headline, string left)
    {
        Assert.Equal(left, Read(headline).Headline);
        Assert.Null(Read(headline).Embargo);
    }

    [Theory]
    [InlineData("STOPP: Färjorna går igen", "TT", PubStatus.Withheld, "Färjorna går igen")]
    [InlineData("STOPP: Färjorna går igen", "TT Nyhetsbyrån", PubStatus.Withheld, "Färjorna går igen")]
    [InlineData("STOPP: Hier kommt keiner durch", "Harbour Wire", PubStatus.Usable, "STOPP: Hier kommt keiner durch")]
    [InlineData("Stopp: Nu tar färjorna slut", "TT", PubStatus.Usable, "Stopp: Nu tar färjorna slut")]
    [InlineData("Stopp för färjorna", "TT", PubStatus.Usable, "Stopp för färjorna")]
    public void TT_stops_a_text_until_it_sends_a_better_one(string headline, string source, PubStatus status, string left)
    {
        var item = Read(headline, source: source);
        Assert.Equal((status, left), (item.Status, item.Headline));
    }

    [Fact]
    public void What_is_canceled_is_not_made_less_by_a_stop()
    {
        var item = TextConventions.Apply(new NewsItem { Headline = "STOPP: Färjorna går igen", Status = PubStatus.Canceled, Credit = new Credit { Source = "TT" } }, null);
        Assert.Equal(PubStatus.Canceled, item.Status);
    }

    /// <summary>PA names no zone: its hours are those of London, in summer too.</summary>
    [Theory]
    [InlineData("PA Media", "Embargoed to 0001 Tuesday December 1", "2026-12-01T00:01:00Z")]
    [InlineData("PA Media", "Embargoed to 0001 Saturday August 1 2026", "2026-07-31T23:01:00Z")]
    [InlineData("PA Media", "Embargoed to 0001 EST Tuesday December 1", "2026-12-01T05:01:00Z")]
    [InlineData("PA Media", "Embargoed to midnight Tuesday December 1", null)]
    [InlineData("PA Media", "Embargoed to 0001 Tuesday", null)]
    [InlineData("Harbour Wire", "Embargoed to 0001 Tuesday December 1", null)]
    public void PA_is_on_the_clock_of_London(string sender, string line, string? until)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = "Ferries survey", Published = Made, Body = new NewsBody($"<p>{line}</p><p>Half of passengers want ferries.</p>", BodyKind.Html) }, sender);
        Assert.NotNull(item.Embargo);
        Assert.Equal(until is null ? null : DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture), item.Embargo.Until);
    }

    private static NewsItem Read(string headline, string body = "<p>Il testo del lunedì.</p>", string? source = null) =>
        TextConventions.Apply(new NewsItem { Headline = headline, Published = Made, Credit = source is null ? null : new Credit { Source = source }, Body = new NewsBody(body, BodyKind.Html) }, null);
}
