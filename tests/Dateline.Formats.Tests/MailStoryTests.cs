using System.Text;
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

    /// <summary>One letter with all that is looked for in its markup; a reader that fails on it refuses it.</summary>
    [Fact]
    public async Task A_letter_of_markup_is_read_wherever_it_breaks_off_and_whatever_sign_is_missing()
    {
        const string Head = "From: Desk <desk@wire.example>\nMessage-ID: <1@wire.example>\nSubject: Re: Ferries sail\nContent-Type: text/html; charset=utf-8\n\n<p>The ferries sail again from Monday on, the harbour office said.</p>";
        const string Markup = "<div style=\"display:none\">Preview</div><table role=presentation><tr><td title=\"a<td b\"><p>One.</p><p>Two.</p></td><th>Three</th></tr><tr><td>Four<table><caption>Five</caption><tr><td>6</td></tr></table></td></tr></table>"
            + "<div class=\"gmail_signature\">Mara Quill</div><div class=\"gmail_quote\">On Mon, Nov 16, 2026 at 9:30 AM Desk &lt;desk@wire.example&gt; wrote:<blockquote type=\"cite\">Old.</blockquote></div><p><a href=\"https://wire.example/u\">Unsubscribe</a></p>";
        foreach (var sign in "<>\"/")
            for (var at = Markup.IndexOf(sign, StringComparison.Ordinal); at >= 0; at = Markup.IndexOf(sign, at + 1))
                await Reads(Markup.Remove(at, 1));
        for (var length = 0; length <= Markup.Length; length++) await Reads(Markup[..length]);

        static async Task Reads(string markup)
        {
            var reading = await FeedReading.OfAsync(Encoding.UTF8.GetBytes(Head + markup));
            Assert.True(reading.Rejects.Count == 0, $"{markup}: {reading.Rejects.FirstOrDefault()?.Reason}");
            Assert.StartsWith("<p>The ferries sail again", Assert.Single(reading.Items).Body!.Content, StringComparison.Ordinal);
        }
    }

    private static IEnumerable<string> Kept(string[] lines)
    {
        var keep = MailStory.Keep(lines, isReply: false, areBlocks: false);
        return lines.Where((_, at) => keep[at]);
    }
}
