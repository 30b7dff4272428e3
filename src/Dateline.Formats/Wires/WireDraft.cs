using System.Globalization;
using Dateline.Formats.Feeds;
using Dateline.Formats.InText;

namespace Dateline.Formats.Wires;

/// <summary>An item of a wire while it is being gathered: what feeds have too, and what only wires have.</summary>
internal sealed class WireDraft(FeedSetting setting)
{
    private const int Most = 200;
    private List<string>? signals;
    private List<string>? cancels;
    private List<string>? genres;

    public ItemDraft Common { get; } = new(setting, setting.BaseUri);

    public WireBody Body { get; } = new();

    public string? Version { get; set; }

    public PubStatus Status { get; set; }

    public Embargo? Embargo { get; set; }

    /// <summary>An embargo that is said in words and not in a field.</summary>
    public EmbargoTime? SaidEmbargo { get; set; }

    public string? Slugline { get; set; }

    public PlaceLine? PlaceLine { get; set; }

    public int? Urgency { get; set; }

    public DateTimeOffset? VersionCreated { get; set; }

    /// <summary>Who is responsible for the identity of the item: the provider where neither it nor the message names one.</summary>
    public string? ProviderId { get; set; }

    public bool HasByline => !string.IsNullOrEmpty(Common.Byline);

    public bool IsForEditors { get; set; }

    public void AddSignal(string signal) => Add(ref signals, signal);

    public void AddCancelled(string? uri)
    {
        if (uri is not null) Add(ref cancels, uri);
    }

    public void AddGenre(string? genre)
    {
        if (genre is null) return;
        Add(ref genres, genre);

        // An advisory speaks to editors (IPTC genre and NewsItemType vocabularies).
        if (WireCode.Last(genre) is "advisory" or "daybook" or "note to editors") IsForEditors = true;
    }

    private static void Add(ref List<string>? list, string text)
    {
        list ??= [];
        if (text.Length > 0 && list.Count < Most && !list.Contains(text)) list.Add(text);
    }

    public DateTimeOffset? Date(string? text) => text is null ? null : Common.Date(text.Trim());

    public void SetUrgency(string? text)
    {
        if (int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) && urgency is >= 1 and <= 9) Urgency ??= urgency;
    }

    public NewsItem? Finish(ReadOnlySpan<char> raw)
    {
        Body.Settle(this);
        Embargo = HandlingMarks.Held(Embargo, SaidEmbargo, VersionCreated ?? Common.Updated ?? Common.Published ?? Common.Created, null);
        if (SaidEmbargo is not null && Embargo is { Until: null }) Common.Repairs.Add(HandlingMarks.HeldWithoutEnd);
        var saysSomething = Status != PubStatus.Usable || cancels is not null || Common.Identity is not null;
        if (Common.Finish(raw, saysSomething) is not { } item) return null;
        return item with
        {
            Version = Version,
            Status = Status,
            Embargo = Embargo,
            Signals = signals ?? [],
            Cancels = cancels ?? [],
            Slugline = Slugline,
            PlaceLine = PlaceLine is { Text: null, Place: null, Date: null } ? null : PlaceLine,
            VersionCreated = VersionCreated ?? item.VersionCreated ?? item.FirstCreated,
            Urgency = Urgency,
            Genres = genres ?? [],
            Publishable = !IsForEditors,
        };
    }
}
