using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Wire;

public class ReceivingTests
{
    private static readonly DateTimeOffset Nine = TestHouse.Start.AddMinutes(-30);

    private static NewsItem News(string text, int? minute = null, PubStatus status = PubStatus.Usable) => new()
    {
        Uri = "urn:1",
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
        return (wire, source, await Feed(wire, source, "world"));
    }

    private static async Task<Feed> Feed(WireHouse wire, Source source, string name) => (await wire.House.Writes.Run(async (db, stop) =>
        (await SourceChanges.AddFeed(db, source.Id, $"https://{source.Key}.example/{name}", "en", 60, null, wire.Now, stop)).Feed!, default)).Value;

    private static async Task<int> Take(WireHouse wire, Feed feed, params NewsPart[] parts) => (await wire.House.Writes.Run(async (db, stop) =>
    {
        var receiving = new Receiving(db, feed, wire.Now);
        await receiving.Take(parts, stop);
        return receiving.Taken;
    }, default)).Value;

    private static async Task<WireItem> Item(WireHouse wire, Source source) => Assert.Single(await wire.Items(source));

    [Fact]
    public async Task An_older_version_does_not_overwrite_a_newer_one()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        await Take(wire, feed, News("second", 20));
        Assert.Equal(0, await Take(wire, feed, News("first", 10)));
        Assert.Equal("second", (await Item(wire, source)).Headline);
    }

    [Fact]
    public async Task A_date_from_the_future_does_not_make_all_that_follows_look_old()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        await Take(wire, feed, News("first", 20 * 365 * 24 * 60));
        await Take(wire, feed, News("second", 10));
        Assert.Equal("second", (await Item(wire, source)).Headline);
    }

    [Fact]
    public async Task A_correction_taken_back_is_a_version_too()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        foreach (var text in new[] { "first", "second", "first" }) await Take(wire, feed, News(text));
        Assert.Equal(("first", 3), ((await Item(wire, source)).Headline, (await Item(wire, source)).Number));
    }

    [Fact]
    public async Task Two_feeds_of_a_source_with_their_own_renderings_come_to_rest()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        var sports = await Feed(wire, source, "sports");
        for (var n = 0; n < 5; n++)
        {
            await Take(wire, feed, News("in the world feed"));
            await Take(wire, sports, News("in the sports feed"));
        }
        Assert.Equal(2, (await Item(wire, source)).Number);
    }

    [Fact]
    public async Task A_sender_of_two_minds_comes_to_rest()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        for (var n = 0; n < 40; n++) await Take(wire, feed, News(n % 2 == 0 ? "first" : "second"));
        Assert.Equal(10, (await Item(wire, source)).Number);
    }

    [Fact]
    public async Task Canceled_is_for_good()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        await Take(wire, feed, News("first", 1));
        await Take(wire, feed, News("", 2, PubStatus.Canceled));
        Assert.Equal(0, await Take(wire, feed, News("second", 3)));
        Assert.Equal((PubStatus.Canceled, 1), ((await Item(wire, source)).Status, (await Item(wire, source)).Number));
        Assert.NotNull((await Item(wire, source)).KilledAt);
        Assert.Equal(["WireItemReceived", "WireItemKilled"], await wire.Facts());
    }

    [Fact]
    public async Task Withheld_is_recalled_until_the_source_releases_it()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        await Take(wire, feed, News("first", 1));
        await Take(wire, feed, News("first", 2, PubStatus.Withheld));
        var held = await Item(wire, source);
        Assert.Equal((PubStatus.Withheld, "Its source withholds it for now."), (held.Status, held.KillReason));
        Assert.NotNull(held.KilledAt);

        Assert.Equal(0, await Take(wire, feed, News("first", 1))); // an old copy
        Assert.Equal(1, await Take(wire, feed, News("first", 3)));
        Assert.Equal(0, await Take(wire, feed, News("first", 2, PubStatus.Withheld)));

        var released = await Item(wire, source);
        Assert.Equal((PubStatus.Usable, null, null, 2), (released.Status, released.KilledAt, released.KillReason, released.Number));
    }

    [Fact]
    public async Task Held_before_anybody_saw_it_it_arrives_when_released()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        await Take(wire, feed, News("", status: PubStatus.Withheld));
        Assert.Equal(1, await Take(wire, feed, News("first")));
        Assert.Equal(("first", 1), ((await Item(wire, source)).Headline, (await Item(wire, source)).Number));
        Assert.Equal("WireItemReceived", (await wire.Facts())[^1]);
    }

    [Fact]
    public async Task One_item_may_cancel_another_of_its_own_source_alone()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        var other = await wire.Source("Lakes News");
        var theirs = await Feed(wire, other, "world");
        await Take(wire, feed, News("first"));
        await Take(wire, theirs, News("theirs"), new NewsItem { Uri = "urn:2", Headline = "KILL urn:1", Cancels = ["urn:1"] });
        Assert.Null((await Item(wire, source)).KilledAt);
        Assert.NotNull((await wire.Items(other)).Single(item => item.Guid == "urn:1").KilledAt);
    }

    [Fact]
    public async Task An_advisory_is_no_story()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        Assert.Equal(0, await Take(wire, feed, News("Editors: photos follow") with { Publishable = false }));
        Assert.Empty(await wire.Items(source));
    }

    [Fact]
    public async Task In_whatever_order_and_however_often_versions_come_the_newest_stands()
    {
        var (wire, source, feed) = await Open();
        await using var _ = wire;
        var way = Gen.Choose(1, 6).ListOf().Where(list => list.Count > 0);
        foreach (var (minutes, n) in way.Sample(40).Select((minutes, n) => (minutes, n)))
        {
            foreach (var minute in minutes) await Take(wire, feed, News($"version {minute}", minute) with { Uri = $"urn:{n}" });
            var item = (await wire.Items(source)).Single(item => item.Guid == $"urn:{n}");
            Assert.Equal($"version {minutes.Max()}", item.Headline);
            var before = item.Row;
            foreach (var minute in minutes) await Take(wire, feed, News($"version {minute}", minute) with { Uri = $"urn:{n}" });
            Assert.Equal(before, (await wire.Items(source)).Single(item => item.Guid == $"urn:{n}").Row);
        }
    }

    [Fact]
    public void The_content_hash_sees_what_a_reader_sees_and_no_times()
    {
        var news = News("first", 1);
        Assert.Equal(ContentHash.Of(news), ContentHash.Of(news with { Updated = Nine.AddHours(3), Published = null, Raw = "x", Repairs = ["y"], Version = "9" }));
        NewsItem[] others =
        [
            news with { Headline = "second" }, news with { Summary = "s" }, news with { Body = new NewsBody("b", BodyKind.Text) }, news with { Byline = "b" },
            news with { Embargo = new Embargo(null) }, news with { Urgency = 1 }, news with { Credit = new Dateline.Formats.Credit { Source = "s" } },
            news with { Credit = new Dateline.Formats.Credit { Distributor = "s" } }, news with { Media = [new Media("https://a.example/1.jpg")] }, news with { Keywords = ["k"] },
            news with { Headline = "fir", Summary = "st" },
        ];
        Assert.Equal(others.Length + 1, others.Append(news).Select(ContentHash.Of).Distinct().Count());
    }
}
