using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Search;

/// <summary>Keeps the words of the public stories, and of no other, in step with the journal.</summary>
public sealed class SearchIndexing(DatelineDbFactory databases, Writes writes, JournalSignal signal, TimeProvider clock, ILogger<SearchIndexing> log)
    : JournalFollower("search", databases, writes, signal, log)
{
    protected override async Task Hear(DatelineDb db, IReadOnlyList<Happened> news, CancellationToken cancel)
    {
        foreach (var (id, key) in news.Select(item => item.Fact).OfType<StoryFact>().Select(fact => (fact.Story, fact.Key)).Distinct())
            await Index(db, id, key, cancel);
    }

    /// <summary>Writes, rewrites or removes one story's words, as the public gate has it now.</summary>
    private async Task Index(DatelineDb db, Guid id, string key, CancellationToken cancel)
    {
        var row = await db.Set<SearchRow>().AsTracking().FirstOrDefaultAsync(row => row.StoryId == id, cancel);
        if (await db.FindPublicStory(key, clock.Now(), cancel) is not { } story)
        {
            if (row is not null) db.Remove(row);
            return;
        }
        var headline = SearchWords.Of($"{story.Source?.Name} {story.Headline}");
        var text = SearchWords.Of($"{story.Summary} {story.PlaceLine.Place} {PlainText.From(story.Body)}");
        if (row is null) db.Add(new SearchRow { StoryId = id, Edition = story.Edition, Headline = headline, Text = text });
        else (row.Edition, row.Headline, row.Text) = (story.Edition, headline, text);
        await db.SaveChangesAsync(cancel); // the same story may come again in this batch
    }
}
