namespace Dateline.Formats.Tests;

/// <summary>What all formats of wires say of an item in words of their own is read by one list of them.</summary>
public class WireFieldTests
{
    [Theory]
    [InlineData("usable", PubStatus.Usable)]
    [InlineData("released", PubStatus.Usable)]
    [InlineData("held", PubStatus.Withheld)]
    [InlineData("spiked", PubStatus.Withheld)]
    [InlineData("kill", PubStatus.Canceled)]
    [InlineData("withdrawn", PubStatus.Canceled)]
    [InlineData("takedown", PubStatus.Canceled)]
    [InlineData("stat:retracted", PubStatus.Canceled)]
    public async Task A_publication_status_is_known_in_every_format(string word, PubStatus status)
    {
        foreach (var document in Documents($"\"pubstatus\":\"{word}\"", $"<pubStatus qcode='{(word.Contains(':', StringComparison.Ordinal) ? word : "stat:" + word)}'/>", $"management-status='{word}'", $"X-Pubstatus: {word}"))
        {
            var item = Assert.Single((await FeedReading.OfAsync(document)).Items);
            Assert.Equal((status, 0), (item.Status, item.Repairs.Count(repair => repair.Contains("status", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public async Task A_status_that_nobody_knows_is_withheld_where_the_field_is_the_standards_own()
    {
        foreach (var (document, status) in Documents("\"pubstatus\":\"tided\"", "<pubStatus qcode='stat:tided'/>", "management-status='tided'", "X-Pubstatus: tided").Zip([PubStatus.Usable, PubStatus.Withheld, PubStatus.Withheld, PubStatus.Usable]))
        {
            var item = Assert.Single((await FeedReading.OfAsync(document)).Items);
            Assert.Equal(status, item.Status);
            Assert.Contains(item.Repairs, repair => repair.StartsWith("The publication status is none", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task An_advisory_is_known_by_its_genre()
    {
        foreach (var document in Documents("\"genre\":[{\"name\":\"Advisory\"}]", "</itemMeta><contentMeta><genre qcode='genre:Advisory'/></contentMeta><itemMeta>", null, null))
            Assert.False(Assert.Single((await FeedReading.OfAsync(document)).Items).Publishable, document);
    }

    [Fact]
    public async Task A_letter_that_only_recalls_another_is_heard() =>
        Assert.Equal(["1@b.example"], Assert.Single((await FeedReading.OfAsync("From: a@b.example\nTo: desk@c.example\nControl: cancel <1@b.example>\n\n")).Items).Cancels);

    // An item of ninjs, of G2, of NITF and of mail, each with what is said of it.
    private static IEnumerable<string> Documents(string? ninjs, string? g2, string? nitf, string? mail)
    {
        if (ninjs is not null) yield return $$"""{"uri":"1","versioncreated":"2026-11-16T08:30:00Z",{{ninjs}},"headline":"Ferries sail"}""";
        if (g2 is not null) yield return $"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='1'><itemMeta>{g2}</itemMeta><contentMeta><headline>Ferries sail</headline></contentMeta></newsItem>";
        if (nitf is not null) yield return $"<nitf><head><docdata {nitf}><doc-id id-string='1'/></docdata></head><body><body.head><hedline><hl1>Ferries sail</hl1></hedline></body.head></body></nitf>";
        if (mail is not null) yield return $"From: a@b.example\nMessage-ID: <1>\n{mail}\nSubject: Ferries sail\n\nThey sail again.\n";
    }
}
