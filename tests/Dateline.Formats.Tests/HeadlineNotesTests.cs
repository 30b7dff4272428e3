using System.Text;
using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

/// <summary>What a headline says to editors is heard; a headline that only sounds so is a headline.</summary>
public class HeadlineNotesTests
{
    [Theory]
    [InlineData("ATTENTION - ANNULATION /// Le maire démissionne", "Le maire démissionne")]
    [InlineData("Mandatory Kill - Ferries sail", "Ferries sail")]
    [InlineData("MANDATORY KILL: Ferries sail", "Ferries sail")]
    [InlineData("ANNULLATO: Il sindaco", "Il sindaco")]
    [InlineData("ANSA - ANNULLARE NOTIZIA Sindaco", null)]
    [InlineData("dpa zieht Meldung zurück: Bürgermeister", null)]
    [InlineData("ANULADAS: Los barcos", "Los barcos")]
    [InlineData("【記事取り消し】フェリー再開", "フェリー再開")]
    [InlineData("[전문취소] 여객선 운항", "여객선 운항")]
    [InlineData("【取り消し】フェリー再開", "フェリー再開")]
    [InlineData("KILL KILL KILL Ferries sail", "Ferries sail")]
    [InlineData("*** KILL *** FERRIES SAIL", "FERRIES SAIL")]
    [InlineData("[MANDATORY KILL] Ferries sail", "Ferries sail")]
    [InlineData("MANDATORY KILL", null)]
    [InlineData("MANDATORY ELIMINATION: Ferry photo", "Ferry photo")]
    [InlineData("BC-Ferries, KILL", null)]
    [InlineData("BC-EU--Ferries, 2nd Ld-Kill", null)]
    [InlineData("ATTENTION - Annulation", null)]
    [InlineData("ACHTUNG: Meldung zurückgezogen", null)]
    [InlineData("Bitte Meldung «Fähren fahren» nicht verwenden", null)]
    [InlineData("Просьба аннулировать новость о пароме", null)]
    [InlineData("ADVISORY-Story on ferries withdrawn", "Story on ferries withdrawn")]
    public void A_kill_in_a_headline_cancels(string headline, string? rest)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = headline, Credit = new Credit { Source = "dpa" } }, null);
        Assert.Equal(PubStatus.Canceled, item.Status);
        Assert.False(item.Publishable);
        Assert.Equal(rest ?? headline, item.Headline);
    }

    [Theory]
    [InlineData("Merci d'annuler notre dépêche \"Le maire démissionne\".")]
    [InlineData("ATTENTION - ANNULATION ///")]
    [InlineData("Si prega di annullare la notizia ANSA delle 10.12.")]
    [InlineData("Prière de ne pas tenir compte de notre dépêche sur le bac.")]
    [InlineData("TARN, Nov 16 (Quay) - The story is withdrawn as it was published in error.")]
    [InlineData("The story headlined \"Ferries sail\" is withdrawn. There will be no substitute story.")]
    [InlineData("Please be advised that the story is wrong and is withdrawn. Do not use.")]
    [InlineData("Bitte die Meldung nicht verwenden.")]
    [InlineData("Gelieve het bericht niet te gebruiken.")]
    [InlineData("Prosimy o niewykorzystywanie depeszy.")]
    [InlineData("Juttua ei saa käyttää.")]
    [InlineData("Använd inte texten.")]
    [InlineData("Saken trekkes tilbake.")]
    [InlineData("Просьба аннулировать сообщение.")]
    [InlineData("يرجى إلغاء الخبر.")]
    [InlineData("この記事を取り消します。")]
    [InlineData("Ferries sail\n\nMANDATORY KILL")]
    public void A_kill_above_a_text_cancels(string line)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = "Le maire", Body = new NewsBody(line + "\n\nLe maire a dit non.", BodyKind.Text) }, null);
        Assert.Equal(PubStatus.Canceled, item.Status);
        Assert.False(item.Publishable);
    }

    [Theory]
    [InlineData("Annullato il concerto: biglietti rimborsati")]
    [InlineData("Concert annulé: les billets remboursés")]
    [InlineData("Anulada la boda: la familia calla")]
    [InlineData("Anuladas: las elecciones del domingo")]
    [InlineData("CANCELLED: Ferry festival called off")]
    [InlineData("CANCELADO: El concierto del puerto")]
    [InlineData("Newspaper withdraws story on mayor")]
    [InlineData("AFP withdraws story on mayor")]
    [InlineData("AFP zieht Meldung zurück: Bürgermeister lebt")]
    [InlineData("Kill switch: how ferries stop")]
    [InlineData("Mandatory kill rule for wolves")]
    [InlineData("Court kills pipeline")]
    [InlineData("Retraction: the science of taking it back")]
    [InlineData("Story removed from website after protest")]
    [InlineData("KILL BILL RETURNS TO CINEMAS")]
    [InlineData("TO SERVE AND KILL")]
    [InlineData("Storm forces kill of 300 hens")]
    [InlineData("Meldung über Minister zurückgezogen")]
    [InlineData("Achtung: Meldung über Bombe zurückgezogen")]
    [InlineData("Die Behörde hat ihre Meldung zurückgezogen")]
    [InlineData("Attention - annulation de trains lundi")]
    [InlineData("Hersteller: Bitte Käse nicht verwenden")]
    [InlineData("Просьба аннулировать выборы отклонена")]
    [InlineData("ANNULATION DU MATCH MELK-TARN")]
    [InlineData("Attention - wet paint")]
    public void A_headline_about_something_called_off_is_news(string headline)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = headline, Credit = new Credit { Source = "dpa" } }, null);
        Assert.Equal(PubStatus.Usable, item.Status);
        Assert.True(item.Publishable);
        Assert.Equal(headline, item.Headline);
    }

    [Theory]
    [InlineData("NOTICE TO EDITORS: schedule")]
    [InlineData("Nota a los editores")]
    [InlineData("AVIS AUX ABONNES")]
    [InlineData("Avis aux abonnés - grève")]
    [InlineData("PREVISIONES para hoy lunes")]
    [InlineData("PRÉVISIONS du mardi 17 novembre")]
    [InlineData("Previsiones informativas de la Agencia para hoy")]
    [InlineData("Terminvorschau für Dienstag, 17. November")]
    [InlineData("Tagesvorschau - Dienstag")]
    [InlineData("Tagesvorschau Dienstag")]
    [InlineData("AP News Digest 6 am")]
    [InlineData("BC-AP News Digest")]
    [InlineData("Note to Editors: pictures")]
    [InlineData("Hafenrat tagt (Achtung Redaktionen: nicht zur Veröffentlichung)")]
    [InlineData("Not for publication: contacts")]
    [InlineData("ATTENTION EDITORS - VISUAL COVERAGE OF STRIKE")]
    [InlineData("AP DAYBOOK-Ostmark")]
    [InlineData("BC-AP Guidance")]
    [InlineData("Redaktioneller Hinweis")]
    [InlineData("ANSA: PREVISIONI PER LA GIORNATA DI MARTEDI")]
    [InlineData("Анонс событий на 17 ноября")]
    [InlineData("お断り")]
    [InlineData("TEST PLEASE IGNORE")]
    [InlineData("TEST - bitte nicht beachten")]
    [InlineData("This is a test message")]
    [InlineData("[NOT FOR PUBLICATION] Harbour")]
    [InlineData("INVITATION: Press conference on the harbour, 18 November")]
    [InlineData("Einladung zur Pressekonferenz am 18. November")]
    [InlineData("Convocatoria de prensa: el puerto")]
    [InlineData("TAGESVORSCHAU für Montag, 16. November 2026")]
    public void What_is_for_editors_is_not_for_print(string headline)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = headline }, null);
        Assert.False(item.Publishable);
        Assert.Equal(PubStatus.Usable, item.Status);
    }

    [Theory]
    [InlineData("Previsiones de crecimiento del puerto")]
    [InlineData("Prévisions météo du mardi 17 novembre")]
    [InlineData("Vorschau auf das Hafenfest")]
    [InlineData("Terminvorschauen werden knapp")]
    [InlineData("Editors walk out over note to staff")]
    [InlineData("Report was not for publication, court hears")]
    [InlineData("Read our news digest: ferries sail")]
    [InlineData("Gutachten nicht zur Veröffentlichung freigegeben")]
    [InlineData("Daybook of a ferryman")]
    [InlineData("Guidance for ferry travellers")]
    [InlineData("PREVISIONI PER IL WEEKEND: PIOGGIA")]
    [InlineData("Анонс событий недели в театрах")]
    [InlineData("Test: how good is the new ferry?")]
    [InlineData("Test message reaches space probe")]
    [InlineData("Invitation to talks on the harbour")]
    [InlineData("Einladung zum Hafenfest")]
    [InlineData("Einladung zur Pressefreiheit")]
    [InlineData("Presseeinladung sorgt für Streit")]
    [InlineData("Media invitation row at palace")]
    [InlineData("Convocatoria de medios masiva en el puerto")]
    [InlineData("AP Guidance on AI")]
    [InlineData("ANSA: PREVISIONI METEO")]
    [InlineData("Test: Ignore the hype")]
    [InlineData("Prova: non pubblicare la tesi")]
    [InlineData("Анонс событий на 17 ноября: куда пойти")]
    public void A_headline_about_plans_is_news(string headline)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = headline }, null);
        Assert.True(item.Publishable);
        Assert.Equal(headline, item.Headline);
    }

    [Theory]
    [InlineData("Media advisory", false)]
    [InlineData("MEDIA ADVISORY", false)]
    [InlineData("Convocatoria de prensa", false)]
    [InlineData("Media advisory council meets on harbour", true)]
    public void A_text_is_for_editors_that_is_called_so(string line, bool publishable)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = "Harbour", Body = new NewsBody($"<p>{line}</p><p>The harbour board meets the press on 18 November at 10:00.</p>", BodyKind.Html) }, null);
        Assert.Equal(publishable, item.Publishable);
    }

    [Theory]
    [InlineData("The story is withdrawn from shelves as readers complain, the publisher said.")]
    [InlineData("The story was withdrawn by the newspaper on Monday.")]
    [InlineData("\"Please kill the story,\" he told the paper.")]
    [InlineData("Kill the lights, the harbour master said.")]
    [InlineData("Withdrawn troops came home.")]
    public void A_text_about_something_taken_back_is_news(string line)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = "Harbour", Body = new NewsBody($"<p>{line}</p><p>It gave no more details and will speak again.</p>", BodyKind.Html) }, null);
        Assert.Equal((PubStatus.Usable, true), (item.Status, item.Publishable));
    }

    // dpa takes back what is dpa's.
    [Theory]
    [InlineData("ACHTUNG - dpa zieht Meldung zur Fähre «Nord-Ost» zurück", PubStatus.Canceled)]
    [InlineData("ACHTUNG - AFP zieht Meldung zur Fähre «Nord-Ost» zurück", PubStatus.Usable)]
    [InlineData("dpa zieht Bilanz. Fähre fährt zurück", PubStatus.Usable)]
    public void A_house_takes_back_its_own(string headline, PubStatus status) =>
        Assert.Equal(status, TextConventions.Apply(new NewsItem { Headline = headline, Credit = new Credit { Source = "dpa" } }, null).Status);

    [Theory]
    [InlineData("""<signal qcode="qsig:x7"><name>KILL</name></signal>""", PubStatus.Canceled, false)]
    [InlineData("""<signal qcode="qsig:x8"><name>Kill switch</name></signal>""", PubStatus.Usable, true)]
    [InlineData("""<role qcode="itemrole:advisory"/>""", PubStatus.Usable, false)]
    [InlineData("""<role qcode="itemrole:main"/>""", PubStatus.Usable, true)]
    public async Task Management_says_it_in_its_own_codes(string element, PubStatus status, bool publishable)
    {
        var item = Assert.Single((await FeedReading.OfAsync($"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:x:1" version="1"><itemMeta>{element}</itemMeta><contentMeta><headline>Ferries sail</headline></contentMeta></newsItem>""")).Items);
        Assert.Equal((status, publishable), (item.Status, item.Publishable));
    }

    [Theory]
    [InlineData("Korrigiert: Hafen öffnet", "Hafen öffnet")]
    [InlineData("KORRIGERET: Havnen åbner", "Havnen åbner")]
    [InlineData("更正：港口重新开放", "港口重新开放")]
    [InlineData("【訂正】港が再開", "港が再開")]
    [InlineData("[정정] 항구 재개", "항구 재개")]
    [InlineData("ATTENTION - corrige la date /// Le port rouvre", "Le port rouvre")]
    public void A_correction_in_a_headline_is_one(string headline, string rest)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = headline }, null);
        Assert.Equal(["sig:correction"], item.Signals);
        Assert.Equal(rest, item.Headline);
    }

    [Theory]
    [InlineData("{\"uri\":\"x:2\",\"pubStatus\":\"stat:canceled\",\"headlines\":[{\"value\":\"Ferries\"}],\"versionCreated\":\"2026-11-16T10:00:00Z\"}")]
    [InlineData("<NewsML Version=\"1.2\"><NewsItem><Identification><NewsIdentifier><PublicIdentifier>urn:x:1</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><Status FormalName=\"Canceled\"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Ferries</HeadLine></NewsLines></NewsComponent></NewsItem></NewsML>")]
    [InlineData("<nitf><head><docdata management-status=\"canceled\"><doc-id id-string=\"x1\"/></docdata></head><body><body.head><hedline><hl1>Ferries</hl1></hedline></body.head></body></nitf>")]
    public async Task What_is_canceled_is_never_publishable(string document)
    {
        var item = Assert.Single((await FeedReading.OfAsync(Encoding.UTF8.GetBytes(document))).Items);
        Assert.Equal(PubStatus.Canceled, item.Status);
        Assert.False(item.Publishable);
    }
}
