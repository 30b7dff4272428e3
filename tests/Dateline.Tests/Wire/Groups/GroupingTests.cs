using Dateline.Bench.Groups;
using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Groups;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Wire.Groups;

/// <summary>Copies of a story find together in the receive path, whoever sends them and in whatever order.</summary>
public class GroupingTests
{
    private static readonly List<string> Story = new Newsroom(new Random(4)).Tell(new Newsroom(new Random(5)).Happens(Newsroom.Tongues[0]), 0, 10);
    private static readonly List<string> Another = new Newsroom(new Random(6)).Tell(new Newsroom(new Random(7)).Happens(Newsroom.Tongues[0]), 1, 10);

    private static NewsItem News(string guid, IEnumerable<string> passages, string headline = "A headline of its own") =>
        new() { Uri = guid, Headline = headline, Body = new NewsBody(string.Concat(passages.Select(passage => $"<p>{passage}</p>")), BodyKind.Html) };

    private static async Task<(WireHouse, List<Feed>)> Open(int sources = 3)
    {
        var wire = await WireHouse.Open();
        var feeds = new List<Feed>();
        for (var n = 0; n < sources; n++)
        {
            var source = await wire.Source($"Wire {n}");
            feeds.Add((await wire.House.Writes.Run(async (db, stop) => (await SourceChanges.AddFeed(db, source.Id, $"https://wire{n}.example/feed", "en", 60, null, wire.Now, stop)).Feed!, default)).Value);
        }
        return (wire, feeds);
    }

    private static Task Take(WireHouse wire, Feed feed, params NewsPart[] parts) =>
        wire.House.Writes.Run((db, stop) => new Receiving(db, feed, wire.Now).Take(parts, stop), default);

    private static async Task<Dictionary<string, WireItem>> Items(WireHouse wire) => (await wire.All<WireItem>()).ToDictionary(item => item.Guid);

    [Fact]
    public async Task Dateline_credit_and_headline_do_not_make_another_text()
    {
        var (wire, feeds) = await Open();
        await using var _ = wire;
        await Take(wire, feeds[0], News("a", ["BELAHAVEN, Nov 16 (Wire Nought) - " + Story[0], .. Story.Skip(1), "(Reporting by R. Porter; Editing by M. Quay)"]));
        await Take(wire, feeds[1], News("b", ["WIRE ONE (Wire One Network)- " + Story[0], .. Story.Skip(1), "Contact: desk@wire1.example"], "Quite another headline"));
        var items = await Items(wire);
        Assert.Equal((items["a"].Id, Relation.Exact), (items["b"].GroupId, items["b"].Relation));
        Assert.Equal((items["a"].Id, null), (items["a"].GroupId, items["a"].Relation));
    }

    /// <summary>A day's news of one small world: the same towns, ministries and institutions in story after story.</summary>
    [Theory]
    [InlineData("en-telescope", "en-brief-comet")]
    [InlineData("en-skerrow-talks", "en-vaccine")]
    [InlineData("ar-solar", "ar-brief-derby")]
    public async Task Two_stories_of_one_place_are_not_taken_for_one(string one, string other)
    {
        var (wire, feeds) = await Open();
        await using var _ = wire;
        foreach (var (story, feed) in Dateline.Operating.DemoWorld.ReadItems().Where(item => item.Id == one || item.Id == other).Zip(feeds))
            await Take(wire, feed, new NewsItem { Uri = story.Id, Headline = story.Headline, Body = new NewsBody(story.Body.Replace("{today}", "Tuesday", StringComparison.Ordinal), BodyKind.Html) });
        var items = await Items(wire);
        Assert.NotEqual(items[one].GroupId, items[other].GroupId);
    }

    [Fact]
    public async Task A_cut_is_known_and_so_is_a_changed_text_and_neither_is_the_same()
    {
        var (wire, feeds) = await Open();
        await using var _ = wire;
        await Take(wire, feeds[0], News("whole", Story));
        await Take(wire, feeds[1], News("cut", Story.Take(5)));
        await Take(wire, feeds[2], News("changed", Story.Select((passage, n) => n == 3 ? passage + " Nobody would say more about it until the evening." : passage)));
        var items = await Items(wire);
        Assert.Equal((Relation.Abridged, Relation.Revision), (items["cut"].Relation, items["changed"].Relation));
        Assert.Single(items.Values.Select(item => item.GroupId).Distinct());
    }

    [Fact]
    public async Task One_changed_number_is_a_revision_and_not_the_same()
    {
        var (wire, feeds) = await Open();
        await using var _ = wire;
        await Take(wire, feeds[0], News("a", ["The harbour counted 14 dead by noon after the storm tore the roofs away.", .. Story]));
        await Take(wire, feeds[1], News("b", ["The harbour counted 41 dead by noon after the storm tore the roofs away.", .. Story]));
        Assert.Equal(Relation.Revision, (await Items(wire))["b"].Relation);
    }

    [Fact]
    public async Task A_round_up_of_two_stories_does_not_make_them_one()
    {
        var (wire, feeds) = await Open();
        await using var _ = wire;
        await Take(wire, feeds[0], News("one", Story));
        await Take(wire, feeds[0], News("two", Another));
        await Take(wire, feeds[1], News("both", [.. Story.Take(5), .. Another.Take(5)]));
        await Take(wire, feeds[2], News("two again", Another));
        var items = await Items(wire);
        Assert.NotEqual(items["one"].GroupId, items["two"].GroupId);
        Assert.Equal(items["two"].GroupId, items["two again"].GroupId);
    }

    [Fact]
    public async Task In_whatever_order_the_carriers_come_the_same_ones_are_together()
    {
        (string, IEnumerable<string>)[] sent = [("whole", Story), ("again", Story), ("cut", Story.Take(6)), ("other", Another), ("other again", Another)];
        for (var seed = 0; seed < 6; seed++)
        {
            var (wire, feeds) = await Open();
            await using var _ = wire;
            var order = sent.ToArray();
            new Random(seed).Shuffle(order);
            for (var n = 0; n < order.Length; n++) await Take(wire, feeds[n % feeds.Count], News(order[n].Item1, order[n].Item2));
            var groups = (await wire.All<WireItem>()).GroupBy(item => item.GroupId).Select(group => string.Join(' ', group.Select(item => item.Guid).Order())).Order();
            Assert.Equal(["again cut whole", "other other again"], groups);
        }
    }

    [Fact]
    public async Task The_same_again_changes_nothing_and_a_new_version_stays_where_it_was()
    {
        var (wire, feeds) = await Open();
        await using var _ = wire;
        await Take(wire, feeds[0], News("a", Story));
        await Take(wire, feeds[1], News("b", Story));
        var (before, prints, traces) = ((await Items(wire))["b"], (await wire.All<Print>()).Count, (await wire.All<PrintTrace>()).Count);
        await Take(wire, feeds[1], News("b", Story));
        Assert.Equal((before.Row, before.GroupId), ((await Items(wire))["b"].Row, (await Items(wire))["b"].GroupId));
        Assert.Equal((prints, traces), ((await wire.All<Print>()).Count, (await wire.All<PrintTrace>()).Count));

        await Take(wire, feeds[1], News("b", Another));
        Assert.Equal((before.GroupId, 2), ((await Items(wire))["b"].GroupId, (await Items(wire))["b"].Number));
        Assert.Equal(2, (await wire.All<Print>()).Count);
    }

    [Fact]
    public async Task A_day_sent_again_in_other_batches_changes_nothing()
    {
        for (var seed = 1; seed <= 2; seed++)
        {
            var (wire, feeds) = await Open(LabelledStories.Sources);
            await using var _ = wire;
            var chance = new Random(seed);
            var set = LabelledStories.Make(seed, 15);
            await Send(wire, feeds, set, chance);
            var (before, prints, traces) = (await Said(wire), (await wire.All<Print>()).Count, (await wire.All<PrintTrace>()).Count);
            await Send(wire, feeds, set.OrderBy(_ => chance.Next()), chance);
            Assert.Equal(before, await Said(wire));
            Assert.Equal((prints, traces), ((await wire.All<Print>()).Count, (await wire.All<PrintTrace>()).Count));
        }

        static async Task Send(WireHouse wire, List<Feed> feeds, IEnumerable<Labelled> set, Random chance)
        {
            foreach (var ofSource in set.GroupBy(one => one.Source))
                foreach (var batch in ofSource.Chunk(chance.Next(1, 9))) await Take(wire, feeds[ofSource.Key], [.. batch.Select(one => one.News)]);
        }

        static async Task<List<(string, Guid?, Relation?, long)>> Said(WireHouse wire) => [.. (await wire.All<WireItem>()).Select(item => (item.Guid, item.GroupId, item.Relation, item.Row)).Order()];
    }

    [Fact]
    public async Task A_batch_finds_its_own_copies()
    {
        var (wire, feeds) = await Open();
        await using var _ = wire;
        await Take(wire, feeds[0], News("a", Story), News("b", Story), News("c", Another));
        var items = await Items(wire);
        Assert.Equal(items["a"].GroupId, items["b"].GroupId);
        Assert.NotEqual(items["a"].GroupId, items["c"].GroupId);
    }

    [Fact]
    public async Task Short_texts_of_one_formula_stay_apart()
    {
        var (wire, feeds) = await Open();
        await using var _ = wire;
        await Take(wire, feeds[0], [.. Enumerable.Range(0, 5).Select(n => News($"{n}", ["The first ships of the convoy passed the strait at dawn."], $"Tanker {n} passes the strait"))]);
        Assert.Equal(5, (await wire.All<WireItem>()).Select(item => item.GroupId).Distinct().Count());
    }

    [Fact]
    public async Task After_three_days_a_text_is_news_again_and_its_print_is_forgotten()
    {
        var (wire, feeds) = await Open();
        await using var _ = wire;
        await Take(wire, feeds[0], News("a", Story));
        wire.House.Clock.Advance(TimeSpan.FromHours(73));
        await Take(wire, feeds[1], News("b", Story));
        Assert.NotEqual((await Items(wire))["a"].GroupId, (await Items(wire))["b"].GroupId);

        var before = wire.Now - PrintRetention.Window;
        while ((await wire.House.Writes.Run((db, stop) => PrintRetention.Forget(db, DateTimeOffset.UnixEpoch, before, 20, stop), default)).Value == 20) { }
        var left = Assert.Single(await wire.All<Print>());
        Assert.Equal((await Items(wire))["b"].Id, left.ItemId);
        Assert.All(await wire.All<PrintTrace>(), trace => Assert.Equal(left.Number, trace.Print));
    }

    [Fact]
    public async Task The_labelled_set_is_grouped_as_it_was_made()
    {
        var (wire, feeds) = await Open(LabelledStories.Sources);
        await using var _ = wire;
        var score = await GroupScore.Measure(wire.House.Writes, wire.House.Services.GetService(typeof(DatelineDbFactory)) as DatelineDbFactory ?? throw new InvalidOperationException(), feeds, LabelledStories.Make(77, 250), wire.Now);
        Assert.All([Relation.Exact, Relation.Revision, Relation.Abridged], relation => Assert.InRange(score.Relations[relation].F1, 0.9, 1));
        Assert.InRange(score.Relations[Relation.SameEvent].Precision, 0.85, 1);
        Assert.InRange(score.Pairs.Precision, 0.95, 1);
    }

    [Theory]
    [InlineData("ar", 12)]
    [InlineData("zh", 13)]
    public async Task Few_texts_of_a_language_do_not_make_its_usual_words_names(string language, int seed)
    {
        var (wire, feeds) = await Open(LabelledStories.Sources);
        await using var _ = wire;
        var set = LabelledStories.Make(seed, 400).Where(one => one.News.Language == language).Take(150).ToList();
        await GroupScore.Measure(wire.House.Writes, wire.House.Services.GetService(typeof(DatelineDbFactory)) as DatelineDbFactory ?? throw new InvalidOperationException(), feeds, set, wire.Now);
        var items = await Items(wire);
        var wrong = set.Where(one => one.Truth is null && one.Scored && items[one.News.Uri!].Relation is Relation.SameEvent && !set.Any(other => other != one && other.Story == one.Story)).ToList();
        Assert.True(wrong.Count <= 1, $"{wrong.Count} of {set.Count(one => one.Truth is null)} stories were taken for others.");
    }
}
