using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Formats.Telegraph;

/// <summary>
/// The identity of a story in formats that send none. A story is what one service calls by one slug on one day, so
/// that its leads, rewrites and corrections are versions of it; the version is the number of the lead and, below it,
/// the serial number, so that what was sent later counts more. A slug of one word names a subject, not a story:
/// there, and where a message is one take of several, the serial number is part of the identity.
/// </summary>
internal static class StoryIdentity
{
    public static (string Uri, string Version) Of(TelegraphHead head, string? slug, DateOnly? day, VersionMarks marks, string? headline)
    {
        var story = Plain(slug);
        var names = story.Contains(' ', StringComparison.Ordinal);
        var serial = names && marks.Take is null ? "" : head.Serial;
        if (story.Length == 0 && string.IsNullOrEmpty(serial)) story = Plain(headline);
        var key = string.Join('\n', head.Format, head.Service?.ToLowerInvariant(), serial, day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? head.MonthDay, story);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(key))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        var number = int.TryParse(head.Serial, NumberStyles.None, CultureInfo.InvariantCulture, out var sent) ? sent : 0;
        return ("ni:///sha-256;" + hash, ((marks.Ordinal * 1_000_000L) + number).ToString(CultureInfo.InvariantCulture));
    }

    // "BC-AS--Quay Strike" and "bc as quay strike" are one slug.
    private static string Plain(string? slug)
    {
        var text = new StringBuilder();
        foreach (var c in slug ?? "")
        {
            if (char.IsLetterOrDigit(c)) text.Append(char.ToLowerInvariant(c));
            else if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
        }

        return text.ToString().TrimEnd();
    }
}
