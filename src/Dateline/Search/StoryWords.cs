using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Search;

/// <summary>By which words a story is found: those that the public may see of it, folded.</summary>
internal readonly record struct StoryWords(string Headline, string Text)
{
    public static StoryWords Of(PublicStory story) => new(
        SearchWords.Of($"{story.Source?.Name} {story.Headline}"),
        SearchWords.Of($"{story.Summary} {story.PlaceLine.Place} {PlainText.From(story.Body)}"));

    /// <summary>Whether each of a question's phrases stands in it.</summary>
    public bool Hold(IReadOnlyList<string> phrases)
    {
        var all = $" {Headline} \n {Text} ";
        return phrases.All(phrase => all.Contains($" {phrase} ", StringComparison.Ordinal));
    }

    /// <summary>Writes, rewrites or removes one story's words, as the public gate has it now.</summary>
    public static async Task Index(DatelineDb db, Guid id, string key, DateTimeOffset now, CancellationToken cancel)
    {
        var row = await db.Set<SearchRow>().AsTracking().FirstOrDefaultAsync(row => row.StoryId == id, cancel);
        if (await db.FindPublicStory(key, now, cancel) is not { } story)
        {
            if (row is not null) db.Remove(row);
            return;
        }
        var (headline, text) = Of(story);
        if (row is null) db.Add(new SearchRow { StoryId = id, Edition = story.Edition, Headline = headline, Text = text });
        else (row.Edition, row.Headline, row.Text) = (story.Edition, headline, text);
        await db.SaveChangesAsync(cancel); // the same story may come again in this batch
    }
}
