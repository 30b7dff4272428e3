namespace Dateline.Formats.Tests;

/// <summary>What agencies put in brackets before the subject of a mail.</summary>
public class MailSubjectTests
{
    [Theory]
    [InlineData("[UPDATE 2] Ferries sail", "sig:update")]
    [InlineData("[2nd Lead-Writethru] Ferries sail", "sig:writethru sig:update")]
    [InlineData("[CORRECTED] Ferries sail", "sig:correction")]
    [InlineData("[harbour] Ferries sail", "")]
    public async Task A_mark_of_the_version_leaves_the_subject_and_signals(string subject, string signals)
    {
        var item = Assert.Single((await FeedReading.OfAsync($"From: a@b.example\nMessage-ID: <1>\nSubject: {subject}\n\nThey sail again.\n")).Items);
        Assert.Equal(("Ferries sail", signals), (item.Headline, string.Join(' ', item.Signals)));
    }
}
