using Dateline.Formats.Mail;

namespace Dateline.Formats.Tests;

/// <summary>Of a letter only what isn't its story goes, whatever words the story has.</summary>
public class MailStoryTests
{
    [Theory]
    [InlineData("The convoy with grain and medicines that was\nsent from Brest to the islands on Monday\narrived in the evening.")]
    [InlineData("Letters to the council, many of them\n\nSent from the northern islands\n\nwere read aloud.\nThe mayor listened.\nNobody spoke.\nThen the doors were shut.\nThe council meets again.")]
    [InlineData("Firma lanserer nye funksjoner i nettleseren.\n\nDe kommer i november, sier selskapet.")]
    [InlineData("Tous les sites se lisent dans le navigateur.\n\nC’est ce que dit la ville.")]
    [InlineData("Os leitores se perdem no navegador.\n\nÉ o que diz a cidade.")]
    public void What_only_sounds_like_a_phone_or_a_newsletter_stays(string text)
    {
        var lines = text.Split('\n');
        Assert.Equal(lines, Kept(lines));
    }

    [Theory]
    [InlineData("Sent from my iPhone")]
    [InlineData("Gesendet von unterwegs")]
    [InlineData("Envoyé de mon iPad")]
    [InlineData("Enviado desde mi móvil")]
    public void A_phone_signs_below_the_text(string sign) =>
        Assert.Equal(["The ferries sail again from Monday on, the harbour office said."], Kept(["The ferries sail again from Monday on, the harbour office said.", "", sign]).Where(line => line.Length > 0));

    [Theory]
    [InlineData("View this email in your browser")]
    [InlineData("Se denne e-posten i nettleser")]
    [InlineData("Ver este e-mail no navegador")]
    [InlineData("Lire cette lettre dans votre navigateur")]
    [InlineData("Newsletter im Browser öffnen")]
    public void A_newsletter_offers_itself_to_the_browser_above_the_text(string offer) =>
        Assert.Equal(["The ferries sail again from Monday on, the harbour office said."], Kept([offer, "", "The ferries sail again from Monday on, the harbour office said."]).Where(line => line.Length > 0));

    private static IEnumerable<string> Kept(string[] lines)
    {
        var keep = MailStory.Keep(lines, isReply: false, areBlocks: false);
        return lines.Where((_, at) => keep[at]);
    }
}
