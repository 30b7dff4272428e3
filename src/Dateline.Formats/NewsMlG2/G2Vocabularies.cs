using System.Globalization;
using Dateline.Formats.Feeds;
using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMlG2;

/// <summary>
/// The vocabularies that an item must declare in a catalogue of its own: those whose address and code, put together, could not be told
/// apart again, such as <c>…/tag/Economy</c> and <c>Trade</c>.
/// </summary>
internal sealed class G2Vocabularies
{
    private readonly List<string> addresses = [];

    public G2Vocabularies(IEnumerable<Subject> subjects)
    {
        foreach (var subject in subjects)
            if (NeedsOne(subject) && !addresses.Contains(subject.Scheme!)) addresses.Add(subject.Scheme!);
    }

    public void Write(WireOutput output)
    {
        if (addresses.Count == 0) return;
        output.Start("catalog");
        for (var i = 0; i < addresses.Count; i++)
        {
            output.Start("scheme");
            output.Attribute("alias", Alias(i));
            output.Attribute("uri", addresses[i]);
            output.End();
        }

        output.End();
    }

    /// <summary>The code with its declared alias; null where it needs none.</summary>
    public string? CodeOf(Subject subject) =>
        addresses.Count > 0 && NeedsOne(subject) && addresses.IndexOf(subject.Scheme!) is >= 0 and var at ? $"{Alias(at)}:{subject.Code}" : null;

    private static bool NeedsOne(Subject subject)
    {
        if (subject is not { Scheme: { } scheme, Code: { Length: > 0 } code } || !Uri.IsWellFormedUriString(scheme, UriKind.Absolute) || code.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))) return false;
        var written = new WireCode(scheme, code).Written;
        var read = G2Text.AttributeFor(written) switch { "uri" => WireCode.OfUri(written), "qcode" => WireCode.OfQCode(written, null), _ => new WireCode(null, written) };
        return read.Scheme != scheme || read.Code != code;
    }

    private static string Alias(int at) => string.Create(CultureInfo.InvariantCulture, $"own{at + 1}");
}
