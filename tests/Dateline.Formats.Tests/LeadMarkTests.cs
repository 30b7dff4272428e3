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
    [InlineData("KORREKTUR/ Fähren fahren", "Correction 1", "Fähren fahren")]
    [InlineData("URGENT/Ferries sail", "Urgent 1", "Ferries sail")]
    [InlineData("2e LEAD: Le bac repart", "Update 2", "Le bac repart")]
    [InlineData("RETTELSE: Færgen sejler", "Correction 1", "Færgen sejler")]
    [InlineData("Rättelse: Färjan går", "Correction 1", "Färjan går")]
    [InlineData("HASTER: Fergen går", "Urgent 1", "Fergen går")]
    [InlineData("OIKAISU: Lautta kulkee", "Correction 1", "Lautta kulkee")]
    [InlineData("ACTUALIZACIÓN: El barco zarpa", "Update 1", "El barco zarpa")]
    [InlineData("ULTIM'ORA: Il traghetto riparte", "Urgent 1", "Il traghetto riparte")]
    [InlineData("ÚLTIMA HORA - O barco partiu", "Urgent 1", "O barco partiu")]
    [InlineData("تصويب: العبارات تبحر", "Correction 1", "العبارات تبحر")]
    [InlineData("عاجل/ العبارات تبحر", "Urgent 1", "العبارات تبحر")]
    [InlineData("سحب خبر: العبارات تبحر", "Kill 1", "العبارات تبحر")]
    [InlineData("سحب: العبارات تبحر", "", "")]
    [InlineData("STORY REMOVED: BC-Ferries", "Kill 1", "BC-Ferries")]
    [InlineData("RETRACTION: Ferries sail", "Kill 1", "Ferries sail")]
    [InlineData("WIDERRUF: Fähren fahren", "Kill 1", "Fähren fahren")]
    [InlineData("ANNULLERAD: Färjan går", "Kill 1", "Färjan går")]
    [InlineData("TREKKES TILBAKE: Fergen går", "Kill 1", "Fergen går")]
    [InlineData("MITÄTÖITY: Lautta kulkee", "Kill 1", "Lautta kulkee")]
    [InlineData("INTREKKING: Veer vaart", "Kill 1", "Veer vaart")]
    [InlineData("ANULACJA: Prom płynie", "Kill 1", "Prom płynie")]
    [InlineData("إلغاء: العبارات تبحر", "Kill 1", "العبارات تبحر")]
    [InlineData("INVITATION: Talks on ferries", "Advisory 1", "Talks on ferries")]
    [InlineData("إلغاء رحلات العبارات: ماذا يعني", "", "")]
    [InlineData("Retraction: the science of taking it back", "", "")]
    [InlineData("Widerruf: was Reisende wissen müssen", "", "")]
    [InlineData("Story removed: what the paper says", "", "")]
    [InlineData("Anulacja: co dalej z promem", "", "")]
    [InlineData("Invitation: come and see the ferry", "", "")]
    [InlineData("NEW YORK/ Ferries", "", "")]
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
    [InlineData("ADD-ons make ferries dear", "", "")]
    [InlineData("WRAP-around deck for the ferry", "", "")]
    [InlineData("URGENT/CARE", "", "")]
    [InlineData("URGENT/CARE clinic opens", "", "")]
    [InlineData("URGENT/NATO agrees on ferries", "Urgent 1", "NATO agrees on ferries")]
    [InlineData("UPDATE 2-iPhone maker buys ferries", "Update 2", "iPhone maker buys ferries")]
    [InlineData("CORRECTED-eBay sells ferries", "Correction 1", "eBay sells ferries")]
    [InlineData("RPT-U.S. ferries sail", "Repeat 1", "U.S. ferries sail")]
    [InlineData("UPDATE1: Ferries sail", "Update 1", "Ferries sail")]
    [InlineData("COVID19: Ferries sail", "", "")]
    [InlineData("（更新）渡轮恢复航行", "Update 1", "渡轮恢复航行")]
    [InlineData("更新换代加快", "", "")]
    public void A_lead_mark_is_told_from_the_headline(string line, string marks, string rest)
    {
        var found = LeadMark.Read(line, out var left);
        Assert.Equal(marks, string.Join(", ", found.Select(mark => $"{mark.Kind} {mark.Order}")));
        Assert.Equal(marks.Length == 0 ? line : rest, left);
    }

    [Theory]
    [InlineData("FACTBOX-Five ferries", "FACTBOX", "Five ferries")]
    [InlineData("UPDATE 1-FACTBOX-Five ferries", "FACTBOX", "Five ferries")]
    [InlineData("SPECIAL REPORT-How ferries sail", "SPECIAL REPORT", "How ferries sail")]
    [InlineData("HINTERGRUND/ Wie Fähren fahren", "HINTERGRUND", "Wie Fähren fahren")]
    [InlineData("FAKTA/Fem færger", "FAKTA", "Fem færger")]
    [InlineData("مقابلة/ العبارات تبحر", "مقابلة", "العبارات تبحر")]
    [InlineData("EXCLUSIVE: Ferries sail", "", "EXCLUSIVE: Ferries sail")]
    [InlineData("EXCLUSIVE - Ferries sail", "", "EXCLUSIVE - Ferries sail")]
    [InlineData("Feature-length film on ferries", "", "Feature-length film on ferries")]
    [InlineData("FOCUS-group on ferries", "", "FOCUS-group on ferries")]
    [InlineData("QUOTES--what they said", "", "QUOTES--what they said")]
    public void The_kind_of_a_text_leaves_its_headline(string headline, string genre, string rest)
    {
        var item = Of(headline);
        Assert.Equal((genre, rest), (string.Join(' ', item.Genres), item.Headline!));
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
