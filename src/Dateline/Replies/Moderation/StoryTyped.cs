using Dateline.Stories;

namespace Dateline.Replies.Moderation;

/// <summary>A story as somebody at the desk names it: by its key, or by the address that they copied from their browser.</summary>
internal static class StoryTyped
{
    /// <summary>An address of the longest host and slug, with what may stand behind it.</summary>
    public const int Longest = 500;

    /// <summary>The key; null where none is in it.</summary>
    public static string? Key(string typed)
    {
        var text = typed.Trim();
        if (text.Length > Longest) return null;
        if (!text.Contains('/', StringComparison.Ordinal)) return StoryPath.IsKey(text.ToLowerInvariant()) ? text.ToLowerInvariant() : null;
        var path = text.IndexOf("://", StringComparison.Ordinal) is > 0 and var scheme ? text.IndexOf('/', scheme + 3) is > 0 and var start ? text[start..] : "" : text;
        return path.Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, var key, ..] && StoryPath.IsKey(key) ? key : null;
    }
}
