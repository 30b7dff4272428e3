using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>What became of pasted words.</summary>
internal sealed record WordsAdded(int Added, int Known, int Unusable, Refusal? Refusal = null);

/// <summary>Lists words, or takes them off, within a write.</summary>
internal static class WordChanges
{
    public const int LongestPaste = 1_200_000;

    /// <param name="pasted">One on each line.</param>
    /// <param name="language">The main language of stories, or "" for all.</param>
    public static async Task<WordsAdded> Add(DatelineDb db, string pasted, string language, bool spam, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (pasted.Length > LongestPaste) return new(0, 0, 0, new Refusal("words", T("Paste up to {0} words at a time.", ListedWord.Most)));
        var lines = pasted.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal).ToList();
        // What would match nothing, or can't be kept, isn't listed.
        var usable = lines.Select(line => LineText.Clean(line, ListedWord.Longest)).Where(line => line is { Accepted: true, Value.Length: > 0 }).Select(line => line.Value!).Where(line => WordLists.Pattern(line).Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var known = await db.Set<ListedWord>().AsTracking().ToDictionaryAsync(word => (word.Word, word.Language), cancel);
        var fresh = usable.Where(word => !known.TryGetValue((word, language), out var old) || old.Spam != spam).ToList();
        var changed = fresh.Where(word => known.ContainsKey((word, language))).ToList();
        if (known.Count + fresh.Count - changed.Count > ListedWord.Most) return new(0, 0, 0, new Refusal("words", T("There are up to {0} words in all; {1} are listed.", ListedWord.Most, known.Count)));
        if (changed.Count > 0)
        {
            db.RemoveRange(changed.Select(word => known[(word, language)]));
            await db.SaveChangesAsync(cancel); // before the same words come again
        }
        db.AddRange(fresh.Select(word => new ListedWord { Id = Guid.CreateVersion7(now), Word = word, Language = language, Spam = spam, By = by.Id, At = now }));
        if (fresh.Count > 0) Record(db, "word", $"{fresh.Count} {(fresh.Count == 1 ? "word" : "words")}", new { language, spam, first = fresh.Take(20) }, by, now);
        return new WordsAdded(fresh.Count, usable.Count - fresh.Count, lines.Count - usable.Count);
    }

    public static async Task<int> Remove(DatelineDb db, IReadOnlyCollection<Guid> ids, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        var words = await db.Set<ListedWord>().AsTracking().Where(word => ids.Contains(word.Id)).ToListAsync(cancel);
        if (words.Count == 0) return 0;
        db.RemoveRange(words);
        Record(db, "word-removed", $"{words.Count} {(words.Count == 1 ? "word" : "words")}", new { first = words.Take(20).Select(word => word.Word) }, by, now);
        return words.Count;
    }

    private static void Record(DatelineDb db, string act, string about, object terms, Editor by, DateTimeOffset now)
    {
        db.Add(new ModerationAct { Id = Guid.CreateVersion7(now), At = now, By = by.Id, Act = act, About = about, Terms = System.Text.Json.JsonSerializer.Serialize(terms, JsonColumn.Options) });
        db.Journal.Add(new WordListsChanged());
    }
}
