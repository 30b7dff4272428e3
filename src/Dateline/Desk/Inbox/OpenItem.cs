using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Groups;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Inbox;

/// <summary>An item in the panel: what the source sent, as we would take it.</summary>
public sealed record OpenItem(WireItem Item, WireVersion Version, WireCopy Copy, Source Source, Edition Edition, string? TakenBy)
{
    /// <summary>The width its picture is shown in; null without one.</summary>
    public int? PictureWidth { get; init; }

    /// <summary>All that carry the story, this one among them; itself alone when nobody else does.</summary>
    public IReadOnlyList<Carrier> Carriers { get; init; } = [];

    /// <summary>What was made of another carrier's item.</summary>
    public IReadOnlyList<CarriedStory> Carried { get; init; } = [];

    /// <summary>Whether the document it came in is kept.</summary>
    public bool CanBeReadAgain { get; init; }

    /// <summary>Other carriers that put a mistake in the story right.</summary>
    public IEnumerable<Carrier> PutRight => Carriers.Where(carrier => carrier.Item.Id != Item.Id && InboxLine.Corrects(carrier.Item));

    public string Path => $"/desk/inbox/{Item.Id}";

    internal static async Task<OpenItem?> Find(DatelineDb db, HouseBook book, Guid id, int? number, CancellationToken cancel)
    {
        if (await db.WireItems.FirstOrDefaultAsync(item => item.Id == id && item.Number > 0, cancel) is not { } item) return null;
        var version = number is null ? await db.LatestVersion(id, cancel)
            : await db.Set<WireVersion>().FirstOrDefaultAsync(version => version.ItemId == id && version.Number == number, cancel);
        if (version is null) return null;
        var source = await db.Sources.FirstAsync(source => source.Id == item.SourceId, cancel);
        var taken = item.StoryId is { } story ? (await InboxList.Takers(db, [story], cancel)).GetValueOrDefault(story) ?? T("somebody") : null;
        var carriers = item.GroupId is { } group ? await db.CarriersOf([group], cancel) : [item];
        var names = await Names(db, carriers, cancel);
        return new OpenItem(item, version, WireCopy.Of(item, version, source), source, book.Edition(item.Edition)!, taken)
        {
            Carriers = [.. carriers.Select(one => new Carrier(one, names[one.SourceId]))],
            CanBeReadAgain = item.KilledAt is null && await db.LatestDocument(item.Id).AnyAsync(cancel),
            Carried = await Stories(db, item, carriers, names, cancel),
            PictureWidth = item.PictureId is { } picture ? Shown((await db.Set<Picture>().FirstAsync(one => one.Id == picture, cancel)).Widths) : null,
        };
    }

    private static async Task<IReadOnlyList<CarriedStory>> Stories(DatelineDb db, WireItem item, List<WireItem> carriers, Dictionary<Guid, string> names, CancellationToken cancel)
    {
        var made = carriers.Where(one => one.StoryId is not null && one.Id != item.Id).ToDictionary(one => one.StoryId!.Value, one => names[one.SourceId]);
        return made.Count == 0 ? [] : [.. (await db.Stories.Where(story => made.Keys.Contains(story.Id)).OrderBy(story => story.CreatedAt)
            .Select(story => new { story.Id, story.Headline, story.Status }).ToListAsync(cancel)).Select(story => new CarriedStory(story.Id, story.Headline, story.Status, made[story.Id]))];
    }

    private static Task<Dictionary<Guid, string>> Names(DatelineDb db, List<WireItem> carriers, CancellationToken cancel)
    {
        var ids = carriers.Select(one => one.SourceId).Distinct().ToList();
        return db.Sources.Where(source => ids.Contains(source.Id)).ToDictionaryAsync(source => source.Id, source => source.Name, cancel);
    }

    private static int Shown(IReadOnlyList<int> widths) => widths.FirstOrDefault(kept => kept >= 480, widths[^1]);
}

/// <summary>A story of ours that was picked up from another carrier.</summary>
public sealed record CarriedStory(Guid Id, string Headline, StoryStatus Status, string From);
