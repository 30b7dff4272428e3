using Dateline.Formats.InText;

namespace Dateline.Formats.Tests;

/// <summary>Marks of a version that one house writes around its headlines: out they go where it signed, and nowhere else.</summary>
public class HouseMarksTests
{
    [Theory]
    [InlineData("ANSA", "Norlandia: ripartono i traghetti (2)", LeadKind.Take, 2, null)]
    [InlineData("ANSA", "Norlandia: ripartono i traghetti (3-FINE)", LeadKind.Take, 3, null)]
    [InlineData("ANSA", "Norlandia: ripartono i traghetti (RPT)", LeadKind.Repeat, 1, null)]
    [InlineData("ANSA", "(RPT, CON VIDEO) Norlandia: ripartono i traghetti", LeadKind.Repeat, 1, null)]
    [InlineData("ANSA", "Norlandia: ripartono i traghetti (RPT, CORREGGE DATA)", LeadKind.Repeat, 1, "sig:correction")]
    [InlineData("ANSA", "++ Norlandia: ripartono i traghetti ++", LeadKind.Urgent, 1, null)]
    [InlineData("ritzau", "Norlandia: ripartono i traghetti (2)", LeadKind.Update, 2, "sig:update")]
    [InlineData("TT", "Norlandia: ripartono i traghetti (3)", LeadKind.Update, 3, "sig:update")]
    [InlineData("Belga", "Norlandia: ripartono i traghetti (2) - UPDATE", LeadKind.Update, 1, "sig:update")]
    [InlineData("APA", "Norlandia: ripartono i traghetti - 2. Update", LeadKind.Update, 2, "sig:update")]
    [InlineData("AA", "Norlandia: ripartono i traghetti - GÜNCELLEME 2", LeadKind.Update, 2, "sig:update")]
    [InlineData("PAP", "Norlandia: ripartono i traghetti (aktl.)", LeadKind.Update, 1, "sig:update")]
    [InlineData("PAP", "Norlandia: ripartono i traghetti (opis2)", LeadKind.Update, 2, "sig:update")]
    [InlineData("MTI", "Norlandia: ripartono i traghetti (2. rész)", LeadKind.Take, 2, null)]
    [InlineData("Keystone-ATS", "Norlandia: ripartono i traghetti (ajout)", LeadKind.Update, 1, "sig:update")]
    [InlineData("연합뉴스", "Norlandia: ripartono i traghetti(종합2보)", LeadKind.Update, 2, "sig:update")]
    [InlineData("연합뉴스", "Norlandia: ripartono i traghetti (속보)", LeadKind.Urgent, 1, null)]
    [InlineData("Europa Press", "AMP.-Norlandia: ripartono i traghetti", LeadKind.Update, 1, "sig:update")]
    [InlineData("EUROPA PRESS", "AMPL. 2.- Norlandia: ripartono i traghetti", LeadKind.Update, 2, "sig:update")]
    public void Out_it_goes_and_is_heard(string house, string headline, LeadKind kind, int order, string? signal)
    {
        var item = Read(house, headline);
        Assert.Equal("Norlandia: ripartono i traghetti", item.Headline);
        Assert.Equal((kind, order), (item.LeadMark!.Kind, item.LeadMark.Order));
        Assert.Equal(signal is null ? [] : [signal], item.Signals);
    }

    [Theory]
    [InlineData("KUNA", "KUNA : Ferries sail again", "Ferries sail again")]
    [InlineData("QNA", "QNA: Ferries sail again", "Ferries sail again")]
    [InlineData("BBC", "BBC: Chairman resigns", "BBC: Chairman resigns")]
    [InlineData("Harbour Wire", "QNA: Ferries sail again", "QNA: Ferries sail again")]
    [InlineData("APA", "Fähren fahren wieder - BILD", "Fähren fahren wieder")]
    [InlineData("Harbour Wire", "Der Streit um die Zeitung - BILD", "Der Streit um die Zeitung - BILD")]
    public void Who_sends_it_and_what_comes_beside_it_are_no_words_of_the_headline(string house, string headline, string left) => Assert.Equal(left, Read(house, headline).Headline);

    [Fact]
    public void The_plus_of_Kyodo_says_nothing() => Assert.Equal(("Ferries sail again", null), (Read("Kyodo News", "Ferries sail again+").Headline, Read("Kyodo News", "Ferries sail again+").LeadMark));

    [Theory]
    [InlineData("ANSA", "Calcio: Lorven batte Quay (4-2)")]
    [InlineData("ANSA", "Sciopero, i feriti sono tre (23)")]
    [InlineData("Harbour Wire", "Rocky (2)")]
    [InlineData("Harbour Wire", "Ferries sail again (2)")]
    [InlineData("Harbour Wire", "++ Ferries ++")]
    [InlineData("Harbour Wire", "Nurses for Disney+")]
    [InlineData("Harbour Wire", "The plan - 2. Update")]
    [InlineData("PAP", "Promy w porcie (komunikat)")]
    [InlineData("AP", "Storm bears down on Quay (2)")]
    public void Of_others_it_is_a_headline(string house, string headline)
    {
        var item = Read(house, headline);
        Assert.Equal((headline, null), (item.Headline, item.LeadMark));
        Assert.Empty(item.Signals);
    }

    [Theory]
    [InlineData("***СРОЧНО: Паромы идут", "Паромы идут", 2)]
    [InlineData("*** Паромы идут", "*** Паромы идут", null)]
    public void Stars_may_stand_before_a_mark(string headline, string left, int? urgency) =>
        Assert.Equal((left, urgency), (Read("ТАСС", headline).Headline, Read("ТАСС", headline).Urgency));

    [Theory]
    [InlineData("Helyesbítés: Újra közlekednek a kompok", "Újra közlekednek a kompok", true)]
    [InlineData("ISPRAVAK: Trajekti opet plove", "Trajekti opet plove", true)]
    [InlineData("ISPRAVAK zakona: Trajekti", "ISPRAVAK zakona: Trajekti", false)]
    public void Corrections_are_heard_in_more_languages(string headline, string left, bool isCorrection)
    {
        var item = Read("MTI", headline);
        Assert.Equal((left, isCorrection), (item.Headline, item.Signals.Contains("sig:correction")));
    }

    private static NewsItem Read(string house, string headline) => TextConventions.Apply(new NewsItem { Headline = headline, Credit = new Credit { Source = house }, Body = new NewsBody("<p>I traghetti sono ripartiti.</p>", BodyKind.Html) }, null);
}
