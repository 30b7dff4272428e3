using System.Text.RegularExpressions;
using Dateline.Foundation.Markup;
using Dateline.Tests.House;

namespace Dateline.Tests.Promises;

/// <summary>What was agreed with a source, over the one list of surfaces. Lakes News lets us show eight words.</summary>
public partial class ContractTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(12)]
    public async Task An_excerpt_has_its_number_of_words_on_every_surface_standfirst_and_text_together(int standfirst)
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = cast.Carried("Perch return to the northern lake", "", cast.LakesNews);
        story.Summary = standfirst == 0 ? null : Numbered("stand", standfirst);
        story.Body = Body.Plain(Numbered("text", 20), Numbered("more", 20));
        await cast.Publish(house, story, "water");

        string[] allowed = [.. Enumerable.Range(1, Math.Min(standfirst, 8)).Select(n => $"stand{n}x"), .. Enumerable.Range(1, Math.Max(0, 8 - standfirst)).Select(n => $"text{n}x")];
        var most = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (surface, paths) in await KillTests.Addresses(house, story, withPictures: false))
            foreach (var path in paths)
            {
                var shown = Marked().Matches((await house.Get(path)).Text).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
                Assert.True(shown.IsSubsetOf(allowed), $"{surface} at {path} shows more than eight words: {string.Join(' ', shown.Except(allowed))}");
                most.UnionWith(shown);
            }
        Assert.Equal(allowed.Order(StringComparer.Ordinal), most.Order(StringComparer.Ordinal)); // and no fewer, where the text stands
    }

    private static string Numbered(string word, int count) => string.Join(' ', Enumerable.Range(1, count).Select(n => $"{word}{n}x"));

    [GeneratedRegex("(?:stand|text|more)[0-9]{1,3}x", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marked();
}
