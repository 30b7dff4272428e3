using Dateline.Formats.Mail;

namespace Dateline.Formats.Tests;

/// <summary>What a press office wraps its story in: the word for a release, once in the subject and once above the text, a close, an end.</summary>
public class MailWrapTests
{
    [Theory]
    [InlineData("Communiqué de presse - Les bateaux repartent", "Communiqué de presse", "Les bateaux repartent")]
    [InlineData("Pressemitteilung 12/2026: Fähren fahren wieder", "Pressemitteilung", "Fähren fahren wieder")]
    [InlineData("Press release no. 12 – Ferries sail again", "Press release", "Ferries sail again")]
    [InlineData("PRESS RELEASE: Ferries sail again", "PRESS RELEASE", "Ferries sail again")]
    [InlineData("Press release culture - who needs it?", null, "Press release culture - who needs it?")]
    [InlineData("Harbour 12/2026: Ferries sail again", null, "Harbour 12/2026: Ferries sail again")]
    public async Task The_subject_says_what_kind_of_letter_it_is(string subject, string? genre, string headline)
    {
        var item = await Read(subject, "The ferries sail again from Monday on, the harbour office said to the press.");
        Assert.Equal(headline, item.Headline);
        Assert.Equal(genre, item.Genres.SingleOrDefault());
    }

    [Theory]
    [InlineData("NOTA DE PRENSA")]
    [InlineData("Pressemitteilung Nr. 12/2026")]
    [InlineData("بيان صحفي")]
    [InlineData("Dear all,\n\nPlease find our press release below.\n\nPRESS RELEASE")]
    public async Task The_word_for_it_above_the_text_goes_and_the_headline_below_it_too(string above) =>
        Assert.Equal("The ferries sail again from Monday on, the harbour office said to the press.", (await Read("Ferries sail again", $"{above}\n\nFerries sail again\n\nThe ferries sail again from Monday on, the harbour office said to the press.")).Body!.Content.Trim());

    [Theory]
    [InlineData("Einde persbericht\n\nNoot voor de redactie: Mara Quill, 06-12345678")]
    [InlineData("Ende der Pressemitteilung\n\nKontakt: Mara Quill")]
    [InlineData("FIN DU COMMUNIQUÉ\n\nContact : Mara Quill")]
    [InlineData("Best, Mara")]
    [InlineData("Kind regards, Mara Quill\nEditor, Harbour Partners")]
    public void What_stands_below_its_end_goes(string below)
    {
        var lines = $"The ferries sail again from Monday on, the harbour office said to the press.\n\n{below}".Split('\n');
        var keep = MailStory.Keep(lines, isReply: false, areBlocks: false);
        Assert.Equal(lines[0], string.Join('\n', lines.Where((_, at) => keep[at])).Trim());
    }

    [Theory]
    [InlineData("Best, they say, is the ferry at night.")]
    [InlineData("Thanks, Captain.")]
    [InlineData("Cheers, whistles: the quay was loud.")]
    public void A_last_line_of_the_story_stays(string last)
    {
        var lines = $"The ferries sail again from Monday on, the harbour office said to the press.\n\n{last}".Split('\n');
        Assert.True(MailStory.Keep(lines, isReply: false, areBlocks: false)[^1]);
    }

    private static async Task<NewsItem> Read(string subject, string text) =>
        Assert.Single((await FeedReading.OfAsync($"From: Harbour <press@harbour.example>\nMessage-ID: <1@harbour.example>\nSubject: {subject}\nDate: Mon, 16 Nov 2026 09:30:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{text}\n")).Items);
}
