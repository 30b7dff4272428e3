using System.Text.Json;
using Dateline.Formats.Json;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Ninjs;

/// <summary>What a ninjs item is about: addresses of terms (ninjs 2 and 3), codes (dialects of 1), or names alone.</summary>
internal static class NinjsSubjects
{
    private const string NewsCodes = "http://cv.iptc.org/newscodes/";

    /// <summary>The relation under which our writer puts signals, for which ninjs has no member.</summary>
    public const string Signal = "signal";

    /// <summary>The relation for free keywords, which ninjs dropped with version 2.</summary>
    public const string Keyword = "keyword";

    public static void Read(JsonMembers ninjs, WireDraft draft)
    {
        foreach (var element in ninjs.List("subjects", "subject"))
        {
            var rel = element.ValueKind == JsonValueKind.Object ? element.Text("rel") : null;
            if (rel == Signal && SignalOf(element) is { } signal) draft.AddSignal(signal);
            else if (rel == Keyword && JsonMembers.TextOf(element) is { } word) draft.Item.AddKeyword(word);
            else if (Of(element) is { } subject) draft.Item.AddSubject(subject);
        }

        // Whom and what it is about beside its topics. A person may be its author instead.
        foreach (var kind in (ReadOnlySpan<string>)["organisations", "organizations", "organisation", "organization", "places", "place", "events", "event", "objects", "object", "people", "person"])
            foreach (var element in ninjs.List(kind))
                if (IsAbout(element) && Of(element) is { } named) draft.Item.AddSubject(named);

        // dpa's digital wire: of each category its vocabulary, keywords among them.
        foreach (var element in ninjs.List("categories"))
        {
            if (element.ValueKind != JsonValueKind.Object || element.Text("type") is not { } type) continue;
            if (type.EndsWith("keyword", StringComparison.OrdinalIgnoreCase))
            {
                if (JsonMembers.TextOf(element) is { } keyword) draft.Item.AddKeyword(keyword);
            }
            else if (type.EndsWith("genre", StringComparison.OrdinalIgnoreCase)) draft.AddGenre(JsonMembers.LineOf(JsonMembers.TextOf(element)));
            else if (Of(element) is { } category) draft.Item.AddSubject(category with { Scheme = category.Scheme ?? type[(type.LastIndexOf(':') + 1)..] });
        }

        // Superdesk's desk categories, the old ANPA letters among them.
        foreach (var element in ninjs.List("service", "services", "anpa_category"))
            if (Of(element) is { } service) draft.Item.AddSubject(service with { Scheme = service.Scheme ?? "service" });
    }

    private static bool IsAbout(JsonElement element) =>
        element.ValueKind != JsonValueKind.Object || element.Text("rel") is not { } rel || !(rel.Contains("author", StringComparison.OrdinalIgnoreCase) || rel.Contains("creator", StringComparison.OrdinalIgnoreCase) || NinjsTexts.HandOf(element) is not null);

    private static string? SignalOf(JsonElement element) =>
        element.Text("uri") is { } uri && uri.StartsWith(NewsCodes + "signal/", StringComparison.Ordinal) ? "sig:" + uri[(NewsCodes.Length + 7)..] : element.Text("literal");

    private static Subject? Of(JsonElement element)
    {
        var name = JsonMembers.LineOf(JsonMembers.TextOf(element));
        if (element.ValueKind != JsonValueKind.Object) return name is null ? null : new Subject(null, null, name);
        var code = element.Text("code") ?? element.Text("qcode") ?? element.Text("uri") ?? element.Text("literal");
        var scheme = element.Text("scheme") is { } sent ? AliasOfAddress(sent) : null;
        if (code is null) return name is null ? null : new Subject(scheme, null, name);
        var (alias, term) = Split(code, isLiteral: code == element.Text("literal"));
        return new Subject(scheme ?? alias, scheme is null || scheme == alias ? term : code, name == code && element.Text("name") is null ? null : name);
    }

    /// <summary>An address of the IPTC's NewsCodes, or a code with its alias, as alias and code.</summary>
    private static (string? Scheme, string Code) Split(string code, bool isLiteral)
    {
        if (code.StartsWith(NewsCodes, StringComparison.OrdinalIgnoreCase) && code[NewsCodes.Length..].Split('/') is [var vocabulary, { Length: > 0 } term])
            return (AliasOf(vocabulary), term);
        // The address of a vocabulary and a code of it, as our writer joins them. Behind a stroke it joins nothing else.
        if (isLiteral && code.IndexOf("://", StringComparison.Ordinal) is > 0 and var address)
        {
            if (code.IndexOf("/:", address + 3, StringComparison.Ordinal) is > 0 and var stroke && stroke < code.Length - 2) return (code[..(stroke + 1)], code[(stroke + 2)..]);
            if (code.LastIndexOf(':') is var joint && joint > address && joint < code.Length - 1 && code.IndexOf('/', joint) < 0 && !char.IsAsciiDigit(code[joint + 1])) return (code[..joint], code[(joint + 1)..]);
        }

        var colon = code.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 24 && !code.Contains("//", StringComparison.Ordinal) && !code.StartsWith("urn:", StringComparison.OrdinalIgnoreCase) && !code.StartsWith("tag:", StringComparison.OrdinalIgnoreCase)
            ? (code[..colon], code[(colon + 1)..])
            : (null, code);
    }

    // http://cv.iptc.org/newscodes/mediatopic/ is medtop.
    private static string AliasOfAddress(string scheme) =>
        scheme.StartsWith(NewsCodes, StringComparison.OrdinalIgnoreCase) && scheme[NewsCodes.Length..].TrimEnd('/') is { Length: > 0 } vocabulary && !vocabulary.Contains('/', StringComparison.Ordinal) ? AliasOf(vocabulary) : scheme;

    // The IPTC's own aliases for its vocabularies.
    private static string AliasOf(string vocabulary) => vocabulary switch
    {
        "mediatopic" => "medtop",
        "subjectcode" => "subj",
        _ => vocabulary,
    };

    /// <summary>The address of a term as ninjs 2 and 3 want it; null where the vocabulary is not one of the IPTC's.</summary>
    public static string? UriOf(Subject subject) => subject switch
    {
        { Code: null } => null,
        { Scheme: "medtop" } => NewsCodes + "mediatopic/" + subject.Code,
        { Scheme: "subj" } => NewsCodes + "subjectcode/" + subject.Code,
        { Scheme: null } when Uri.TryCreate(subject.Code, UriKind.Absolute, out _) => subject.Code,
        _ => null,
    };

    public static string? UriOfSignal(string signal) =>
        signal.StartsWith("sig:", StringComparison.Ordinal) && signal.Length is > 4 and < 64 && signal.AsSpan(4).IndexOfAnyExceptInRange('a', 'z') < 0 ? NewsCodes + "signal/" + signal[4..] : null;
}
