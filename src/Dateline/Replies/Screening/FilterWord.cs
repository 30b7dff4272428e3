using Dateline.Foundation.Markup;

namespace Dateline.Replies.Screening;

/// <summary>In how many replies of each kind a word stood; the row of the empty word has the number of replies.</summary>
internal sealed class FilterWord
{
    public const int Longest = 60;

    public required string Word { get; init; }

    public int Spam { get; set; }

    public int Ham { get; set; }
}

/// <summary>What the filter looks at: words as compared, hosts of links, and how many links there are.</summary>
internal static class FilterWords
{
    /// <summary>A reply teaches so many words, its first; it is judged by all it has.</summary>
    public const int MostTaught = 200;

    public static IEnumerable<string> Of(Candidate candidate) => Of(candidate.Reply.Name, candidate.Reply.Website, candidate.Reply.Body);

    /// <summary>Each once, in the order of the text.</summary>
    public static IEnumerable<string> Of(string name, string? website, Body body)
    {
        var links = LinkPhase.Links(body).Select(link => link.Value).Append(website).OfType<string>().ToList();
        var hosts = links.Select(link => Uri.TryCreate(link, UriKind.Absolute, out var uri) ? $"host:{uri.IdnHost}" : null).OfType<string>();
        var words = MatchText.Of($"{name}\n{PlainText.From(body)}").Words.Where(word => word.Length > 1);
        return hosts.Append($"links:{Math.Min(links.Count, 3)}").Concat(words).Select(word => word.Length <= FilterWord.Longest ? word : word[..FilterWord.Longest]).Distinct(StringComparer.Ordinal);
    }
}
