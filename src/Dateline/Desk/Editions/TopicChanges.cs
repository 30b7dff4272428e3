using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Editions;

/// <summary>Adds, names and orders topics, within a write. They stand in the navigation of every page.</summary>
internal static class TopicChanges
{
    public const int Most = 60;
    public const int LongestKey = 60;
    public const int LongestName = 60;

    public static async Task<HouseOutcome> Add(DatelineDb db, string key, IReadOnlyDictionary<string, string> names, CancellationToken cancel)
    {
        if (!IsKey(key)) return HouseOutcome.Refused("key", T("Give the topic’s word in addresses: two to sixty small Latin letters, digits and hyphens."));
        if (NamesRefusal(names) is { } refusal) return refusal;
        var topics = await Load(db, cancel);
        if (topics.Exists(topic => topic.Key == key)) return HouseOutcome.Refused("key", T("There is a topic with this word already."));
        if (topics.Count >= Most) return HouseOutcome.Refused("key", T("A house has up to {0} topics.", Most));
        db.Add(new Topic { Key = key, Names = Clean(names), Position = topics.Count == 0 ? 0 : topics.Max(topic => topic.Position) + 1 });
        db.Journal.Add(new HouseChanged());
        return HouseOutcome.Kept;
    }

    public static async Task<HouseOutcome> Rename(DatelineDb db, string key, IReadOnlyDictionary<string, string> names, CancellationToken cancel)
    {
        if (NamesRefusal(names) is { } refusal) return refusal;
        if ((await Load(db, cancel)).Find(topic => topic.Key == key) is not { } topic) return HouseOutcome.Refused("", T("There is no such topic."));

        // Names in languages that no edition has at the moment stay: the edition may come back.
        topic.Names = Clean(topic.Names.Where(name => !names.ContainsKey(name.Key)).Concat(names));
        db.Journal.Add(new HouseChanged());
        return HouseOutcome.Kept;
    }

    /// <summary>One place up (-1) or down (+1) in the navigation.</summary>
    public static async Task<HouseOutcome> Move(DatelineDb db, string key, int step, CancellationToken cancel)
    {
        var topics = await Load(db, cancel);
        var from = topics.FindIndex(topic => topic.Key == key);
        if (from < 0) return HouseOutcome.Refused("", T("There is no such topic."));
        var to = Math.Clamp(from + Math.Sign(step), 0, topics.Count - 1);
        (topics[from], topics[to]) = (topics[to], topics[from]);
        for (var position = 0; position < topics.Count; position++) topics[position].Position = position;
        db.Journal.Add(new HouseChanged());
        return HouseOutcome.Kept;
    }

    /// <summary>Only a topic that no story has: the addresses of the others stay good.</summary>
    public static async Task<HouseOutcome> Remove(DatelineDb db, string key, CancellationToken cancel)
    {
        if ((await Load(db, cancel)).Find(topic => topic.Key == key) is not { } topic) return HouseOutcome.Refused("", T("There is no such topic."));
        if (await db.Set<StoryTopic>().AnyAsync(row => row.TopicKey == key, cancel)) return HouseOutcome.Refused("", T("Stories stand under this topic. Give them another one first."));
        db.Remove(topic);
        db.Journal.Add(new HouseChanged());
        return HouseOutcome.Kept;
    }

    public static bool IsKey(string key) =>
        key.Length is >= 2 and <= LongestKey && key.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-') && key[0] != '-' && key[^1] != '-';

    private static HouseOutcome? NamesRefusal(IReadOnlyDictionary<string, string> names)
    {
        foreach (var (language, name) in names)
            if (name.Trim().Length > LongestName || name.Any(char.IsControl)) return HouseOutcome.Refused("name-" + language, T("Give the name, up to {0} characters on one line.", LongestName));
        return names.Values.Any(name => name.Trim().Length > 0) ? null : HouseOutcome.Refused("name-" + names.Keys.FirstOrDefault(), T("Give the topic a name in one language at least."));
    }

    private static Dictionary<string, string> Clean(IEnumerable<KeyValuePair<string, string>> names) =>
        names.Where(name => name.Value.Trim().Length > 0).ToDictionary(name => name.Key, name => name.Value.Trim(), StringComparer.Ordinal);

    private static Task<List<Topic>> Load(DatelineDb db, CancellationToken cancel) =>
        db.Topics.AsTracking().OrderBy(topic => topic.Position).ThenBy(topic => topic.Key).ToListAsync(cancel);
}
