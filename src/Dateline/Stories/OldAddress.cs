using System.Text.RegularExpressions;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Dateline.Stories;

/// <summary>An address at which a story, or a list, stood before it moved here from another system.</summary>
public sealed partial class OldAddress
{
    public const int Longest = 500;

    /// <summary>What WordPress has beneath an address without naming it anywhere: further pages, pages of comments, a feed.</summary>
    [GeneratedRegex("^(?<of>/.+?)/(?:comment-page-[0-9]+|page/[0-9]+|(?<feed>feed(?:/(?:rss|rss2|rdf|atom))?))$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Beneath();

    /// <summary>The address that one stands beneath, and whether it was its feed; null for one that stands by itself.</summary>
    public static (string Of, bool IsFeed)? Above(string address) =>
        Beneath().Match(address) is { Success: true, Groups: var found } ? (found["of"].Value, found["feed"].Success) : null;

    /// <summary>As <see cref="Normal"/> writes it.</summary>
    public required string Address { get; init; }

    /// <summary>The story that stood there; null when <see cref="Target"/> says where it leads.</summary>
    public Guid? StoryId { get; init; }

    /// <summary>A path of ours.</summary>
    public string? Target { get; init; }

    /// <summary>
    /// One form for the ways to write an address: the decoded path without a slash at its end, and of the query the number by
    /// which WordPress finds a post. Null: too long, or the root without such a number.
    /// </summary>
    public static string? Normal(string decodedPath, string? post)
    {
        var path = decodedPath.TrimEnd('/');
        if (post is { Length: > 0 and < 20 } && path.Length == 0) return $"/?p={post}";
        return path.Length is > 1 and <= Longest ? path : null;
    }
}

public sealed class OldAddressTable : IEntityTypeConfiguration<OldAddress>
{
    public void Configure(EntityTypeBuilder<OldAddress> builder)
    {
        builder.ToTable("old_addresses").HasKey(row => row.Address);
        builder.Property(row => row.Address).HasMaxLength(OldAddress.Longest);
        builder.Property(row => row.Target).HasMaxLength(OldAddress.Longest);
        builder.HasIndex(row => row.StoryId);
        builder.HasOne<Story>().WithMany().HasForeignKey(row => row.StoryId);
    }
}

/// <summary>Where an old address leads, null while nobody may know; and the key of the story there, if it is one.</summary>
public sealed record Forwarding(string? Path, string? StoryKey);

public static class OldAddressQueries
{
    extension(DatelineDb db)
    {
        /// <summary>Null for an address that nothing stood at. One of a story that isn't public leads nowhere: not even its address is public then. A killed one has its notice.</summary>
        public async Task<Forwarding?> FindForwarding(string address, DateTimeOffset now, CancellationToken cancel)
        {
            if (await db.FindForwardingOf(address, now, cancel) is { } there) return there;
            if (OldAddress.Above(address) is not (var of, var isFeed) || await db.FindForwardingOf(of, now, cancel) is not { } above) return null;
            return isFeed && above.Path is { } path ? above with { Path = path + (above.StoryKey is null ? "/feed.rss" : "/replies.atom") } : above;
        }

        private async Task<Forwarding?> FindForwardingOf(string address, DateTimeOffset now, CancellationToken cancel)
        {
            if (await db.Set<OldAddress>().Where(row => row.Address == address).Select(row => new { row.StoryId, row.Target }).FirstOrDefaultAsync(cancel) is not { } found) return null;
            if (found.StoryId is not { } id) return found.Target is { } target ? new Forwarding(target, null) : null;
            if (await db.Set<Story>().Where(story => story.Id == id).Select(story => new { story.Edition, story.Key, story.Slug, story.Status }).FirstOrDefaultAsync(cancel) is not { } story) return null;
            // The end of an address is made of the headline's words: of a killed story they stand nowhere.
            if (story.Status == StoryStatus.Killed) return new Forwarding(await db.FindKilledStory(story.Key, cancel) is null ? null : StoryPath.Of(story.Edition, story.Key, "withdrawn"), story.Key);
            return new Forwarding(await db.PublicStories(now).AnyAsync(one => one.Id == id, cancel) ? StoryPath.Of(story.Edition, story.Key, story.Slug) : null, story.Key);
        }
    }
}
