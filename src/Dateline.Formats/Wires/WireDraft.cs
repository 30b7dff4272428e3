using System.Globalization;
using Dateline.Formats.Feeds;
using Dateline.Formats.InText;
using Dateline.Formats.Text;

namespace Dateline.Formats.Wires;

/// <summary>An item of a wire while its fields are being gathered: what feeds carry too, and what only agencies send.</summary>
internal sealed class WireDraft(FeedSetting setting)
{
    private const int Most = 1000;
    private static readonly TimeSpan MostAhead = TimeSpan.FromDays(5);

    private List<string>? signals;
    private List<string>? cancels;
    private List<string>? genres;
    private WireBody? body;
    private TimeSpan? clock;
    private bool lookedForClock;

    /// <summary>What every format carries.</summary>
    public ItemDraft Item { get; } = new(setting, setting.BaseUri);

    public FeedSetting Setting => setting;

    public RepairList Repairs => Item.Repairs;

    /// <summary>The renderings of the text, in formats that send it as elements; elsewhere it is offered to <see cref="Item"/>.</summary>
    public WireBody Body => body ??= new();

    public string? Version { get; set; }

    public PubStatus Status { get; set; }

    public Embargo? Embargo { get; set; }

    /// <summary>An embargo that is said in words and not in a field.</summary>
    public EmbargoTime? SaidEmbargo { get; set; }

    public string? Slugline { get; set; }

    /// <summary>The mark of the version, where it stands in a field that is kept nowhere else.</summary>
    public LeadMark? LeadMark { get; set; }

    public PlaceLine? PlaceLine { get; set; }

    public DateTimeOffset? VersionCreated { get; set; }

    public int? Urgency { get; set; }

    /// <summary>Who is responsible for the identity of the item: the provider where neither it nor the message names one.</summary>
    public string? ProviderId { get; set; }

    /// <summary>False of what is for editors alone.</summary>
    public bool Publishable { get; set; } = true;

    public void AddSignal(string signal) => Add(ref signals, signal);

    public void AddCancel(string? uri) => Add(ref cancels, uri is null ? null : VersionedName.Of(uri)?.Name ?? uri);

    public void AddGenre(string? genre)
    {
        Add(ref genres, genre);

        // An advisory speaks to editors (IPTC genre and NewsItemType vocabularies).
        if (WireCode.Last(genre) is "advisory" or "daybook" or "note to editors") Publishable = false;
    }

    private static void Add(ref List<string>? list, string? text)
    {
        if (text is { Length: > 0 } && (list ??= []).Count < Most && !list.Contains(text)) list.Add(text);
    }

    /// <summary>Finds the clock of times that name no zone, where the document tells it; asked once, when such a time is met.</summary>
    public Func<TimeSpan?>? FindClock { get; set; }

    public DateTimeOffset? Date(string? written)
    {
        if (written is null || Item.Date(written.Trim()) is not { } read) return null;
        return OnItsClock(written.Trim(), read);
    }

    // A time without a zone is one of the sender's clock. Of no known clock it is taken as UTC.
    private DateTimeOffset OnItsClock(string written, DateTimeOffset read)
    {
        if (FindClock is null || !DocumentClock.IsWithoutZone(written)) return read;
        if (!lookedForClock) (clock, lookedForClock) = (FindClock(), true);
        var ahead = clock ?? TimeSpan.Zero;
        return read > DateTimeOffset.MinValue + MostAhead && read < DateTimeOffset.MaxValue - MostAhead ? read - ahead : read;
    }

    /// <summary>IPTC counts urgency from 1 to 9; anything else means nothing.</summary>
    public static int? ReadUrgency(string? written) =>
        double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 9 ? (int)number : null;

    /// <summary>What says until when an item is held. If it says so in a way that nobody can read, there is no known end.</summary>
    public void ReadEmbargo(string? written)
    {
        if (written is null) return;
        if (NewsDate.TryRead(written, out var until)) Embargo = new Embargo(OnItsClock(written.Trim(), until));
        else if (!written.Equals("false", StringComparison.OrdinalIgnoreCase) && !written.Equals("none", StringComparison.OrdinalIgnoreCase))
        {
            Embargo = new Embargo(null);
            Repairs.Add("The end of the embargo could not be read: the item is held with no time known.");
        }
    }

    /// <summary>Takes what a note to editors says of the item; whether it says anything of the kind.</summary>
    public bool ReadNote(string? note)
    {
        SaidEmbargo ??= EmbargoWords.InNote(note) ?? (AdvanceMark.IsNote(note) ? default(EmbargoTime) : null);
        var said = false;
        foreach (var signal in DeskNote.Signals(note))
        {
            AddSignal(signal);
            said = true;
        }

        return said;
    }

    // PA writes an hour without a zone on the clock of London.
    private bool IsOfPa => Houses.AreOne(Item.Credit.Source ?? "", "PA") || Houses.AreOne(Item.Credit.Provider ?? "", "PA");

    /// <summary>The item; null if there was nothing in it and it recalls nothing either.</summary>
    /// <param name="raw">Its text as sent.</param>
    /// <param name="evenEmpty">Its identity is enough.</param>
    public NewsItem? Finish(ReadOnlySpan<char> raw, bool evenEmpty = false)
    {
        body?.Settle(this);
        if (AdvanceMark.IsIn(Slugline)) Embargo ??= new Embargo(null);
        Item.Headline = HeadlineFence.Without(Item.Headline);
        if (Item.Body is { Content: var copy } && copy.AsSpan(0, Math.Min(copy.Length, 200)).Contains(" AAP ", StringComparison.Ordinal)) Item.Headline = HeadlineFence.WithoutState(Item.Headline);
        if (setting.Format != NewsFormat.Mail && Item.Body is { } text) Item.Body = RepeatedHead.Cut(WireFoot.Cut(text, this), Item.Headline, Slugline, Item.Keywords);
        if (SaidEmbargo is { } said && IsOfPa) SaidEmbargo = said.InLondon();
        Embargo = HandlingMarks.Held(Embargo, SaidEmbargo, VersionCreated ?? Item.Updated ?? Item.Published ?? Item.Created, Item.SenderClock);
        if (SaidEmbargo is not null && Embargo is { Until: null }) Repairs.Add(HandlingMarks.HeldWithoutEnd);

        // dpa's identity ends in the version, which is another for each: urn:newsml:dpa.com:20090101:261116-99-012345/2.
        if (Item.Identity is { } identity && VersionedName.Of(identity) is var (name, version)) (Item.Identity, Version) = (name, Version ?? version);

        // A recall needs no text: what it recalls says all.
        var recalls = Status != PubStatus.Usable || cancels is not null;
        if (Item.Finish(raw, recalls || (evenEmpty && Item.Identity is not null)) is not { } item) return null;
        return item with
        {
            Version = Version,
            Status = Status,
            Embargo = Embargo,
            Signals = signals ?? [],
            Cancels = cancels ?? [],
            Slugline = Slugline,
            LeadMark = LeadMark,
            PlaceLine = PlaceLine is { Text: null, Place: null, Date: null } ? null : PlaceLine,
            VersionCreated = VersionCreated ?? item.VersionCreated,
            Urgency = Urgency,
            Genres = genres ?? [],
            Publishable = Publishable,
        };
    }
}
