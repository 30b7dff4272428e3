using System.Text;

namespace Dateline.Foundation.Markup;

/// <summary>Whether a text begins with what was said before it.</summary>
public static class Beginning
{
    /// <summary>
    /// True when the letters and digits of <paramref name="summary"/> are those at the beginning of <paramref name="body"/>:
    /// signs, spaces and capitals don't count, nor the "…" or "[...]" of a summary that was cut. False for a summary without any.
    /// </summary>
    public static bool Is(string summary, Body body)
    {
        var told = new StringBuilder();
        foreach (var block in body.Blocks)
        {
            PlainText.Append(told, block);
            told.Append(' ');
            if (told.Length > summary.Length * 2) break; // signs and spaces aside, that is all of it
        }
        var (at, some) = (0, false);
        foreach (var c in summary)
        {
            if (!char.IsLetterOrDigit(c)) continue;
            some = true;
            while (at < told.Length && !char.IsLetterOrDigit(told[at])) at++;
            if (at == told.Length || char.ToUpperInvariant(told[at++]) != char.ToUpperInvariant(c)) return false;
        }
        return some;
    }
}
