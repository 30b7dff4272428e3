using Dateline.Foundation.Storage;
using Dateline.Foundation.Storage.Postgres;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Search;

/// <summary>What was found: a page of stories, and where the next page begins.</summary>
public sealed record Found(IReadOnlyList<StoryCard> Stories, long? Next);

/// <summary>Finds public stories by their words, newest first. The index proposes, the public gate decides.</summary>
public static class Finding
{
    private const int PageSize = 20;
    private const int LongestQuestion = 200;

    public static async Task<Found> Find(DatelineDb db, string edition, string question, long? before, DateTimeOffset now, CancellationToken cancel)
    {
        var phrases = SearchWords.Phrases(question.Length > LongestQuestion ? question[..LongestQuestion] : question);
        if (phrases.Count == 0) return new Found([], null);

        // Quotation marks make each a phrase of plain words in both query languages; the words hold letters and digits only.
        var match = string.Join(' ', phrases.Select(phrase => $"\"{phrase}\""));
        var bound = before ?? long.MaxValue;
        var hits = db is PostgresDatelineDb
            ? db.Set<SearchRow>().FromSql($"""
                SELECT "Number", "StoryId", "Edition", '' AS "Headline", '' AS "Text" FROM search_rows
                WHERE words @@ websearch_to_tsquery('simple', {match}) AND "Edition" = {edition} AND "Number" < {bound}
                ORDER BY "Number" DESC LIMIT {PageSize + 1}
                """)
            : db.Set<SearchRow>().FromSql($"""
                SELECT r."Number", r."StoryId", r."Edition", '' AS "Headline", '' AS "Text" FROM search_index i JOIN search_rows r ON r."Number" = i.rowid
                WHERE search_index MATCH {match} AND i.rowid < {bound} AND r."Edition" = {edition}
                ORDER BY i.rowid DESC LIMIT {PageSize + 1}
                """);
        var rows = await hits.Select(row => new { row.Number, row.StoryId }).ToListAsync(cancel);
        var page = rows.OrderByDescending(row => row.Number).Take(PageSize).ToList();
        var ids = page.ConvertAll(row => row.StoryId);
        var cards = ids.Count == 0 ? [] : await PublicGate.ReadCards(db.PublicStories(edition, now).Where(story => ids.Contains(story.Id)), cancel);
        var hidden = await Withheld(db, edition, cards, phrases, now, cancel);
        return new Found([.. cards.Where(card => !hidden.Contains(card.Id)).OrderBy(card => ids.IndexOf(card.Id))], rows.Count > PageSize ? page[^1].Number : null);
    }

    /// <summary>
    /// Those that the index knows by words which the terms of today don't show: it is rewritten in steps, and until
    /// then nobody may learn from a hit what stands in the rest of the text.
    /// </summary>
    private static async Task<IReadOnlySet<Guid>> Withheld(DatelineDb db, string edition, IReadOnlyList<StoryCard> cards, IReadOnlyList<string> phrases, DateTimeOffset now, CancellationToken cancel)
    {
        var doubtful = cards.Where(card => card.Source is { Terms: not Terms.FullText }).Select(card => card.Id).ToList();
        if (doubtful.Count == 0) return new HashSet<Guid>();
        var shown = await PublicGate.ReadStories(db.PublicStories(edition, now).Where(story => doubtful.Contains(story.Id)), cancel);
        return doubtful.Except(shown.Where(story => StoryWords.Of(story).Hold(phrases)).Select(story => story.Id)).ToHashSet();
    }
}
