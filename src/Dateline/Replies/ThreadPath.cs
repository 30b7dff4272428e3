namespace Dateline.Replies;

/// <summary>
/// A reply's place in its story's tree as text that sorts: the identifiers of what it answers, outermost first, and its own.
/// Identifiers grow with time (UUID version 7), so the order of paths is the order in which a thread is read.
/// </summary>
public static class ThreadPath
{
    /// <summary>Letters of one identifier: lower-case hexadecimal.</summary>
    public const int Step = 32;

    /// <summary>Deeper replies stand beside the one they answer: an index entry has its limits, and so have readers.</summary>
    public const int Deepest = 60;
    public const int Longest = Step * Deepest;

    /// <param name="parent">The path of the reply it answers; null for one to the story.</param>
    public static string Of(string? parent, Guid id)
    {
        if (parent is null) return id.ToString("N");
        return (IsDeepest(parent) ? parent[..(Longest - Step)] : parent) + id.ToString("N");
    }

    /// <summary>What answers it stands beside it.</summary>
    public static bool IsDeepest(string path) => path.Length >= Longest;

    /// <summary>0 for a reply to the story.</summary>
    public static int Depth(string path) => path.Length / Step - 1;

    /// <summary>The reply to the story under which it stands.</summary>
    public static string Root(string path) => path[..Step];

    /// <summary>Those above it, outermost first; none for a reply to the story.</summary>
    public static IReadOnlyList<Guid> Above(string path)
    {
        var above = new List<Guid>();
        for (var at = 0; at + Step < path.Length; at += Step)
            if (Guid.TryParseExact(path.AsSpan(at, Step), "N", out var id)) above.Add(id);
        return above;
    }

    /// <summary>Sorts behind everything beneath it, and before whatever follows: no identifier has a letter so far down the alphabet.</summary>
    public static string After(string path) => path + "g";
}
