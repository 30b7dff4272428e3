using System.Collections.Concurrent;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>A word, or several, that a moderator listed.</summary>
public sealed class ListedWord
{
    public const int Longest = 100;

    /// <summary>Words of the house in all; the list is read whole into memory.</summary>
    public const int Most = 10_000;

    public required Guid Id { get; init; }

    /// <summary>As it was typed.</summary>
    public required string Word { get; init; }

    /// <summary>The main language of the stories it is looked for under ("en"); "" for all.</summary>
    public required string Language { get; init; }

    /// <summary>True: a reply with it is spam; otherwise it waits.</summary>
    public bool Spam { get; init; }

    /// <summary>Who listed it, and when.</summary>
    public Guid? By { get; init; }

    public DateTimeOffset? At { get; init; }

    /// <summary>"en" of "en-GB".</summary>
    public static string MainLanguage(string language) => language.Split('-')[0];
}

/// <summary>Words were listed or taken off.</summary>
public sealed record WordListsChanged : Fact
{
    public override IEnumerable<string> Subjects => [];
}

/// <summary>The listed words, ready to be found in a text in one pass: one automaton for each language that stories have.</summary>
internal sealed class WordLists(DatelineDbFactory databases, NodeJournal journal)
{
    private readonly Kept<Lists> _lists = new(databases, journal, fact => fact is WordListsChanged, async db => new Lists(await db.Set<ListedWord>().OrderBy(word => word.Id).ToListAsync()));

    public async ValueTask<IReadOnlyList<FoundWord>> Find(MatchText text, string language, int most, CancellationToken cancel) =>
        (await _lists.Value(cancel)).Of(ListedWord.MainLanguage(language)).Find(text, most);

    /// <summary>As it stands in <see cref="MatchText.Line"/>; "" when nothing of it can be found in a text.</summary>
    internal static string Pattern(string word)
    {
        var line = MatchText.Of(word).Line;
        if (line == " ") return "";
        return line.EnumerateRunes().All(rune => rune.Value == ' ' || Folding.IsCjk(rune)) ? line.Trim() : line;
    }

    private sealed class Lists(IReadOnlyList<ListedWord> words)
    {
        private readonly ConcurrentDictionary<string, WordList> _byLanguage = new(StringComparer.Ordinal);

        public WordList Of(string language) => _byLanguage.GetOrAdd(language, main => new WordList(words.Where(word => word.Language.Length == 0 || word.Language == main)));
    }
}

/// <summary>A listed word that is in a text.</summary>
/// <param name="Spam">It makes a reply spam. Never one that was found across a sign: that may be chance, and somebody reads it.</param>
internal readonly record struct FoundWord(string Word, bool Spam);

/// <summary>Words that are looked for together. Of those that are compared alike, the strictest counts.</summary>
internal sealed class WordList
{
    private readonly ListedWord[] _words;
    private readonly WordAutomaton _automaton;

    public WordList(IEnumerable<ListedWord> words)
    {
        var patterns = words.Select(word => (Word: word, Pattern: WordLists.Pattern(word.Word))).Where(row => row.Pattern.Length > 0)
            .GroupBy(row => row.Pattern, StringComparer.Ordinal).ToArray();
        _words = [.. patterns.Select(group => group.Select(row => row.Word).OrderByDescending(word => word.Spam).First())];
        _automaton = new WordAutomaton([.. patterns.Select(group => group.Key)]);
    }

    public IReadOnlyList<FoundWord> Find(MatchText text, int most)
    {
        var found = Find(text.Line, most).Select(word => new FoundWord(word.Word, word.Spam)).ToList();
        if (text.Runs.Length > 0)
            foreach (var word in Find(text.Runs, most))
                if (found.Count < most && found.TrueForAll(other => other.Word != word.Word)) found.Add(new FoundWord(word.Word, Spam: false));
        return found;
    }

    public IReadOnlyList<ListedWord> Find(string line, int most) => [.. _automaton.Find(line, most).Select(index => _words[index])];
}
