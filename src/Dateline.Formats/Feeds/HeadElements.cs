using System.Globalization;
using Dateline.Formats.Atom;
using Dateline.Formats.Rss;
using Dateline.Formats.Text;
using Dateline.Formats.WordPress;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Feeds;

/// <summary>Reads what stands in a feed beside its items.</summary>
internal static class HeadElements
{
    public static Tombstone? Read(ReadOnlySpan<char> raw, FeedSetting setting)
    {
        Span<char> scratch = stackalloc char[ElementWalker.Scratch];
        var outside = setting.Scope.Mark;
        var at = new ElementWalker(raw, setting.Scope, setting.Head.Repairs, scratch);
        Tombstone? tombstone = null;
        if (at.Next())
        {
            if (at.Ns == Ns.WordPress) WxrItem.Author(ref at, setting);
            else if (at.Ns == Ns.Tombstone && at.Local is "deleted-entry") tombstone = AtomTombstone.Read(ref at, setting);
            else setting.Head.Set(Read(ref at, setting, setting.Head.Head));
        }

        setting.Scope.Return(outside);
        return tombstone;
    }

    private static FeedHead Read(ref ElementWalker at, FeedSetting setting, FeedHead head)
    {
        var repairs = setting.Head.Repairs;
        var ns = at.Ns;
        switch (at.Local)
        {
            case "title" when ns is Ns.Own or Ns.Atom or Ns.DublinCore:
                return head with { Title = head.Title ?? AtomText.Read(ref at, setting.Scope, repairs).Line() };
            case "description" or "subtitle" or "tagline" or "abstract" when ns is Ns.Own or Ns.Atom or Ns.DublinCore:
                return head with { Description = head.Description ?? AtomText.Read(ref at, setting.Scope, repairs).Lines() };
            case "link" when ns == Ns.Own && !setting.IsAtom:
                var page = at.Text() is { Length: > 0 } text ? text : at.Attribute("rel") is null ? at.Attribute("href") : null;
                return head with { Link = head.Link ?? Address.Resolve(page, setting.BaseUri, repairs) };
            case "link" when ns is Ns.Own or Ns.Atom:
                return Link(ref at, setting, head);
            case "id" when ns is Ns.Own or Ns.Atom:
                return head with { Id = head.Id ?? (at.Text() is { Length: > 0 } id ? id : null) };
            case "updated" when StandIn.Is(ref at):
                return head;
            case "updated" or "modified" or "lastbuilddate" or "pubdate" or "date" when ns is Ns.Own or Ns.Atom or Ns.DublinCore:
                return head with { Updated = head.Updated ?? Date(ref at, repairs) };
            case "language" when ns is Ns.Own or Ns.DublinCore:
                return head with { Language = head.Language ?? RssElements.Line(ref at) };
            case "rights" or "copyright" when ns is Ns.Own or Ns.Atom or Ns.DublinCore:
                return head with { Rights = head.Rights ?? AtomText.Read(ref at, setting.Scope, repairs).Lines() };
            case "author" when ns == Ns.Atom || (ns == Ns.Own && setting.IsAtom):
                return AtomPerson.Read(at.Inner, setting.Scope, repairs, setting.BaseUri) is { } person && head.Authors.Count < 100 ? head with { Authors = [.. head.Authors, person] } : head;
            case "managingeditor" when ns == Ns.Own:
                return AuthorText.Read(at.Text()) is { } editor && head.Authors.Count == 0 ? head with { Authors = [editor] } : head;
            case "generator" when ns is Ns.Own or Ns.Atom:
                return head with { Generator = head.Generator ?? RssElements.Line(ref at) };
            case "logo" or "icon" when ns is Ns.Own or Ns.Atom:
                return head with { Image = head.Image ?? Address.Resolve(at.Text() is { Length: > 0 } written ? written : at.Attribute("href"), setting.BaseUri, repairs) };
            case "image" when ns is Ns.Own or Ns.ITunes:
                return head with { Image = head.Image ?? Address.Resolve(ImageAddress(ref at, setting), setting.BaseUri, repairs) };
            case "ttl" when ns == Ns.Own:
                return int.TryParse(at.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and < 600_000
                    ? head with { TimeToLive = head.TimeToLive ?? TimeSpan.FromMinutes(minutes) } : head;
            case "updateperiod" when ns == Ns.Syndication:
                return head with { TimeToLive = head.TimeToLive ?? Period(at.Text()) };
            case "updatefrequency" when ns == Ns.Syndication:
                return int.TryParse(at.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var times) && times is > 1 and < 10_000
                    ? head with { TimeToLive = head.TimeToLive / times } : head;
            default:
                return head;
        }
    }

    private static FeedHead Link(ref ElementWalker at, FeedSetting setting, FeedHead head)
    {
        var href = Address.Resolve(at.Attribute("href"), setting.BaseUri, setting.Head.Repairs);
        if (href is null) return head;
        return at.Attribute("rel")?.ToLowerInvariant() switch
        {
            null or "alternate" => head with { Link = head.Link ?? href },
            "self" => head with { SelfLink = head.SelfLink ?? href },
            "next" => head with { NextLink = head.NextLink ?? href },
            "hub" when head.HubLinks.Count < 20 => head with { HubLinks = [.. head.HubLinks, href] },
            _ => head,
        };
    }

    private static string? ImageAddress(ref ElementWalker at, FeedSetting setting)
    {
        Span<char> scratch = stackalloc char[ElementWalker.Scratch];
        var inside = new ElementWalker(at.Inner, setting.Scope, setting.Head.Repairs, scratch);
        while (inside.Next())
            if (inside.Local is "url") return inside.Text();

        return at.Attribute("href") ?? at.Attribute("rdf:resource");
    }

    private static DateTimeOffset? Date(ref ElementWalker at, RepairList repairs)
    {
        if (NewsDate.TryRead(at.Text(), out var instant)) return instant;
        repairs.Add("The date of the feed could not be read.");
        return null;
    }

    private static TimeSpan? Period(string period) => period.ToLowerInvariant() switch
    {
        "hourly" => TimeSpan.FromHours(1),
        "daily" => TimeSpan.FromDays(1),
        "weekly" => TimeSpan.FromDays(7),
        "monthly" => TimeSpan.FromDays(30),
        "yearly" => TimeSpan.FromDays(365),
        _ => null,
    };
}
