using Microsoft.Extensions.Primitives;

namespace Dateline.Foundation.Pages;

/// <summary>What Accept-Encoding asks for (RFC 9110, section 12.5.3).</summary>
internal static class AcceptedCodings
{
    /// <summary>The coding to answer with; brotli before gzip where both are as welcome.</summary>
    public static ContentCoding Best(StringValues accepted)
    {
        if (accepted.Count == 0) return ContentCoding.Identity;
        var text = accepted.Count == 1 ? accepted[0] : accepted.ToString();
        return text switch
        {
            null or "" => ContentCoding.Identity,
            // What today's browsers say, word for word.
            "gzip, deflate, br, zstd" or "gzip, deflate, br" => ContentCoding.Brotli,
            "gzip, deflate" or "gzip" => ContentCoding.Gzip,
            _ => Weigh(text),
        };
    }

    private static ContentCoding Weigh(ReadOnlySpan<char> text)
    {
        int? brotli = null, gzip = null, identity = null, any = null;
        foreach (var range in text.Split(','))
        {
            var element = text[range];
            var parameters = element.IndexOf(';');
            var name = (parameters < 0 ? element : element[..parameters]).Trim();
            var weight = parameters < 0 ? 1000 : Weight(element[(parameters + 1)..]);
            if (name.Equals("br", StringComparison.OrdinalIgnoreCase)) brotli = weight;
            // RFC 9110, section 8.4.1.3: x-gzip is gzip.
            else if (name.Equals("gzip", StringComparison.OrdinalIgnoreCase) || name.Equals("x-gzip", StringComparison.OrdinalIgnoreCase)) gzip = weight;
            else if (name.Equals("identity", StringComparison.OrdinalIgnoreCase)) identity = weight;
            else if (name is "*") any = weight;
        }

        var forBrotli = brotli ?? any ?? 0;
        var forGzip = gzip ?? any ?? 0;
        // Identity counts as a wish only where it was named.
        var best = Math.Max(Math.Max(forBrotli, forGzip), identity ?? 0);
        if (best == 0 || (identity == best && best > Math.Max(forBrotli, forGzip))) return ContentCoding.Identity;
        return forBrotli >= forGzip ? ContentCoding.Brotli : ContentCoding.Gzip;
    }

    /// <summary>The weight in thousandths; what can't be read isn't wanted.</summary>
    private static int Weight(ReadOnlySpan<char> parameter)
    {
        var text = parameter.Trim();
        if (text.Length < 3 || (text[0] | 0x20) != 'q') return 0;
        text = text[1..].TrimStart();
        if (text.IsEmpty || text[0] != '=') return 0;
        text = text[1..].Trim();
        if (text.IsEmpty || text.Length > 5 || text[0] is not ('0' or '1') || (text.Length > 1 && text[1] != '.')) return 0;

        var weight = (text[0] - '0') * 1000;
        var step = 100;
        for (var at = 2; at < text.Length; at++, step /= 10)
        {
            if (!char.IsAsciiDigit(text[at])) return 0;
            weight += (text[at] - '0') * step;
        }
        return Math.Min(weight, 1000);
    }
}
