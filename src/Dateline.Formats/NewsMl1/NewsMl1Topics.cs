using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMl1;

/// <summary>The names of subjects, where a document brings them along as topics.</summary>
internal sealed class NewsMl1Topics
{
    private readonly Dictionary<string, WireNode> known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WireNode> within = new(StringComparer.Ordinal);

    public NewsMl1Topics(WireNode item, WireNode? declaredOutside)
    {
        Gather(item);
        if (declaredOutside is not null) Gather(declaredOutside);
    }

    public string? Name(string code, string? language) => known.TryGetValue(code, out var topic) ? NameOf(topic, language) : null;

    /// <summary>
    /// What a <c>TopicOccurrence</c> points to (NewsML 1.2, 5.24): a topic of the same document by its Duid, or one of a topic set elsewhere
    /// by the fragment of its address. Null where it points to nothing that can be named.
    /// </summary>
    /// <param name="pointer">The address, <c>#T12</c> within the document.</param>
    /// <param name="language">Which of its names is wanted.</param>
    public Subject? Of(string? pointer, string? language)
    {
        if (pointer is null || pointer.IndexOf('#', StringComparison.Ordinal) is not (>= 0 and var mark) || pointer.Length == mark + 1) return null;
        var (set, id) = (pointer[..mark], pointer[(mark + 1)..]);
        if (set.Length > 0) return Elsewhere(set, id, language);
        if (!within.TryGetValue(id, out var topic)) return null;
        var name = topic.Child("formalname");
        var code = WireText.Line(name);
        var kind = NewsMl1Management.Formal(topic.Child("topictype"));
        return (code ?? NameOf(topic, language)) is null ? null : new Subject(name?.Attribute("scheme") ?? name?.Attribute("vocabulary") ?? kind, code, NameOf(topic, language));
    }

    // urn:newsml:iptc.org:20010101:topicset.iptc-subjectcode:1#sc04015000
    private Subject Elsewhere(string set, string id, string? language)
    {
        if (!set.Contains("subject", StringComparison.OrdinalIgnoreCase)) return new Subject(set, id, Name(id, language));
        var digits = id.AsSpan().TrimStart("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_:").ToString();
        return digits.Length == 8 && digits.All(char.IsAsciiDigit) ? new Subject("subj", digits, Name(digits, language)) : new Subject(set, id, Name(id, language));
    }

    private static string? NameOf(WireNode topic, string? language) =>
        WireText.Line(WireText.InLanguage(topic.All("description").Where(d => d.Attribute("variant") is null or "Name"), language)) ?? WireText.Line(topic.Child("description"));

    private void Gather(WireNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.IsText || child.Local == "datacontent") continue;
            if (child.Local != "topic")
            {
                Gather(child);
                continue;
            }

            if (child.Attribute("duid") is { } id) within.TryAdd(id, child);
            if (WireText.Line(child.Child("formalname")) is { } code) known.TryAdd(code, child);
        }
    }
}
