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
    public void A_headline_about_plans_is_news(string headline)
    {
        var item = TextConventions.Apply(new NewsItem { Headline = headline }, null);
        Assert.True(item.Publishable);
        Assert.Equal(headline, item.Headline);
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
