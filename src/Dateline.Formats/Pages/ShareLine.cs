using System.Collections.Frozen;

namespace Dateline.Formats.Pages;

/// <summary>A share bar copied as text: <c>Teilen Facebook X</c>, whatever word the language has for sharing.</summary>
internal static class ShareLine
{
    private const int Longest = 120;
    private const int MostBefore = 3;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Networks = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "facebook", "x", "twitter", "whatsapp", "telegram", "linkedin", "reddit", "pinterest", "instagram", "threads", "bluesky", "mastodon", "messenger", "viber", "vk", "line", "email", "e-mail", "mail", "flipboard", "tumblr", "xing", "weibo", "wechat", "kakaotalk", "xでポスト", "لینکدین", "تلگرام", "توییتر", "فیسبوک", "فيسبوك", "تويتر", "واتساب", "تيلغرام", "вконтакте", "одноклассники", "微信", "微博").GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Names of networks in a row up to the end, two at least, and few words before them.</summary>
    public static bool Is(ReadOnlySpan<char> line)
    {
        if (line.Length > Longest) return false;
        var (words, row) = (0, 0);
        foreach (var range in line.SplitAny(' ', '\u00A0', ',', '|', '•', '·', '/'))
        {
            var word = line[range].Trim("()[]:");
            if (word.IsEmpty) continue;
            words++;
            row = Networks.Contains(word) ? row + 1 : 0;
        }

        return row >= 2 && words - row <= MostBefore;
    }
}
