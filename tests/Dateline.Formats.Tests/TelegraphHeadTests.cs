namespace Dateline.Formats.Tests;

/// <summary>Heads of telegrams in blocks: the working title apart, a second headline of more than one line, what stands below ANSA's first.</summary>
public class TelegraphHeadTests
{
    [Theory]
    [InlineData("FRS0123 4 i 0243 GBR /AFP-PZ77", "Transports-bacs-grève\n\nLEAD\nLes bacs reprennent la mer après deux jours\n\n LONDRES, 16 nov 2026 (AFP) - Les bacs ont repris la mer.\n", "Transports-bacs-grève", "Les bacs reprennent la mer après deux jours", null)]
    [InlineData("EXG0123 4 ECO 0210 EFE 0123", "NORLANDIA TRANSPORTE (Actualización)\n\nLos barcos vuelven tras dos días de huelga\n\n  Puerto Muelle, 16 nov (EFE).- Los barcos vuelven.\n", "NORLANDIA TRANSPORTE", "Los barcos vuelven tras dos días de huelga", null)]
    [InlineData("APA0123 5 CI 0187 II                         Mo, 16.Nov 2026", "Schiff/Norland\n\nFähren fahren wieder\n\nUtl.: Hafenamt und Mannschaften einigten sich - 4.000 Reisende\n      betroffen =\n\n   Kaistadt (APA) - Die Fähren fahren wieder.\n", "Schiff/Norland", "Fähren fahren wieder", "Hafenamt und Mannschaften einigten sich - 4.000 Reisende betroffen")]
    [InlineData("nsa0123 4 eco 0120  ANSA 0456", "Traghetti: riprende il servizio\nBloccati 4.000 viaggiatori\n   (ANSA) - ROMA, 16 NOV - I traghetti tornano in mare. (ANSA).\n\n     MQ\n", null, "Traghetti: riprende il servizio", "Bloccati 4.000 viaggiatori")]
    [InlineData("FRS0123 4 i 0243 GBR /AFP-PZ77", "FERRIES SAIL AGAIN\n\nFour thousand had waited for two days\n\n LONDON, Nov 16, 2026 (AFP) - The ferries sail again.\n", null, "FERRIES SAIL AGAIN", null)]
    public async Task A_head_in_blocks_is_told_apart(string head, string text, string? slug, string headline, string? summary)
    {
        var item = Assert.Single((await FeedReading.OfAsync($"\u0001{head}\n\u0002{text}\u0003161012 NOV 26\n\u0004")).Items);
        Assert.Equal((slug, headline, summary), (item.Slugline, item.Headline, item.Summary));
        Assert.DoesNotContain("MQ", item.Body!.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("betroffen =", item.Body.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trailer_of_ANPA_without_the_agency_still_says_when()
    {
        var item = Assert.Single((await FeedReading.OfAsync("\u0016\u0016\u0001n1234\u001fbc-\r\nr n\u0013\u0011 BC-NL-Ferries       11-16 0120\r\n\u0002^BC-NL-Ferries,120<\r\n^Ferries sail again<\r\n\tLORVEN, N.L. (CP) _ The ferries sail again. \r\n\u000311-16-26 1142NST\r\n\u0004")).Items);
        Assert.Equal(new DateTimeOffset(2026, 11, 16, 15, 12, 0, TimeSpan.Zero), item.VersionCreated);
    }
}
