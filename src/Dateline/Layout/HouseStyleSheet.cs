using System.Globalization;
using System.Text.RegularExpressions;

namespace Dateline.Layout;

/// <summary>The edition's own style sheet: its accent, made readable on paper and on the dark page.</summary>
public static partial class HouseStyleSheet
{
    // The paper and the dark page of site.css; an accent must reach 4.5:1 on its page (WCAG 2.2, 1.4.3).
    private static readonly (double R, double G, double B) Paper = (0xfe, 0xfd, 0xfb);
    private static readonly (double R, double G, double B) Night = (0x14, 0x16, 0x18);
    private const double Enough = 4.5;

    public static string Of(string accent)
    {
        var color = Parse(accent) ?? (0x8c, 0x1c, 0x13);
        return $":root {{ --accent: {Readable(color, Paper, 0)}; }}\n@media (prefers-color-scheme: dark) {{ :root {{ --accent: {Readable(color, Night, 255)}; }} }}\n";
    }

    public static bool IsColor(string text) => Parse(text) is not null;

    /// <summary>The color, moved towards black or white until it can be read on its page.</summary>
    private static string Readable((double R, double G, double B) color, (double, double, double) page, double towards)
    {
        for (var step = 0; Contrast(color, page) < Enough && step < 50; step++)
            color = (color.R + (towards - color.R) * 0.08, color.G + (towards - color.G) * 0.08, color.B + (towards - color.B) * 0.08);
        return string.Create(CultureInfo.InvariantCulture, $"#{(int)color.R:x2}{(int)color.G:x2}{(int)color.B:x2}");
    }

    /// <summary>WCAG's contrast ratio, 1 to 21.</summary>
    internal static double Contrast((double R, double G, double B) a, (double R, double G, double B) b)
    {
        var (light, dark) = (Luminance(a), Luminance(b));
        if (light < dark) (light, dark) = (dark, light);
        return (light + 0.05) / (dark + 0.05);
    }

    private static double Luminance((double R, double G, double B) color)
    {
        static double Linear(double channel) => channel / 255 <= 0.04045 ? channel / 255 / 12.92 : Math.Pow((channel / 255 + 0.055) / 1.055, 2.4);
        return 0.2126 * Linear(color.R) + 0.7152 * Linear(color.G) + 0.0722 * Linear(color.B);
    }

    internal static (double R, double G, double B)? Parse(string text) =>
        Hex().IsMatch(text) ? (Convert.ToInt32(text[1..3], 16), Convert.ToInt32(text[3..5], 16), Convert.ToInt32(text[5..7], 16)) : null;

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Hex();
}
