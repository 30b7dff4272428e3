using System.Text.RegularExpressions;
using Dateline.Foundation.Storage;
using Dateline.Layout.Languages;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>The names under which the house speaks: those of its people, gone ones too, the agency's in each edition, the words of the staff's mark in each language, and what an office is called (<see cref="HouseRoles"/>).</summary>
internal sealed partial class OwnNames(DatelineDbFactory databases, Register register)
{
    /// <summary>So long they are kept in memory: nothing tells when people come or go.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromMinutes(1);

    private static readonly IReadOnlyList<(string Line, string Words)> Marks = [.. Wording.Languages.Select(language => Wording.Of(language)["reply.staff"]).Select(words => (MatchText.Of(words).Line, words))];
    private readonly Lock _lock = new();
    private (DateTimeOffset Until, Kept Names) _kept = (DateTimeOffset.MinValue, new([], [], []));

    /// <param name="ByKey">All of them, by <see cref="Key"/>.</param>
    /// <param name="ByShape">The same by <see cref="NameLikeness.Shape"/>.</param>
    /// <param name="Agency">The keys of the agency's names alone.</param>
    private sealed record Kept(Dictionary<string, string> ByKey, Dictionary<string, string> ByShape, IReadOnlyList<string> Agency);

    /// <summary>What in a name is the house's own; null when nothing is.</summary>
    public async ValueTask<string?> In(string name, DateTimeOffset now, CancellationToken cancel)
    {
        var line = MatchText.Of(name).Line;
        foreach (var (mark, words) in Marks)
            if (line.Contains(mark, StringComparison.Ordinal)) return words;
        if (HouseRoles.Is(name)) return name;
        var names = await Names(now, cancel);
        foreach (var part in Signs().Split(name).Prepend(name))
            if (Found(names, Key(part)) is { } found) return found;
        return null;
    }

    private static string? Found(Kept names, string key)
    {
        if (key.Length == 0) return null;
        if (names.ByKey.TryGetValue(key, out var found)) return found;
        var shape = NameLikeness.Shape(key);
        if (names.ByShape.TryGetValue(shape, out found)) return found;
        foreach (var (other, own) in names.ByShape)
            if (NameLikeness.IsASlip(shape, other)) return own;
        // "Night Editor Meridian": somebody's name with the agency's beside it.
        foreach (var agency in names.Agency)
            if (key.Length > agency.Length && ((key.EndsWith(agency, StringComparison.Ordinal) && names.ByKey.TryGetValue(key[..^agency.Length], out found))
                || (key.StartsWith(agency, StringComparison.Ordinal) && names.ByKey.TryGetValue(key[agency.Length..], out found)))) return found;
        return null;
    }

    private async ValueTask<Kept> Names(DateTimeOffset now, CancellationToken cancel)
    {
        lock (_lock)
            if (now < _kept.Until && now >= _kept.Until - Term) return _kept.Names;
        await using var db = databases.Open();
        var agency = (await register.Book(cancel)).Editions.SelectMany(edition => new[] { edition.Style.ShortName, edition.Style.FullName }).Where(name => Key(name).Length > 0).ToList();
        var (byKey, byShape) = (new Dictionary<string, string>(StringComparer.Ordinal), new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var name in (await db.Staff.Select(staff => staff.Name).ToListAsync(cancel)).Concat(agency))
        {
            if (Key(name) is not { Length: > 0 } key) continue;
            byKey.TryAdd(key, name);
            byShape.TryAdd(NameLikeness.Shape(key), name);
        }
        var names = new Kept(byKey, byShape, [.. agency.Select(Key).Distinct(StringComparer.Ordinal)]);
        lock (_lock) _kept = (now + Term, names);
        return names;
    }

    /// <summary>However it is spaced.</summary>
    private static string Key(string name) => MatchText.OfName(name).Replace(" ", "", StringComparison.Ordinal);

    /// <summary>What stands between a name and something about it: "Night Editor · Moderator", "Omid (Meridian)".</summary>
    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}\p{Zs}\p{Cf}'’.\-]+|\s-+\s", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Signs();
}
