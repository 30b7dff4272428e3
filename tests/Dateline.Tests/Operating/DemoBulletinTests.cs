using Dateline.Operating;
using Dateline.Stories;

namespace Dateline.Tests.Operating;

/// <summary>The demo goes on: half an hour of it, made in a moment.</summary>
public class DemoBulletinTests
{
    private const int HalfAnHour = 200;
    private const int Kinds = 13;
    private static readonly DateTimeOffset Start = new(2026, 11, 16, 9, 30, 0, TimeSpan.Zero);
    private static readonly DemoWorld World = DemoWorld.Read();

    [Fact]
    public void Something_comes_every_few_seconds_in_every_language()
    {
        var bulletins = DemoBulletins.Read();
        var arrivals = DemoWorld.ReadItems().Select(item => item.ArrivesAfterSeconds).OfType<int>()
            .Concat(Enumerable.Range(0, HalfAnHour).Select(number => bulletins.At(number).ArrivesAfterSeconds!.Value)).Order().ToList();
        Assert.InRange(arrivals[0], 0, 15);
        Assert.All(arrivals.Zip(arrivals.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, 0, 12));
        Assert.True(arrivals[^1] >= 1_800);
        foreach (var language in new[] { "en", "ar", "fa" })
            Assert.All(Enumerable.Range(0, HalfAnHour / Kinds).Select(round => Enumerable.Range(round * Kinds, Kinds).Select(bulletins.At)), round => Assert.Contains(round, item => item.Language == language));
    }

    [Fact]
    public void Each_is_whole_copy_and_the_same_whenever_it_is_asked_for()
    {
        var (one, other) = (DemoBulletins.Read(), DemoBulletins.Read());
        for (var number = 0; number < HalfAnHour; number++)
        {
            var item = one.At(number);
            Assert.Equal(item with { Topics = [] }, other.At(number) with { Topics = [] });
            foreach (var text in new[] { item.Headline, item.Fill(item.Summary!, Start), item.Fill(item.Body, Start) })
            {
                Assert.DoesNotContain('{', text);
                if (item.Language == "fa") Assert.DoesNotContain(text, char.IsAsciiDigit);
            }
            Assert.True(item.Headline.Length <= StoryText.LongestHeadline);
            Assert.Equal(item.Language, World.Wires.Single(wire => wire.Key == item.Source).Language);
            Assert.All(item.Topics, topic => Assert.Contains(World.Topics, known => known.Key == topic));
        }
    }

    [Fact]
    public void A_reading_that_is_kept_up_to_date_is_one_item_and_the_others_are_their_own()
    {
        var bulletins = DemoBulletins.Read();
        var ids = Enumerable.Range(0, HalfAnHour).Select(number => bulletins.At(number).Id).GroupBy(id => id).ToDictionary(group => group.Key, group => group.Count());
        Assert.Contains(ids.Values, count => count > 10);
        Assert.True(ids.Count(id => id.Value == 1) > 100);
        foreach (var id in ids.Where(id => id.Value == 1).Select(id => id.Key)) Assert.Equal(id, bulletins.Find(id)!.Id);
        Assert.Contains(ids.Keys, bulletins.IsForTheFront);
        Assert.All(World.Wires, wire => Assert.InRange(bulletins.Sent(wire.Key, 100_000).Count(), 1, 12));
        Assert.All(World.Wires, wire => Assert.Empty(bulletins.Sent(wire.Key, 5)));
    }

    [Fact]
    public void Few_go_out_by_themselves_with_a_picture_and_never_twice_of_one_kind_in_a_row()
    {
        var bulletins = DemoBulletins.Read();
        var hour = Enumerable.Range(0, 400).Select(bulletins.At).ToList();
        foreach (var language in new[] { "en", "ar", "fa" })
        {
            var shown = hour.Where(item => item.Language == language && bulletins.IsForTheFront(item.Id)).ToList();
            Assert.InRange(shown.Count, 1, 7); // in an hour; a front's latest are nine
            var full = World.Wires.Where(wire => wire.Terms == Terms.FullText).Select(wire => wire.Key).ToHashSet();
            Assert.All(shown, item => Assert.True(item.Picture is { } picture && DemoWorld.Picture(picture.File) is not null && full.Contains(item.Source), item.Id));
            if (language == "en") Assert.All(shown.Zip(shown.Skip(1)), pair => Assert.NotEqual(Kind(pair.First), Kind(pair.Second)));
        }
        Assert.True(hour.Count(item => bulletins.IsForTheFront(item.Id)) < hour.Count / 20);

        static string Kind(DemoItem item) => item.Id[..item.Id.LastIndexOf('-')];
    }
}
