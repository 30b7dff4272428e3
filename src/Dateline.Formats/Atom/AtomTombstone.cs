using Dateline.Formats.Feeds;
using Dateline.Formats.Text;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Atom;

/// <summary><c>at:deleted-entry</c> (RFC 6721): the entry is to be withdrawn.</summary>
internal static class AtomTombstone
{
    public static Tombstone? Read(ref ElementWalker outer, FeedSetting setting)
    {
        var repairs = setting.Head.Repairs;
        if (outer.Attribute("ref") is not { } entry)
        {
            repairs.Add("A deleted entry did not say which.");
            return null;
        }

        DateTimeOffset? when = !StandIn.Is(ref outer) && NewsDate.TryRead(outer.Attribute("when") ?? "", out var instant) ? instant : null;
        string? comment = null, href = null;
        Span<char> scratch = stackalloc char[ElementWalker.Scratch];
        var at = new ElementWalker(outer.Inner, setting.Scope, repairs, scratch);
        while (at.Next())
        {
            if (at.Local is "comment") comment ??= AtomText.Read(ref at, setting.Scope, repairs).Lines();
            else if (at.Local is "link") href ??= Address.Resolve(at.Attribute("href"), setting.BaseUri, repairs);
        }

        return new Tombstone(AtomId.Unwrap(entry), when, comment) { Href = href };
    }
}
