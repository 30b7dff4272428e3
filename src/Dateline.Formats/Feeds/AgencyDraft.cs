using System.Globalization;
using Dateline.Formats.InText;
using Dateline.Formats.Text;

namespace Dateline.Formats.Feeds;

/// <summary>An item of a wire while its fields are being gathered: what feeds know of, and what only agencies send.</summary>
internal sealed class AgencyDraft(FeedSetting setting)
{
    private const int Most = 1000;

    private List<string>? signals;
    private List<string>? cancels;
    private List<string>? genres;

    /// <summary>What every format carries.</summary>
    public ItemDraft Item { get; } = new(setting, setting.BaseUri);

    public FeedSetting Setting => setting;

    public RepairList Repairs => Item.Repairs;

    public string? Version { get; set; }

    public PubStatus Status { get; set; }

    public Embargo? Embargo { get; set; }

    /// <summary>An embargo that is said in words and not in a field.</summary>
    public EmbargoTime? SaidEmbargo { get; set; }

    /// <summary>How far the sender's own clock is ahead of UTC, where that is known.</summary>
    public TimeSpan? Offset { get; set; }

    public string? Slugline { get; set; }

    /// <summary>The mark of the version, where it stands in a field that is kept nowhere else.</summary>
    public LeadMark? LeadMark { get; set; }

    public PlaceLine? PlaceLine { get; set; }

    public DateTimeOffset? VersionCreated { get; set; }

    public int? Urgency { get; set; }

    public bool Publishable { get; set; } = true;

    public void AddSignal(string signal) => Add(ref signals, signal);

    public void AddCancel(string uri) => Add(ref cancels, uri);

    public void AddGenre(string genre) => Add(ref genres, genre);

    /// <summary>The status by its IPTC name, in the spellings and with the prefixes that are found.</summary>
    public void ReadStatus(string? written)
    {
        if (written is null) return;
        var colon = written.LastIndexOfAny([':', '/']);
        switch (written[(colon + 1)..].Trim().ToLowerInvariant())
        {
            case "usable" or "published" or "corrected" or "public":
                break;
            case "canceled" or "cancelled" or "killed" or "recalled" or "unpublished" or "deleted" or "takedown":
                Status = PubStatus.Canceled;
                break;
            case "withheld" or "withhold" or "hold" or "onhold" or "draft" or "spiked":
                Status = PubStatus.Withheld;
                break;
            case "embargoed":
                Embargo ??= new Embargo(null);
                break;
            default:
                Repairs.Add("The publication status is none that the IPTC knows; it was read as usable.");
                break;
        }
    }

    /// <summary>What says until when an item is held. If it says so in a way that nobody can read, there is no known end.</summary>
    public void ReadEmbargo(string? written)
    {
        if (written is null) return;
        if (NewsDate.TryRead(written, out var until)) Embargo = new Embargo(until);
        else if (!written.Equals("false", StringComparison.OrdinalIgnoreCase) && !written.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            Embargo = new Embargo(null);
            Repairs.Add("The end of the embargo could not be read: the item is held with no time known.");
        }
    }

    /// <summary>IPTC counts urgency from 1 to 9; anything else means nothing.</summary>
    public static int? ReadUrgency(string? written) =>
        double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 9 ? (int)number : null;

    /// <summary>The item; null if there was nothing in it and it recalls nothing either.</summary>
    public NewsItem? Finish(ReadOnlySpan<char> raw)
    {
        Embargo = HandlingMarks.Held(Embargo, SaidEmbargo, VersionCreated ?? Item.Updated ?? Item.Published, Offset);
        if (SaidEmbargo is not null && Embargo is { Until: null }) Repairs.Add(HandlingMarks.HeldWithoutEnd);
        var emptied = Status != PubStatus.Usable || cancels is not null ? Item.Identity : null;
        var item = Item.Finish(raw) ?? (emptied is null ? null : new NewsItem
        {
            // A recall needs no text: the identity says all.
            Uri = emptied,
            Language = Item.Language,
            FirstCreated = Item.Created,
            Published = Item.Published,
            Credit = Item.Credit.IsEmpty ? null : Item.Credit,
            Repairs = Repairs.Take(),
            Raw = setting.Options.KeepRaw ? raw.ToString() : null,
        });
        return item is null ? null : item with
        {
            Version = Version,
            Status = Status,
            Embargo = Embargo,
            Signals = signals ?? [],
            Cancels = cancels ?? [],
            Slugline = Slugline,
            LeadMark = LeadMark,
            PlaceLine = PlaceLine,
            VersionCreated = VersionCreated ?? item.VersionCreated,
            Urgency = Urgency,
            Genres = genres ?? [],
            Publishable = Publishable,
        };
    }

    private static void Add(ref List<string>? list, string text)
    {
        if (text.Length > 0 && (list ??= []).Count < Most && !list.Contains(text)) list.Add(text);
    }
}
