using Dateline.Formats.Text;

namespace Dateline.Formats.Feeds;

/// <summary>Authors written as one line: RSS wants <c>mail (Name)</c>, senders write what they like.</summary>
internal static class AuthorText
{
    public static Author? Read(string text)
    {
        var line = HtmlText.IsMarkup(text) && !text.Contains('@', StringComparison.Ordinal) ? HtmlText.Line(text, isMarkup: true) : HtmlText.Line(text, isMarkup: false);
        if (line.Length == 0) return null;
        var (name, rest) = Bracketed(line, '(', ')');
        if (name is not null && IsMail(rest)) return new Author(name, rest);
        (var mail, rest) = Bracketed(line, '<', '>');
        if (mail is not null && IsMail(mail)) return new Author(rest.Length == 0 ? null : rest.Trim('"'), mail);
        return IsMail(line) ? new Author(null, line) : new Author(line);
    }

    private static (string? Inside, string Outside) Bracketed(string line, char open, char close)
    {
        var start = line.IndexOf(open);
        var end = line.LastIndexOf(close);
        if (start < 0 || end < start) return (null, line);
        var inside = line[(start + 1)..end].Trim();
        return (inside.Length == 0 ? null : inside, (line[..start] + line[(end + 1)..]).Trim());
    }

    private static bool IsMail(string text)
    {
        var at = text.IndexOf('@');
        return at > 0 && at < text.Length - 1 && !text.Contains(' ', StringComparison.Ordinal);
    }
}
