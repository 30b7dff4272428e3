using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Inbox;

/// <summary>An item in the panel: what the source sent, as we would take it.</summary>
public sealed record OpenItem(WireItem Item, WireVersion Version, WireCopy Copy, Source Source, Edition Edition, string? TakenBy)
{
    /// <summary>The width its picture is shown in; null without one.</summary>
    public int? PictureWidth { get; init; }

    public string Path => $"/desk/inbox/{Item.Id}";

    internal static async Task<OpenItem?> Find(DatelineDb db, HouseBook book, Guid id, int? number, CancellationToken cancel)
    {
        if (await db.WireItems.FirstOrDefaultAsync(item => item.Id == id && item.Number > 0, cancel) is not { } item) return null;
        var version = number is null ? await db.LatestVersion(id, cancel)
            : await db.Set<WireVersion>().FirstOrDefaultAsync(version => version.ItemId == id && version.Number == number, cancel);
        if (version is null) return null;
        var source = await db.Sources.FirstAsync(source => source.Id == item.SourceId, cancel);
        var taken = item.StoryId is { } story ? (await InboxList.Takers(db, [story], cancel)).GetValueOrDefault(story) ?? "somebody" : null;
        return new OpenItem(item, version, WireCopy.Of(item, version, source), source, book.Edition(item.Edition)!, taken)
        {
            PictureWidth = item.PictureId is { } picture ? Shown((await db.Set<Picture>().FirstAsync(one => one.Id == picture, cancel)).Widths) : null,
        };
    }

    private static int Shown(IReadOnlyList<int> widths) => widths.FirstOrDefault(kept => kept >= 480, widths[^1]);
}
