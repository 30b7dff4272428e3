using Dateline.Formats;
using Dateline.Wire.Groups;

namespace Dateline.Wire;

/// <summary>
/// A part of a document, with what the receive path asks about it. All of it is told by the part alone, so it can be made
/// before the write: on SQLite all writes wait for one another.
/// </summary>
internal sealed class Incoming(NewsPart part, Guid source)
{
    private readonly Lazy<string> _hash = new(() => ContentHash.Of((NewsItem)part), isThreadSafe: false);
    private readonly Lazy<Fingerprint?> _fingerprint = new(() => part is NewsItem { Status: PubStatus.Usable, Publishable: true } news ? Groups.Fingerprint.Of(news, source) : null, isThreadSafe: false);

    public NewsPart Part => part;

    /// <summary>What it is about, see <see cref="WireIdentity"/>; null when it is about no item.</summary>
    public string? Guid { get; } = part switch
    {
        NewsItem news => WireIdentity.Of(news),
        Tombstone tombstone => WireIdentity.Of(tombstone.Ref),
        _ => null,
    };

    /// <summary>Of news: see <see cref="ContentHash"/>.</summary>
    public string Hash => _hash.Value;

    /// <summary>What its copies are found by; null when it is no text or too short a one.</summary>
    public Fingerprint? Fingerprint => _fingerprint.Value;

    /// <summary>Makes all that the write will ask for.</summary>
    public void Prepare()
    {
        if (Part is not NewsItem) return;
        _ = Hash;
        _ = Fingerprint;
    }
}
