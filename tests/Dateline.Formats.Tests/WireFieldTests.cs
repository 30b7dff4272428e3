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

    /// <summary>A document within another holds and kills too, and lets nothing go that its envelope holds.</summary>
    [Theory]
    [InlineData("", "management-status='canceled'", "", PubStatus.Canceled, null)]
    [InlineData("", "management-status='withheld'", "", PubStatus.Withheld, null)]
    [InlineData("<pubStatus qcode='stat:canceled'/>", "management-status='withheld'", "", PubStatus.Canceled, null)]
    [InlineData("", "management-status='embargoed'", "<date.release norm='20261118T060000Z'/>", PubStatus.Usable, "2026-11-18 06:00")]
    [InlineData("<embargoed>2026-11-19T06:00:00Z</embargoed>", "management-status='embargoed'", "<date.release norm='20261118T060000Z'/>", PubStatus.Usable, "2026-11-19 06:00")]
    [InlineData("<embargoed/>", "management-status='embargoed'", "<date.release norm='20261118T060000Z'/>", PubStatus.Usable, "open")]
    [InlineData("", "", "<ed-msg info='Eds: MANDATORY KILL'/>", PubStatus.Canceled, null)]
    [InlineData("", "management-status='usable'", "<date.issue norm='20261116T083000Z'/><date.release norm='20261116T083000Z'/>", PubStatus.Usable, null)]
    [InlineData("", "management-status='of-our-own'", "", PubStatus.Usable, null)]
    public async Task What_holds_a_document_within_another_holds_the_item(string meta, string status, string data, PubStatus expected, string? embargo)
    {
        var item = Assert.Single((await FeedReading.OfAsync($"<newsItem guid='1'><itemMeta><versionCreated>2026-11-16T08:30:00Z</versionCreated>{meta}</itemMeta><contentMeta><headline>Ferries sail</headline></contentMeta><contentSet><inlineXML><nitf><head><docdata {status}>{data}</docdata></head><body><body.content><p>They sail.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>")).Items);
        Assert.Equal((expected, embargo), (item.Status, item.Embargo is null ? null : item.Embargo.Until is { } until ? $"{until:yyyy-MM-dd HH:mm}" : "open"));
    }

    [Fact]
    public async Task What_stands_in_a_second_set_of_contents_is_read_too()
    {
        var item = Assert.Single((await FeedReading.OfAsync("<newsItem guid='1'><contentMeta><headline>Ferries sail</headline></contentMeta><contentSet><remoteContent href='https://i.example/a.jpg' contenttype='image/jpeg'/></contentSet><contentSet><inlineXML><html><body><p>They sail.</p></body></html></inlineXML></contentSet></newsItem>")).Items);
        Assert.Equal(("<p>They sail.</p>", "https://i.example/a.jpg"), (item.Body?.Content, Assert.Single(item.Media).Href));
    }

    /// <summary>AP's <c>originalHeadline</c> is the first once more; a second line in words of its own says what the story is about.</summary>
    [Theory]
    [InlineData("<hl1 id='headline'>Ferries sail</hl1><hl2 id='originalHeadline'>Ferries to sail again on Monday</hl2>", null)]
    [InlineData("<hl1>Ferries sail</hl1><hl2 id='h2'>Three days in port are over</hl2>", "Three days in port are over")]
    public async Task A_headline_as_it_was_first_is_no_summary(string lines, string? summary) =>
        Assert.Equal(summary, Assert.Single((await FeedReading.OfAsync($"<nitf><head><docdata><doc-id id-string='1'/></docdata></head><body><body.head><hedline>{lines}</hedline></body.head><body.content><p>They sail.</p></body.content></body></nitf>")).Items).Summary);

    [Fact]
    public async Task Who_signs_alone_is_no_place() =>
        Assert.Equal(new PlaceLine("(Reuters)"), Assert.Single((await FeedReading.OfAsync("<newsItem guid='1'><contentMeta><headline>Ferries sail</headline><dateline>(Reuters)</dateline></contentMeta></newsItem>")).Items).PlaceLine);

    [Fact]
    public async Task Who_signs_a_place_is_no_part_of_it()
    {
        var line = Assert.Single((await FeedReading.OfAsync("<nitf><body><body.head><hedline><hl1>Ferries sail</hl1></hedline><dateline><location>QUAYTOWN, Norland (AP)</location></dateline></body.head><body.content><p>They sail.</p></body.content></body></nitf>")).Items).PlaceLine;
        Assert.Equal(("QUAYTOWN, Norland (AP)", "QUAYTOWN, Norland"), (line?.Text, line?.Place));
    }

    /// <summary>What a release says of when it may go out, above its text.</summary>
    [Theory]
    [InlineData("FOR IMMEDIATE RELEASE")]
    [InlineData("Pour diffusion immédiate")]
    [InlineData("Zur sofortigen Veröffentlichung:")]
    [InlineData("Para publicación inmediata")]
    public async Task That_a_release_is_for_now_is_no_part_of_it(string line) =>
        Assert.Equal("The ferries sail again on Monday, the board said.", Assert.Single((await FeedReading.OfAsync($"From: a@b.example\nMessage-ID: <1@b>\nContent-Type: text/plain; charset=utf-8\nSubject: Ferries sail\n\n{line}\n\nThe ferries sail again on Monday, the board said.\n")).Items).Body?.Content);

    // An item of ninjs, of G2, of NITF and of mail, each with what is said of it.
    private static IEnumerable<string> Documents(string? ninjs, string? g2, string? nitf, string? mail)
    {
        if (ninjs is not null) yield return $$"""{"uri":"1","versioncreated":"2026-11-16T08:30:00Z",{{ninjs}},"headline":"Ferries sail"}""";
        if (g2 is not null) yield return $"<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='1'><itemMeta>{g2}</itemMeta><contentMeta><headline>Ferries sail</headline></contentMeta></newsItem>";
        if (nitf is not null) yield return $"<nitf><head><docdata {nitf}><doc-id id-string='1'/></docdata></head><body><body.head><hedline><hl1>Ferries sail</hl1></hedline></body.head></body></nitf>";
        if (mail is not null) yield return $"From: a@b.example\nMessage-ID: <1>\n{mail}\nSubject: Ferries sail\n\nThey sail again.\n";
    }

    [Theory]
    [InlineData("urn:newsml:dpa.com:20090101:261116-99-012345/3", "urn:newsml:dpa.com:20090101:261116-99-012345", "3")]
    [InlineData("urn:newsml:dpa.com:20090101:261116-99-012345", "urn:newsml:dpa.com:20090101:261116-99-012345", null)]
    [InlineData("https://wire.example/stories/3", "https://wire.example/stories/3", null)]
    public async Task An_identity_is_the_same_for_all_versions(string sent, string uri, string? version)
    {
        var nitf = $"<nitf><head><docdata management-doc-idref=\"{sent}\" management-idref-status=\"canceled\"><doc-id id-string=\"{sent}\"/></docdata></head><body><body.head><hedline><hl1>Ferries sail</hl1></hedline></body.head><body.content><p>Ferries sailed.</p></body.content></body></nitf>";
        var item = Assert.Single((await FeedReading.OfAsync(nitf)).Items);
        Assert.Equal((uri, version, uri), (item.Uri, item.Version, Assert.Single(item.Cancels)));
    }
}
