namespace Dateline.Formats.InText;

/// <summary>Who worked on an item beside its authors: each person once, with what was done in a word that is the same in all formats.</summary>
internal static class Hands
{
    private const int Most = 30;

    public const string Editor = "editor";
    public const string Translator = "translator";
    public const string Reporter = "reporter";

    /// <summary>The item with these people; whom its fields name already stays as they are.</summary>
    public static NewsItem With(NewsItem item, IEnumerable<string> names, string? role)
    {
        List<Contributor>? contributors = null;
        foreach (var name in names)
            if (!IsNamed(item, contributors, name)) (contributors ??= [.. item.Contributors]).Add(new Contributor(name, role));

        return contributors is null ? item : item with { Contributors = contributors };
    }

    private static bool IsNamed(NewsItem item, List<Contributor>? contributors, string name) =>
        (contributors?.Count ?? item.Contributors.Count) >= Most || (contributors ?? item.Contributors).Any(known => name.Equals(known.Name, StringComparison.OrdinalIgnoreCase))
        || item.Authors.Any(author => name.Equals(author.Name, StringComparison.OrdinalIgnoreCase)) || item.Byline?.Contains(name, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The word for a role that a format has: <c>crol:edit</c>, <c>editing</c>, <c>subeditor</c>; null for none.</summary>
    public static string? RoleOf(string? sent)
    {
        if (string.IsNullOrWhiteSpace(sent)) return null;
        var role = sent.Trim().ToLowerInvariant();
        if (role == "contributor") return null;
        return role.Contains("edit", StringComparison.Ordinal) ? Editor : role.Contains("transl", StringComparison.Ordinal) ? Translator : role.Contains("report", StringComparison.Ordinal) ? Reporter : role;
    }
}
