using System.Text;

namespace Dateline.Stories;

/// <summary>The dateline of a story (a type can't be called like the root namespace): where it was filed, and when.</summary>
public sealed record PlaceLine(string? Place, DateOnly? Date)
{
    public static readonly PlaceLine None = new(null, null);

    /// <summary>Fills the house's pattern; the result is plain text, "" for an empty pattern.</summary>
    public string Write(HouseStyle style, Func<DateOnly, string> date)
    {
        var text = new StringBuilder();
        Fill(style.DatelinePattern, style, date, text);
        return text.ToString();
    }

    private bool Fill(ReadOnlySpan<char> pattern, HouseStyle style, Func<DateOnly, string> date, StringBuilder text)
    {
        var whole = true;
        while (!pattern.IsEmpty)
        {
            var close = pattern[0] switch { '{' => pattern.IndexOf('}'), '[' => pattern.IndexOf(']'), _ => -1 };
            if (close < 0)
            {
                text.Append(pattern[0]);
                pattern = pattern[1..];
                continue;
            }
            var inside = pattern[1..close];
            if (pattern[0] == '{')
            {
                var value = inside switch
                {
                    "short" => style.ShortName,
                    "full" => style.FullName,
                    "place" => Place,
                    "date" => Date is { } day ? date(day) : null,
                    _ => null,
                };
                whole &= !string.IsNullOrEmpty(value);
                text.Append(value);
            }
            else
            {
                var start = text.Length;
                if (!Fill(inside, style, date, text)) text.Length = start;
            }
            pattern = pattern[(close + 1)..];
        }
        return whole;
    }
}
