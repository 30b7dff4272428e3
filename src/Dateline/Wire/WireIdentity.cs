using System.Security.Cryptography;
using System.Text;
using Dateline.Formats;
using Dateline.Foundation.Markup;

namespace Dateline.Wire;

/// <summary>What makes two entries the same item of a source, and when a source made a version.</summary>
internal static class WireIdentity
{
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(1);

    public static string Of(NewsItem news) => Of(news.Uri ?? news.Page ?? "hash:" + ContentHash.Of(news));

    /// <summary>A guid as it is kept: one clean line, and of what is too long its hash.</summary>
    public static string Of(string guid)
    {
        guid = CleanText.Line(guid);
        return guid.Length <= WireItem.LongestGuid ? guid : "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(guid)));
    }

    /// <summary>
    /// The version's own time, to tell newer from older. Not the time of publication, which stays the same through all
    /// versions or moves for other reasons; and no time from the future: one slip of a sender's clock would make all
    /// that follows look old.
    /// </summary>
    public static DateTimeOffset? Made(NewsItem news, DateTimeOffset now) => (news.Updated ?? news.VersionCreated) is { } made && made <= now + Ahead ? made : null;
}
