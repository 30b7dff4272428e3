using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Dateline.Foundation.Markup;

namespace Dateline.Replies.Screening;

/// <summary>
/// Addresses of the web in a reader's text that aren't made links, and lead whoever copies them to the same place: one that begins
/// with "www.", a host with a path behind it, and any other scheme than ours. A bare host isn't one: "Booking.com", "Node.js" and
/// "it ended.This" are prose, and look the same.
/// </summary>
internal static partial class TypedAddresses
{
    /// <summary>What ends names of files and of software, and no host.</summary>
    private static readonly FrozenSet<string> Endings = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "js", "ts", "html", "htm", "css", "php", "jsp", "json", "xml", "csv", "txt", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "jpg", "jpeg", "png", "gif", "svg", "exe", "dll");

    /// <summary>How many different ones stand outside its links.</summary>
    public static int Count(Body body) => body.AllBlocks().OfType<Paragraph>().SelectMany(paragraph => In(Unlinked(paragraph))).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    internal static IEnumerable<string> In(string text)
    {
        if (!text.Contains('/', StringComparison.Ordinal) && !text.Contains("www", StringComparison.OrdinalIgnoreCase)) yield break;
        foreach (Match found in Address().Matches(text))
            if (!Endings.Contains(found.Groups["end"].Value)) yield return found.Groups["address"].Value.TrimEnd('/');
    }

    /// <summary>A link is counted as what it is: here it parts what stands around it.</summary>
    private static string Unlinked(Paragraph paragraph) => string.Concat(paragraph.Content.Select(piece => piece is Text { Link: null } text ? text.Value : " "));

    // What stands before it is no part of a word, and no @: that is mail. A dot of East Asian writing is one to browsers too (UTS 46, 4).
    [GeneratedRegex(@"(?:^|[^\p{L}\p{M}\p{N}@.．。｡/:\-])(?<address>www\p{Nd}?[.．。｡](?:[\p{L}\p{N}][\p{L}\p{M}\p{N}\-]*[.．。｡])+\p{L}[\p{L}\p{M}\p{N}\-]+(?:/\S*)?|(?:[\p{L}\p{N}][\p{L}\p{M}\p{N}\-]*[.．。｡])+(?<end>\p{L}[\p{L}\p{M}\p{N}\-]+)(?::\p{Nd}+)?/\S*|\p{L}[\p{L}\p{N}+.\-]*://\S+)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
