using System.Text;
using System.Text.RegularExpressions;
using Dateline.Foundation.Markup;
using Dateline.Stories;

namespace Dateline.Operating.Moving;

/// <summary>
/// The house's own dateline at the head of a text: "SHAFAQNA (Shia International News Association)- ". Here it is written by the
/// edition's pattern and not a second time in the text.
/// </summary>
internal sealed class HouseStyleMark
{
    private readonly Regex? _mark;

    public HouseStyleMark(HouseStyle style)
    {
        if (!style.DatelinePattern.Contains("{short}", StringComparison.Ordinal) && !style.DatelinePattern.Contains("{full}", StringComparison.Ordinal)) return;
        _mark = new Regex("^" + Write(style.DatelinePattern, style), RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);
    }

    /// <summary>The text without the mark, and the place that it named.</summary>
    public (Body Body, string? Place) Take(Body body)
    {
        if (_mark is null || body.Blocks is not [Paragraph first, ..]) return (body, null);
        var line = new StringBuilder();
        foreach (var piece in first.Content) line.Append(piece is Text text ? text.Value : "\n");
        if (_mark.Match(line.ToString()) is not { Success: true } match) return (body, null);
        var rest = Cut(first.Content, match.Length);
        var blocks = rest.Count == 0 ? body.Blocks.Skip(1) : body.Blocks.Skip(1).Prepend(first with { Content = rest });
        var place = match.Groups["place"] is { Success: true, Value: var named } && named.Trim() is { Length: > 0 and <= StoryText.LongestPlace } given ? given : null;
        return (Body.From(blocks), place);
    }

    private static Inlines Cut(Inlines content, int letters)
    {
        var rest = new List<Inline>();
        foreach (var piece in content)
        {
            var length = piece is Text text ? text.Value.Length : 1;
            if (letters >= length) letters -= length;
            else if (letters > 0 && piece is Text cut)
            {
                rest.Add(cut with { Value = cut.Value[letters..] });
                letters = 0;
            }
            else rest.Add(piece);
        }
        return Inlines.Of(rest.ToArray());
    }

    /// <summary>The pattern as an expression: any run of spaces, or none, where it has one; any dash for a dash; parts in brackets may be missing.</summary>
    private static string Write(ReadOnlySpan<char> pattern, HouseStyle style)
    {
        var mark = new StringBuilder();
        while (!pattern.IsEmpty)
        {
            var close = pattern[0] switch { '{' => pattern.IndexOf('}'), '[' => pattern.IndexOf(']'), _ => -1 };
            if (close < 0)
            {
                mark.Append(char.IsWhiteSpace(pattern[0]) ? @"\s*" : pattern[0] is '-' or '–' or '—' ? @"\s*[-–—]\s*" : Regex.Escape(pattern[..1].ToString()));
                pattern = pattern[1..];
                continue;
            }
            var inside = pattern[1..close];
            if (pattern[0] == '[') mark.Append("(?:").Append(Write(inside, style)).Append(")?");
            else mark.Append(inside switch
            {
                "short" => Regex.Escape(style.ShortName),
                "full" => Regex.Escape(style.FullName),
                "place" => @"(?<place>[^-–—\n,]{1,100}?)",
                "date" => @"[^-–—\n]{1,60}?",
                _ => "",
            });
            pattern = pattern[(close + 1)..];
        }
        return mark.ToString();
    }
}
