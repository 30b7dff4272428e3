using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Dateline.Formats;

namespace Dateline.Wire;

/// <summary>
/// Tells whether a source has changed what an item says. It counts what a reader or the desk would notice, field by field,
/// and no times: many senders stamp every entry anew each time they write their feed. Neither does it count the raw
/// text (comment counters) nor whatever fields our reader knows: a newer reader would make everything look changed.
/// </summary>
internal static class ContentHash
{
    public static string Of(NewsItem news)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, news.Status == PubStatus.Usable ? null : news.Status.ToString());
        Add(hash, news.Embargo is null ? null : $"held {news.Embargo.Until?.UtcTicks}");
        Add(hash, news.Headline, news.Summary, news.Body?.Content, news.Byline, news.PlaceLine?.Text, news.Language, news.Page, $"{news.Urgency}");
        Add(hash, news.Credit is { } credit
            ? [credit.Source, credit.SourceUrl, credit.Distributor, credit.Provider, credit.CreditLine, credit.CopyrightHolder, credit.CopyrightNotice, credit.UsageTerms, .. credit.Hops.Select(hop => hop.Name)]
            : []);
        foreach (var media in news.Media) Add(hash, media.Href, media.Caption, media.Credit, media.Copyright);
        Add(hash, [.. news.Signals, "|", .. news.Genres, "|", .. news.Keywords]);
        foreach (var subject in news.Subjects) Add(hash, subject.Scheme, subject.Code, subject.Name);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Each text with its length before it, so that no two lists of texts run into the same bytes.</summary>
    private static void Add(IncrementalHash hash, params ReadOnlySpan<string?> texts)
    {
        Span<byte> length = stackalloc byte[4];
        foreach (var text in texts)
        {
            var bytes = text is null ? [] : Encoding.UTF8.GetBytes(text);
            BinaryPrimitives.WriteInt32LittleEndian(length, text is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
    }
}
