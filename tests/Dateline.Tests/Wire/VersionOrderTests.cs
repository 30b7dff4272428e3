using System.Text;
using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Wire;

/// <summary>Whatever order versions come in, the latest stands: by the sender's count, and by the clock where there is none.</summary>
public class VersionOrderTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 16, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Func<int, string>> Documents = new(StringComparer.Ordinal)
    {
        ["ninjs without a time"] = n => $$"""{"uri":"urn:harbour:strait","version":"{{n}}","type":"text","pubstatus":"usable","headline":"Version {{n}}","body_text":"The text of version {{n}}."}""",
        ["ninjs with the same time"] = n => $$"""{"uri":"urn:harbour:strait","version":"{{n}}","type":"text","pubstatus":"usable","versioncreated":"2026-11-16T09:00:00Z","headline":"Version {{n}}","body_text":"The text of version {{n}}."}""",
        ["NewsML 1"] = n => $"""
            <?xml version="1.0" encoding="utf-8"?>
            <NewsML Version="1.2"><NewsEnvelope><DateAndTime>20261116T090000Z</DateAndTime></NewsEnvelope>
            <NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>harbour.example</ProviderId><DateId>20261116</DateId><NewsItemId>STRAIT</NewsItemId><RevisionId PreviousRevision="{n - 1}" Update="N">{n}</RevisionId><PublicIdentifier>urn:newsml:harbour.example:20261116:STRAIT:{n}</PublicIdentifier></NewsIdentifier></Identification>
            <NewsManagement><NewsItemType FormalName="News"/><FirstCreated>20261116T083000Z</FirstCreated><ThisRevisionCreated>20261116T090000Z</ThisRevisionCreated><Status FormalName="Usable"/></NewsManagement>
            <NewsComponent><NewsLines><HeadLine>Version {n}</HeadLine></NewsLines><ContentItem><MediaType FormalName="Text"/><DataContent><nitf><body><body.content><p>The text of version {n}.</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
            """,
        ["NITF"] = n => $"""<?xml version="1.0" encoding="UTF-8"?><nitf><head><title>Strait</title><docdata><doc-id id-string="harbour-strait"/><date.issue norm="20261116T090000Z"/><du-key version="{n}" key="STRAIT"/></docdata></head><body><body.head><hedline><hl1>Version {n}</hl1></hedline></body.head><body.content><p>The text of version {n}.</p></body.content></body></nitf>""",
    };

    public static TheoryData<string> Formats => [.. Documents.Keys];

    private static readonly int[][] Orders = [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1], [3, 2], [2, 3]];

    private static NewsItem News(string text, string? version = null, int? minute = null, PubStatus status = PubStatus.Usable) => new()
    {
        Uri = "urn:1",
        Version = version,
        Headline = text,
        Body = new NewsBody(text, BodyKind.Text),
        Published = Nine,
        Updated = minute is { } made ? Nine.AddMinutes(made) : null,
        Status = status,
    };

    private static async Task<(WireHouse, Source, Feed)> Open()
    {
        var wire = await WireHouse.Open();
        var source = await wire.Source("Harbour Wire");
        return (wire, source, await wire.FeedAt(source, "push:"));
    }

    /// <summary>Each in a document of its own.</summary>
    private static async Task<WireItem> Take(WireHouse wire, Source source, Feed feed, params NewsPart[] parts)
    {
        foreach (var part in parts) await wire.House.Writes.Run((db, stop) => new Receiving(db, feed, wire.Now).Take(part, stop), default);
        return Assert.Single(await wire.Items(source));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public async Task In_every_order_the_highest_number_stands(string format)
    {
        var reading = (Func<WireHouse, WireReading>)(wire => wire.House.Services.GetRequiredService<WireReading>());
        var (wire, _, _) = await Open();
        await using var open = wire;
        foreach (var order in Orders)
        {
            var source = await wire.Source($"Wire {string.Concat(order)}");
            var feed = await wire.FeedAt(source, "push:");
            foreach (var again in new[] { false, true }) // and once more: nothing is new
                foreach (var number in order)
                {
                    using var document = new MemoryStream(Encoding.UTF8.GetBytes(Documents[format](number)));
                    var read = await reading(wire).Read(feed, document, null, null, default);
                    if (again) Assert.Equal(0, read.Items);
                }
            var item = Assert.Single(await wire.Items(source));
            Assert.Equal(("Version 3", (long?)3), (item.Headline, item.SourceVersion));
        }
    }

    [Theory]
    [InlineData("2", 5, "3", 5)] // the same time, or none: the count
    [InlineData("2", null, "3", null)]
    [InlineData("9", null, "10", null)] // numbers, not letters
    [InlineData("2", 30, "3", 5)] // an earlier version that was stamped when it was sent again
    [InlineData("2", 5, "2", 6)] // a correction that kept its number: the time
    [InlineData("7", 5, "1", 6)] // a count that begins anew: the time
    [InlineData("a", 5, "b", 6)] // no numbers: the time
    [InlineData(null, 5, "1", 6)]
    [InlineData("3", 5, null, 6)]
    [InlineData("3", 5, "99999999999999999999", 6)]
    public async Task Of_two_versions_the_newer_stands_whichever_came_first(string? older, int? olderMinute, string? newer, int? newerMinute)
    {
        foreach (var late in new[] { false, true })
        {
            var (wire, source, feed) = await Open();
            await using var open = wire;
            var (one, two) = (News("older", older, olderMinute), News("newer", newer, newerMinute));
            Assert.Equal("newer", (await Take(wire, source, feed, late ? [two, one] : [one, two])).Headline);
        }
    }

    [Fact]
    public async Task A_later_number_with_a_known_text_is_remembered_and_changes_nothing_else()
    {
        var (wire, source, feed) = await Open();
        await using var open = wire;
        var first = await Take(wire, source, feed, News("first", "1"));
        var third = await Take(wire, source, feed, News("first", "3"));
        Assert.Equal((first.Row, 1, 3), (third.Row, third.Number, third.SourceVersion));
        Assert.Equal("first", (await Take(wire, source, feed, News("second", "2"))).Headline);
    }

    [Fact]
    public async Task What_was_kept_before_numbers_were_has_its_number_in_its_text()
    {
        var (wire, source, feed) = await Open();
        await using var open = wire;
        await Take(wire, source, feed, News("third", "3"));
        await wire.House.Writes.Run((db, stop) => db.WireItems.ExecuteUpdateAsync(set => set.SetProperty(item => item.SourceVersion, (long?)null), stop), default);
        var item = await Take(wire, source, feed, News("second", "2"));
        Assert.Equal(("third", 3), (item.Headline, item.SourceVersion));
    }

    [Fact]
    public async Task A_text_taken_back_by_a_later_number_stands_whichever_feed_says_so()
    {
        var (wire, source, feed) = await Open();
        await using var open = wire;
        var sports = await wire.FeedAt(source, "drop:sports");
        await Take(wire, source, feed, News("first", "1"), News("second", "2"));
        Assert.Equal("first", (await Take(wire, source, sports, News("first", "3"))).Headline);
        Assert.Equal("first", (await Take(wire, source, feed, News("second", "2"))).Headline);
    }

    [Fact]
    public async Task A_kill_is_kept_whatever_its_number_and_the_version_before_a_hold_is_old()
    {
        var (wire, source, feed) = await Open();
        await using var open = wire;
        var held = await Take(wire, source, feed, News("third", "3"), News("", "2", status: PubStatus.Withheld));
        Assert.Null(held.KilledAt); // released since
        held = await Take(wire, source, feed, News("", "4", status: PubStatus.Withheld), News("second", "2"));
        Assert.Equal((PubStatus.Withheld, 4), (held.Status, held.SourceVersion));
        var released = await Take(wire, source, feed, News("third", "5"));
        Assert.Equal((PubStatus.Usable, null), (released.Status, released.KilledAt));
        var killed = await Take(wire, source, feed, News("", "2", status: PubStatus.Canceled), News("sixth", "6"));
        Assert.Equal(PubStatus.Canceled, killed.Status);
        Assert.NotNull(killed.KilledAt);
    }

    [Fact]
    public async Task In_one_document_the_highest_number_stands_and_a_kill_is_heard_wherever_it_stands()
    {
        var (wire, source, _) = await Open();
        await using var open = wire;
        var feed = await wire.FeedAt(source, "drop:together");
        var intake = wire.House.Services.GetRequiredService<WireReading>();
        async Task<WireItem> Read(params string[] items)
        {
            using var document = new MemoryStream(Encoding.UTF8.GetBytes($$"""{"items":[{{string.Join(',', items)}}]}"""));
            await intake.Read(feed, document, null, null, default);
            return Assert.Single(await wire.Items(source));
        }

        var ninjs = Documents["ninjs without a time"];
        Assert.Equal("Version 3", (await Read(ninjs(1), ninjs(3), ninjs(2))).Headline);
        Assert.Equal(PubStatus.Canceled, (await Read(ninjs(4), ninjs(2).Replace("usable", "canceled", StringComparison.Ordinal))).Status);
    }
}
