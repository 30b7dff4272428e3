using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

public class LeadMarkTests
{
    [Theory]
    [InlineData("UPDATE 2-Ferries sail again", "Update 2", "Ferries sail again")]
    [InlineData("CORRECTED-UPDATE 1-Ferries sail again", "Correction 1, Update 1", "Ferries sail again")]
    [InlineData("REFILE-Ferries sail again", "Refile 1", "Ferries sail again")]
    [InlineData("RPT-Ferries sail again", "Repeat 1", "Ferries sail again")]
    [InlineData("2ND LEAD: Ferries sail again", "Update 2", "Ferries sail again")]
    [InlineData("1ST LEAD Ferries sail again", "Update 1", "Ferries sail again")]
    [InlineData("(2nd LD) Ferries sail again", "Update 2", "Ferries sail again")]
    [InlineData("(LEAD) Ferries sail again", "Update 1", "Ferries sail again")]
    [InlineData("WRAPUP 3-Ferries sail again", "Update 3", "Ferries sail again")]
    [InlineData("URGENT - Ferries sail again", "Urgent 1", "Ferries sail again")]
    [InlineData("URGENT: Ferries sail again", "Urgent 1", "Ferries sail again")]
    [InlineData("FLASH - Ferries sail", "Flash 1", "Ferries sail")]
    [InlineData("Eil: Fähren fahren wieder", "Urgent 1", "Fähren fahren wieder")]
    [InlineData("Fähren fahren wieder (Zusammenfassung)", "Update 1", "Fähren fahren wieder")]
    [InlineData("Fähren fahren wieder (Zusammenfassung 1700)", "Update 1", "Fähren fahren wieder")]
    [InlineData("Fähren fahren wieder (2. Zusammenfassung)", "Update 2", "Fähren fahren wieder")]
    [InlineData("Ferries sail again (Lead)", "Update 1", "Ferries sail again")]
    [InlineData("BC-EU--Ferries, 2nd Ld-Writethru", "Update 2", "BC-EU--Ferries")]
    [InlineData("BC-EU--Ferries, 3rd Ld", "Update 3", "BC-EU--Ferries")]
    [InlineData("عاجل | العبارات تبحر", "Urgent 1", "العبارات تبحر")]
    [InlineData("عاجل: العبارات تبحر", "Urgent 1", "العبارات تبحر")]
    [InlineData("Correction: Ferries sail again", "Correction 1", "Ferries sail again")]
    [InlineData("TAKE 2 - Ferries sail again", "Take 2", "Ferries sail again")]
    [InlineData("MANDATORY KILL: Ferries sail again", "Kill 1", "Ferries sail again")]
    [InlineData("ADVISORY - Ferries tomorrow", "Advisory 1", "Ferries tomorrow")]
    [InlineData("Urgent care clinic opens in the harbour", "", "")]
    [InlineData("URGENT care clinic opens", "", "")]
    [InlineData("Flash floods hit the harbour", "", "")]
    [InlineData("Flash: the man behind the mask", "", "")]
    [InlineData("Kill: the story of a film", "", "")]
    [InlineData("Update your ferry app today", "", "")]
    [InlineData("Lead in the water: what to do", "", "")]
    [InlineData("2nd ferry sails", "", "")]
    [InlineData("Add: a word on ferries", "", "")]
    [InlineData("Ferries take the lead", "", "")]
    [InlineData("Schedule: when the ferries sail", "", "")]
    [InlineData("EDS-Ferries merge", "Advisory 1", "Ferries merge")]
    [InlineData("NEW YORK - Ferries", "", "")]
    public void A_lead_mark_is_told_from_the_headline(string line, string marks, string rest)
    {
        var found = LeadMark.Read(line, out var left);
        Assert.Equal(marks, string.Join(", ", found.Select(mark => $"{mark.Kind} {mark.Order}")));
        Assert.Equal(marks.Length == 0 ? line : rest, left);
    }

    [Fact]
    public void A_correction_is_signalled_and_a_flash_is_urgent()
    {
        Assert.Equal(["sig:correction"], Of("CORRECTED-Ferries").Signals);
        Assert.Equal(["sig:update"], Of("UPDATE 2-Ferries sail").Signals);
        Assert.Equal(1, Of("FLASH - Ferries sail").Urgency);
        Assert.Equal(2, Of("UPDATE 2-Ferries sail").LeadMark!.Order);
        Assert.False(Of("ADVISORY - Ferries tomorrow").Publishable);
    }

    [Fact]
    public void A_mandatory_kill_cancels()
    {
        Assert.Equal(PubStatus.Canceled, Of("MANDATORY KILL: Ferries").Status);
        Assert.Equal(PubStatus.Canceled, TextConventions.Apply(new NewsItem { Headline = "Ferries", Body = new NewsBody("<p>Editors, please kill the story slugged FERRIES.</p>", BodyKind.Html) }, null).Status);
        Assert.Equal(PubStatus.Usable, TextConventions.Apply(new NewsItem { Headline = "Ferries", Body = new NewsBody("The paper said its story has been withdrawn.", BodyKind.Text) }, null).Status);
    }

    [Fact]
    public void A_note_to_editors_leaves_the_text_and_says_what_it_says()
    {
        var item = TextConventions.Apply(new NewsItem { Headline = "Ferries", Body = new NewsBody("<p>Eds: CORRECTS the number of ferries.</p><p>LONDON (AP) — Six ferries.</p>", BodyKind.Html) }, null);
        Assert.Equal("<p>Six ferries.</p>", item.Body!.Content);
        Assert.Equal(["sig:correction"], item.Signals);
        Assert.True(item.Publishable);
    }

    private static NewsItem Of(string headline) => TextConventions.Apply(new NewsItem { Headline = headline }, null);
}
