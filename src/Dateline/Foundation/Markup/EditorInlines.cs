using System.Text;

namespace Dateline.Foundation.Markup;

/// <summary>Marks and links inside a line, written and read.</summary>
internal static class EditorInlines
{
    internal const string Special = "\\*~^`[]";

    // A run of one, two or three of a character is one mark, the other, or both.
    internal static readonly (char Character, Marks One, Marks Two)[] Signs =
    [
        ('*', Marks.Emphasis, Marks.Strong),
        ('~', Marks.Subscript, Marks.Strike),
        ('^', Marks.Superscript, Marks.None),
        ('`', Marks.Code, Marks.None),
    ];

    public static string Write(Inlines content)
    {
        var text = new StringBuilder();
        var open = Marks.None;
        LinkTarget? link = null;
        foreach (var inline in content)
        {
            if (inline is not Text piece)
            {
                Change(Marks.None, null);
                text.Append('\n');
                continue;
            }
            // White space stays outside the signs, where it can't keep them from being seen.
            var value = piece.Value.AsSpan();
            var start = value[..^value.TrimStart().Length];
            var end = value[value.TrimEnd().Length..];
            if (start.Length > 0) Change(Marks.None, link == piece.Link ? link : null);
            if (start.Length == value.Length)
            {
                text.Append(value);
                continue;
            }
            text.Append(start);
            Change(piece.Marks, piece.Link);
            foreach (var c in value[start.Length..^end.Length])
            {
                if (Special.Contains(c, StringComparison.Ordinal)) text.Append('\\');
                text.Append(c);
            }
            if (end.Length > 0) Change(Marks.None, link);
            text.Append(end);
        }
        Change(Marks.None, null);
        return text.ToString();

        void Change(Marks to, LinkTarget? toLink)
        {
            if (link is not null && link != toLink)
            {
                Toggle(Marks.None);
                text.Append("](").Append(link.Value.Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal)).Append(')');
                link = null;
            }
            if (toLink is not null && link is null)
            {
                Toggle(Marks.None);
                text.Append('[');
                link = toLink;
            }
            Toggle(to);
        }

        void Toggle(Marks to)
        {
            foreach (var (character, one, two) in Signs)
            {
                if (two != Marks.None && (open ^ to).HasFlag(two)) text.Append(character, 2);
                if ((open ^ to).HasFlag(one)) text.Append(character);
            }
            open = to;
        }
    }

    public static Inlines Read(string text) => new EditorInlineReader(text).Read();
}
