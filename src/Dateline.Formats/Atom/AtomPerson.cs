using Dateline.Formats.Feeds;
using Dateline.Formats.Text;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Atom;

/// <summary>An Atom Person construct (RFC 4287 section 3.2).</summary>
internal static class AtomPerson
{
    public static Author? Read(ReadOnlySpan<char> inner, NamespaceScope scope, RepairList repairs, Uri? baseUri)
    {
        string? name = null, email = null, uri = null;
        var wrapped = false;
        Span<char> scratch = stackalloc char[ElementWalker.Scratch];
        var at = new ElementWalker(inner, scope, repairs, scratch);
        while (at.Next())
        {
            switch (at.Local)
            {
                case "name":
                    name ??= Trimmed(at.Text());
                    break;
                case "email":
                    email ??= Trimmed(at.Text());
                    break;
                case "uri" or "url":        // "url" in Atom 0.3
                    uri ??= Address.Resolve(at.Text(), baseUri, repairs);
                    break;
                default:
                    continue;
            }

            wrapped = true;
        }

        if (!wrapped) return AuthorText.Read(InnerText.Read(inner, repairs, out _));
        return name is null && email is null && uri is null ? null : new Author(name, email, uri);
    }

    private static string? Trimmed(string text) => HtmlText.Line(text, isMarkup: false) is { Length: > 0 } line ? line : null;
}
