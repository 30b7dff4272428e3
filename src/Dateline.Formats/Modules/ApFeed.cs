using System.Globalization;
using Dateline.Formats.Feeds;
using Dateline.Formats.InText;
using Dateline.Formats.Rss;
using Dateline.Formats.Wires;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Modules;

/// <summary>The two vocabularies that AP puts into the entries of its Atom feeds: what the content is, and how it is managed.</summary>
internal static class ApFeed
{
    public static void Read(ref ElementWalker at, ItemDraft item)
    {
        Span<char> scratch = stackalloc char[ElementWalker.Scratch];
        var inside = new ElementWalker(at.Inner, item.Setting.Scope, item.Repairs, scratch);
        var facts = item.Agency ?? new AgencyFacts();
        while (inside.Next()) facts = inside.Ns == Ns.ApManagement ? Managed(ref inside, item, facts) : Said(ref inside, item, facts);
        item.Agency = facts;
    }

    private static AgencyFacts Said(ref ElementWalker at, ItemDraft item, AgencyFacts facts)
    {
        switch (at.Local)
        {
            case "headline" when RssElements.Line(ref at) is { } headline:
                item.Headline = headline;               // the entry's title is the slug
                break;
            case "extendedheadline":
                item.Summary ??= RssElements.Line(ref at);
                break;
            case "slugline":
                return facts with { Slugline = RssElements.Line(ref at) };
            case "byline" when RssElements.Line(ref at) is { } byline:
                item.Byline = BylineNames.WithoutBy(byline);
                break;
            case "dateline" when RssElements.Line(ref at) is { } line:
                return facts with { PlaceLine = PlaceLineText.Read(line, facts.PlaceLine?.Place, null, item.Updated ?? item.Published) };
            case "datelinelocation" when at.Attribute("city") is { Length: > 0 } city && facts.PlaceLine?.Place is null:
                return facts with { PlaceLine = (facts.PlaceLine ?? new PlaceLine(null)) with { Place = city } };
            case "priority" when int.TryParse(at.Attribute("numeric"), NumberStyles.None, CultureInfo.InvariantCulture, out var urgency) && urgency is >= 1 and <= 8:
                return facts with { Urgency = urgency };
            case "keywords" when RssElements.Line(ref at) is { } words:
                foreach (var word in words.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) item.AddKeyword(word);
                break;
            case "subjectclassification" or "entityclassification":
                item.AddSubject(new Subject(at.Attribute("authority"), at.Attribute("id"), at.Attribute("value")));
                break;
            case "creditline":
                item.Credit = item.Credit with { CreditLine = RssElements.Line(ref at) ?? item.Credit.CreditLine };
                break;
            case "source":
                item.Credit = item.Credit with { Source = RssElements.Line(ref at) ?? item.Credit.Source };
                break;
            case "copyright":
                item.Credit = item.Credit with { CopyrightHolder = at.Attribute("holder") ?? item.Credit.CopyrightHolder };
                break;
        }

        return facts;
    }

    private static AgencyFacts Managed(ref ElementWalker at, ItemDraft item, AgencyFacts facts)
    {
        switch (at.Local)
        {
            case "managementsequencenumber":
                return facts with { Version = RssElements.Line(ref at) };
            case "publishingstatus":
                return RssElements.Line(ref at)?.ToLowerInvariant() switch
                {
                    "canceled" or "cancelled" or "killed" or "withdrawn" => facts with { Status = PubStatus.Canceled },
                    "withheld" => facts with { Status = PubStatus.Withheld },
                    "embargoed" => facts with { Embargo = new Embargo(facts.Release) },
                    _ => facts,
                };
            case "managementtype" when at.Text().Trim().ToLowerInvariant() is "cancel" or "kill":
                return facts with { Status = PubStatus.Canceled };
            case "releasedatetime" or "publishingreleasedatetime" when item.Date(at.Line) is { } release: // before or behind the status
                return facts with { Release = release, Embargo = facts.Embargo is null ? null : new Embargo(release) };
            default:
                return facts;
        }
    }
}
