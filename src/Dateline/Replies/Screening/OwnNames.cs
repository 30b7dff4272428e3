using System.Text.RegularExpressions;
using Dateline.Foundation.Storage;
using Dateline.Layout.Languages;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>The names under which the house speaks: those of its people, gone ones too, the agency's in each edition, and the words of the staff's mark in each language.</summary>
internal sealed partial class OwnNames(DatelineDbFactory databases, Register register)
{
    /// <summary>So long they are kept in memory: nothing tells when people come or go.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromMinutes(1);

    private static readonly IReadOnlyList<(string Line, string Words)> Marks = [.. Wording.Languages.Select(language => Wording.Of(language)["reply.staff"]).Select(words => (MatchText.Of(words).Line, words))];
    private readonly Lock _lock = new();
    private (DateTimeOffset Until, Dictionary<string, string> Names) _kept = (DateTimeOffset.MinValue, []);

    /// <summary>What in a name is the house's own; null when nothing is.</summary>
    public async ValueTask<string?> In(string name, DateTimeOffset now, CancellationToken cancel)
    {
        var line = MatchText.Of(name).Line;
        foreach (var (mark, words) in Marks)
            if (line.Contains(mark, StringComparison.Ordinal)) return words;
        var names = await Names(now, cancel);
        foreach (var part in Signs().Split(name).Prepend(name))
            if (names.TryGetValue(Key(part), out var found)) return found;
        return null;
    }

    private async ValueTask<Dictionary<string, string>> Names(DateTimeOffset now, CancellationToken cancel)
    {
        lock (_lock)
            if (now < _kept.Until && now >= _kept.Until - Term) return _kept.Names;
        await using var db = databases.Open();
        var styles = (await register.Book(cancel)).Editions.Select(edition => edition.Style);
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in (await db.Staff.Select(staff => staff.Name).ToListAsync(cancel)).Concat(styles.SelectMany(style => new[] { style.ShortName, style.FullName })))
            if (Key(name) is { Length: > 0 } key) names.TryAdd(key, name);
        lock (_lock) _kept = (now + Term, names);
        return names;
    }

    /// <summary>However it is spaced.</summary>
    private static string Key(string name) => MatchText.OfName(name).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>What stands between a name and something about it: "Night Editor · Moderator", "Omid (Meridian)".</summary>
    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}\p{Zs}\p{Cf}'’.\-]+|\s-+\s", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Signs();
}
