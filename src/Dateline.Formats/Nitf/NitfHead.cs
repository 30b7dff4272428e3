using Dateline.Formats.Wires;

namespace Dateline.Formats.Nitf;

/// <summary>The <c>head</c> of a NITF document: what it is, whose, and what may be done with it and when.</summary>
internal static class NitfHead
{
    /// <summary>The source that our writer names where an item has none: the first who delivered it is not taken for it.</summary>
    public const string Nobody = "-";

    /// <summary>The authors one by one, where the byline says them otherwise or there is none.</summary>
    public const string AuthorMeta = "dateline-author";

    /// <summary>A version that is no NMTOKEN, as NITF wants it.</summary>
    public const string VersionMeta = "dateline-version";

    /// <summary>A notice of several lines: <c>rights</c> has one.</summary>
    public const string NoticeMeta = "dateline-notice";

    /// <summary>What our writer says of a revision, so that the only one of an item isn't taken for both the first and the last.</summary>
    public const string FirstVersion = "first version";

    /// <inheritdoc cref="FirstVersion"/>
    public const string LastChange = "last change";

    private static readonly TimeSpan Simultaneous = TimeSpan.FromMinutes(1);

    public static void Read(WireNode nitf, WireDraft draft)
    {
        if (nitf.Find("docdata") is { } document)
        {
            Identity(document, draft);
            draft.Urgency ??= WireDraft.ReadUrgency(document.Child("urgency")?.Attribute("ed-urg") ?? document.Child("urgency")?.Attribute("id"));
            var issued = draft.Date(Norm(document.Child("date.issue")));
            draft.VersionCreated = issued;
            draft.Item.Published = issued;
            Status(document, draft, issued, unknown: PubStatus.Withheld);
            if (issued is null && draft.Embargo is null && draft.Date(Norm(document.Child("date.release"))) is { } released)
            {
                // The only date of some: once it has come, when the document came out.
                if (released > draft.Setting.Options.Clock.GetUtcNow() + Simultaneous) draft.Embargo = new Embargo(released);
                else draft.VersionCreated = draft.Item.Published = released;
            }

            Rights(document, draft);
            Keywords(document, draft);
            Trail(document, draft);
            foreach (var note in document.All("ed-msg")) draft.ReadNote(note.Attribute("info") ?? WireText.Line(note));

            // NITF 3.6: the element is there in corrections alone.
            if (document.Child("correction") is not null) draft.AddSignal("sig:correction");
        }

        Subjects(nitf, draft);
        Revisions(nitf, draft);
        draft.Item.Published ??= draft.Date(nitf.Find("pubdata")?.Attribute("date.publication"));
        if (nitf.Find("pubdata")?.Attribute("name") is { } publication) draft.Item.Credit = draft.Item.Credit with { Provider = draft.Item.Credit.Provider ?? publication };
        foreach (var meta in nitf.Find("head")?.All("meta") ?? []) Meta(meta, draft);
    }

    /// <summary>What stands in the head in the place of what the body should have said.</summary>
    public static void Fallbacks(WireNode nitf, WireDraft draft)
    {
        var title = WireText.Line(nitf.Find("head")?.Child("title"));
        draft.Item.Headline ??= title;

        // PA's title is its catchline, behind the number of its page: 1.2 TRANSPORT Ferries. NTB's key is its own.
        var registrar = draft.Slugline is null ? nitf.Find("doc-id")?.Attribute("regsrc") : null;
        if ("PA".Equals(registrar, StringComparison.OrdinalIgnoreCase) && title is not null && title != draft.Item.Headline) draft.Slugline = title.TrimStart("0123456789. ".ToCharArray());
        else if ("NTB".Equals(registrar, StringComparison.OrdinalIgnoreCase)) draft.Slugline = nitf.Find("du-key")?.Attribute("key");

        // Holder and year are what a notice says.
        if (draft.Item.Credit.CopyrightNotice is null && nitf.Find("doc.copyright") is { } copyright && copyright.Attribute("year") is { } year && copyright.Attribute("holder") is { } holder)
            draft.Item.Credit = draft.Item.Credit with { CopyrightNotice = $"© {year} {holder}" };
    }

    private static void Identity(WireNode document, WireDraft draft)
    {
        var key = document.Child("du-key");
        var id = document.Child("doc-id")?.Attribute("id-string");
        draft.Version = key?.Attribute("version") ?? key?.Attribute("generation");

        // NTB counts the versions behind an underscore: NTB1234_00, then NTB1234_01.
        if (id is not null && "NTB".Equals(document.Child("doc-id")?.Attribute("regsrc"), StringComparison.OrdinalIgnoreCase) && id.LastIndexOf('_') is > 3 and var counted && id.Length - counted is 2 or 3 or 4 && !id.AsSpan(counted + 1).ContainsAnyExceptInRange('0', '9'))
        {
            draft.Version ??= int.Parse(id.AsSpan(counted + 1), System.Globalization.CultureInfo.InvariantCulture).ToString(System.Globalization.CultureInfo.InvariantCulture);
            id = id[..counted];
        }

        // The key names the story through all its documents. Some ids are nothing but the key with a count.
        var name = key?.Attribute("key");
        draft.Item.Identity = id is null ? name : name is not null && key?.Attribute("version") is not null && id.StartsWith(name, StringComparison.Ordinal) ? name : id;
        if (document.Child("doc-id")?.Attribute("regsrc") is { } registrar) draft.Item.Credit = draft.Item.Credit with { Provider = registrar };
    }

    /// <summary>A document inside another format holds and kills as one alone does, and never lets go what its envelope holds.</summary>
    public static void Guard(WireNode document, WireDraft draft)
    {
        var (embargo, status) = (draft.Embargo, draft.Status);
        Status(document, draft, draft.Date(Norm(document.Child("date.issue"))), unknown: PubStatus.Usable);
        if (status > draft.Status) draft.Status = status;
        if (embargo is { Until: null } || (embargo is { Until: { } until } && draft.Embargo is { Until: { } other } && other < until)) draft.Embargo = embargo;
        foreach (var note in document.All("ed-msg")) draft.ReadNote(note.Attribute("info") ?? WireText.Line(note));
    }

    private static void Status(WireNode document, WireDraft draft, DateTimeOffset? issued, PubStatus unknown)
    {
        var written = document.Attribute("management-status");
        StatusWord.Read(written, draft, unknown);
        var release = draft.Date(Norm(document.Child("date.release")));
        var isEmbargoed = written?.Trim().StartsWith("embargo", StringComparison.OrdinalIgnoreCase) == true;

        // NITF 3.6: date.release is when the document "is available to be released".
        if (isEmbargoed || (release is not null && issued is not null && release > issued + Simultaneous)) draft.Embargo = new Embargo(release);
        if (WireCode.Last(document.Attribute("management-idref-status")) is "canceled" or "cancelled" or "withheld" or "killed") draft.AddCancel(document.Attribute("management-doc-idref"));
    }

    public static void Rights(WireNode document, WireDraft draft)
    {
        var credit = draft.Item.Credit;
        if (document.Child("doc.copyright") is { } copyright && copyright.Attribute("holder") is { } holder)
        {
            credit = credit with { CopyrightHolder = credit.CopyrightHolder ?? holder };
        }

        if (document.Child("doc.rights") is { } rights)
        {
            var type = rights.Attribute("type");
            string?[] terms = ["none".Equals(type, StringComparison.OrdinalIgnoreCase) ? null : type, rights.Attribute("limitations"), WireText.Line(rights)];
            credit = credit with
            {
                CopyrightHolder = credit.CopyrightHolder ?? rights.Attribute("owner"),
                UsageTerms = credit.UsageTerms ?? (string.Join('\n', terms.OfType<string>()) is { Length: > 0 } said ? said : null),
            };
        }

        draft.Item.Credit = credit;
    }

    public static void Keywords(WireNode document, WireDraft draft)
    {
        foreach (var keyword in document.All("key-list").SelectMany(l => l.All("keyword")))
            if ((keyword.Attribute("key") ?? WireText.Line(keyword)) is { } word) draft.Item.AddKeyword(word);
    }

    // The services that delivered it, each with its place in the row.
    private static void Trail(WireNode document, WireDraft draft)
    {
        var sources = document.All("del-list").SelectMany(l => l.All("from-src")).Where(s => s.Attribute("src-name") is not null)
            .OrderBy(s => int.TryParse(s.Attribute("level-number"), out var level) ? level : int.MaxValue).ToList();
        foreach (var source in sources) draft.Item.AddHop(new Hop(source.Attribute("src-name")!));
        if (sources.Count > 0) draft.Item.Credit = draft.Item.Credit with { Source = draft.Item.Credit.Source ?? sources[0].Attribute("src-name") };
    }

    public static void Subjects(WireNode nitf, WireDraft draft)
    {
        foreach (var objects in nitf.Find("head")?.All("tobject") ?? [])
        {
            foreach (var property in objects.All("tobject.property")) draft.AddGenre(property.Attribute("tobject.property.type"));
            foreach (var subject in objects.All("tobject.subject"))
            {
                var registrar = subject.Attribute("tobject.subject.ipr");
                var scheme = registrar is null || registrar.Equals("IPTC", StringComparison.OrdinalIgnoreCase) ? "subj" : registrar;
                var name = subject.Attribute("tobject.subject.detail") ?? subject.Attribute("tobject.subject.matter") ?? subject.Attribute("tobject.subject.type");
                if ((subject.Attribute("tobject.subject.refnum") ?? subject.Attribute("tobject.subject.code")) is { } code) draft.Item.AddSubject(new Subject(scheme, code, name));
                else if (name is not null) draft.Item.AddSubject(new Subject(null, null, name));
            }
        }

        foreach (var identified in nitf.Find("docdata")?.Child("identified-content")?.Children ?? [])
            if (!identified.IsText && (WireText.Line(identified) ?? identified.Attribute("value")) is { } named)
                draft.Item.AddSubject(new Subject(identified.Attribute("idsrc") ?? identified.Attribute("type"), identified.Attribute("value"), named));
    }

    private static void Revisions(WireNode nitf, WireDraft draft)
    {
        foreach (var revision in nitf.Find("head")?.All("revision-history") ?? [])
        {
            if (draft.Date(revision.Attribute("norm")) is not { } at) continue;
            var comment = revision.Attribute("comment");
            if (comment != LastChange && (draft.Item.Created is not { } first || at < first)) draft.Item.Created = at;
            if (comment != FirstVersion && (draft.Item.Updated is not { } last || at > last)) draft.Item.Updated = at;
        }
    }

    // NITF has no slugline; agencies keep theirs in a meta of their own.
    private static void Meta(WireNode meta, WireDraft draft)
    {
        if (meta.Attribute("content") is not { } content) return;
        switch (meta.Attribute("name")?.ToLowerInvariant())
        {
            case "slug" or "slugline" or "slug-line" or "anpa-keyword" or "ntbstikkord":
                draft.Slugline ??= content;
                break;
            case "anpa-takekey" when draft.Slugline is not null:
                draft.Slugline += " " + content;
                draft.LeadMark ??= LeadMark.Read(content + ": x", out _) is [var mark, ..] ? mark : null;
                break;
            case "creditline" or "credit":
                draft.Item.Credit = draft.Item.Credit with { CreditLine = draft.Item.Credit.CreditLine ?? content };
                break;
            case "infosource":
                draft.Item.Credit = draft.Item.Credit with { Source = content == Nobody ? null : content };
                break;
            case "signal":
                draft.AddSignal(content);
                break;
            case AuthorMeta:
                draft.Item.AddAuthor(new Author(content));
                break;
            case NoticeMeta:
                draft.Item.Credit = draft.Item.Credit with { CopyrightNotice = content };
                break;
            case VersionMeta:
                draft.Version = content;
                break;
            // ANSA's own, and the letter of American wires.
            case "category_iptc" when content.Length == 8 && content.All(char.IsAsciiDigit):
                draft.Item.AddSubject(new Subject("subj", content, null));
                break;
            case "category" or "anpa-category" when content.Length <= 4:
                draft.Item.AddSubject(new Subject("category", content, null));
                break;
            case "keyword" when content.LastIndexOf("ANSA/", StringComparison.Ordinal) is >= 0 and var house && content.StartsWith('>'):
                draft.Item.AddKeyword(content[(house + "ANSA/".Length)..].Trim());
                break;
            case "language" or "lang":
                draft.Item.Language ??= content;
                break;
            case "version" or "revision" when draft.Version is null && content.Length < 10 && content.All(char.IsAsciiDigit):
                draft.Version = content;
                break;
        }
    }

    private static string? Norm(WireNode? date) => date?.Attribute("norm") ?? WireText.Line(date);
}
