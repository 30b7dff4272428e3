using System.Globalization;
using Dateline.Formats.Feeds;

namespace Dateline.Formats.Nitf;

/// <summary>The <c>head</c> of a NITF document being written.</summary>
internal static class NitfHeadOutput
{
    public static void Write(WireOutput output, WireEnvelope envelope, NewsItem item)
    {
        var shown = item.Status == PubStatus.Usable;
        output.Start("head");
        if (shown) output.Element("title", item.Headline);
        Meta(output, "slugline", shown ? item.Slugline : null);
        Meta(output, "creditline", item.Credit?.CreditLine);
        Meta(output, "infosource", item.Credit?.Source ?? (item.Credit?.Hops.Count > 0 || envelope.OwnHop is not null ? NitfHead.Nobody : null));
        foreach (var author in shown && !IsOfByline(item) ? item.Authors : []) Meta(output, NitfHead.AuthorMeta, author.Name);
        if (shown && item.Credit?.CopyrightNotice is { } notice && notice.Contains('\n', StringComparison.Ordinal)) Meta(output, NitfHead.NoticeMeta, notice);
        if (item.Version is { Length: > 0 } version && !IsToken(version)) Meta(output, NitfHead.VersionMeta, version);
        foreach (var signal in item.Signals) Meta(output, "signal", signal);
        if (shown) Subjects(output, item);
        Document(output, envelope, item);
        if (item.Published is { } published)
        {
            output.Start("pubdata");
            output.Attribute("date.publication", Outgoing.Instant(published));
            output.End();
        }

        Revision(output, item.FirstCreated, NitfHead.FirstVersion);
        Revision(output, item.Updated, NitfHead.LastChange);
        output.End();
    }

    // Its reader takes the words of a byline for the name of one author.
    private static bool IsOfByline(NewsItem item) => item.Authors.Count == 0 || (item.Authors.Count == 1 && item.Authors[0].Name == item.Byline);

    private static void Meta(WireOutput output, string name, string? content)
    {
        if (string.IsNullOrEmpty(content)) return;
        output.Start("meta");
        output.Attribute("name", name);
        output.Attribute("content", content);
        output.End();
    }

    private static void Subjects(WireOutput output, NewsItem item)
    {
        output.Start("tobject");
        foreach (var genre in item.Genres) output.Element("tobject.property", "tobject.property.type", genre);
        foreach (var subject in item.Subjects)
        {
            // The schema requires a code, and that it is a NMTOKEN: others are told in docdata.
            if (subject.Code is not { Length: > 0 } code || !IsToken(code)) continue;
            output.Start("tobject.subject");
            output.Attribute("tobject.subject.ipr", subject.Scheme is null or "subj" ? "IPTC" : subject.Scheme);
            output.Attribute("tobject.subject.refnum", code);
            output.Attribute("tobject.subject.matter", subject.Name);
            output.End();
        }

        output.End();
    }

    private static void Document(WireOutput output, WireEnvelope envelope, NewsItem item)
    {
        var uri = item.Uri ?? item.Page ?? throw new ArgumentException("NITF requires an identity of each item.", nameof(item));
        output.Start("docdata");
        output.Attribute("management-status", item.Status == PubStatus.Usable && item.Embargo is not null ? "embargoed" : item.Status.ToString().ToLowerInvariant());
        if (item.Cancels.Count > 0)
        {
            output.Attribute("management-doc-idref", item.Cancels[0]);
            output.Attribute("management-idref-status", "canceled");
        }

        output.Start("doc-id");
        output.Attribute("regsrc", item.Credit?.Provider ?? envelope.Sender);
        output.Attribute("id-string", uri);
        output.End();
        Trail(output, envelope, item);
        if (item.Urgency is { } urgency) output.Element("urgency", "ed-urg", urgency.ToString(CultureInfo.InvariantCulture));
        output.Element("date.issue", "norm", Outgoing.Instant(item.VersionCreated ?? item.Updated ?? item.Published ?? envelope.Sent));
        if (item.Embargo?.Until is { } until) output.Element("date.release", "norm", Outgoing.Instant(until));
        if (item.Version is { Length: > 0 } version && IsToken(version))
        {
            output.Start("du-key");
            output.Attribute("version", version);
            output.Attribute("key", uri);
            output.End();
        }

        output.Element("doc.copyright", "holder", item.Credit?.CopyrightHolder);
        output.Element("doc.rights", "type", item.Credit?.UsageTerms);
        if (item.Status == PubStatus.Usable) Classified(output, item);
        if (item.Keywords.Count > 0)
        {
            output.Start("key-list");
            foreach (var keyword in item.Keywords) output.Element("keyword", "key", keyword);
            output.End();
        }

        output.End();
    }

    private static void Classified(WireOutput output, NewsItem item)
    {
        var others = item.Subjects.Where(subject => subject.Code is not { Length: > 0 } code ? subject.Name is { Length: > 0 } : !IsToken(code)).ToList();
        if (others.Count == 0) return;
        output.Start("identified-content");
        foreach (var subject in others)
        {
            output.Start("classifier");
            output.Attribute("idsrc", subject.Scheme);
            output.Attribute("value", subject.Code);
            output.Xml.WriteString(Text.XmlText.Legal(subject.Name ?? ""));
            output.End();
        }

        output.End();
    }

    private static void Trail(WireOutput output, WireEnvelope envelope, NewsItem item)
    {
        var hops = item.Credit?.Hops ?? [];
        if (hops.Count == 0 && envelope.OwnHop is null) return;
        output.Start("del-list");
        var level = 0;
        foreach (var hop in envelope.OwnHop is { } own ? hops.Append(own) : hops)
        {
            output.Start("from-src");
            output.Attribute("src-name", hop.Name);
            output.Attribute("level-number", (++level).ToString(CultureInfo.InvariantCulture));
            output.End();
        }

        output.End();
    }

    private static void Revision(WireOutput output, DateTimeOffset? at, string comment)
    {
        if (at is not { } instant) return;
        output.Start("revision-history");
        output.Attribute("function", "other");
        output.Attribute("norm", Outgoing.Instant(instant));
        output.Attribute("comment", comment);
        output.End();
    }

    private static bool IsToken(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_' or ':');
}
