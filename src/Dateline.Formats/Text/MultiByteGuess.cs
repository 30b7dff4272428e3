namespace Dateline.Formats.Text;

/// <summary>The encodings of East Asia, told by how their pairs of bytes follow one another.</summary>
internal static class MultiByteGuess
{
    private const int LeastPairs = 8;

    public static string? Of(ReadOnlySpan<byte> bytes)
    {
        // Kana in a fifth of a text tell Japanese; Korean syllables lie close together, common Chinese characters less so.
        if (Pairs(bytes, IsHigh, IsHigh) is { Count: >= LeastPairs } pairs)
        {
            if (pairs.Of(0xA4, 0xA5) > 0.2) return "euc-jp";
            if (pairs.Of(0xB0, 0xC8) > 0.93) return "ks_c_5601-1987";
            if (pairs.Of(0xA1, 0xA3) + pairs.Of(0xB0, 0xD7) > 0.9 && pairs.Of(0xB0, 0xD7) > 0.5) return "gb18030";
        }

        if (Pairs(bytes, static b => b is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC), static b => b is (>= 0x40 and <= 0xFC) and not 0x7F, static b => b is >= 0xA1 and <= 0xDF) is { Count: >= LeastPairs } shifted && shifted.Of(0x82, 0x83) > 0.2)
            return "shift_jis";
        if (Pairs(bytes, static b => b is >= 0x81 and <= 0xFE, static b => b is (>= 0x40 and <= 0x7E) or (>= 0xA1 and <= 0xFE)) is { Count: >= LeastPairs } big && big.Of(0xA1, 0xC6) > 0.85 && big.LowTrails is > 0.2 and < 0.8)
            return "big5";
        return Pairs(bytes, static b => b is >= 0x81 and <= 0xFE, static b => b is (>= 0x40 and <= 0xFE) and not 0x7F) is { Count: >= LeastPairs } wide && wide.Of(0xA1, 0xA3) + wide.Of(0xB0, 0xD7) > 0.85 && wide.LowTrails < 0.15
            ? "gb18030" : null;
    }

    private static bool IsHigh(byte b) => b is >= 0xA1 and <= 0xFE;

    /// <summary>The pairs by their first byte; null where bytes stand alone, which no such text has.</summary>
    private static PairCount? Pairs(ReadOnlySpan<byte> bytes, Func<byte, bool> isLead, Func<byte, bool> isTrail, Func<byte, bool>? isAlone = null)
    {
        const int MostBad = 200;
        var leads = new int[256];
        var (count, low, bad) = (0, 0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] < 0x80) continue;
            if (isLead(bytes[i]) && i + 1 < bytes.Length && isTrail(bytes[i + 1]))
            {
                leads[bytes[i]]++;
                count++;
                if (bytes[++i] < 0x80) low++;
            }
            else if (isAlone?.Invoke(bytes[i]) != true && i + 1 < bytes.Length) bad++;
        }

        return bad * MostBad > count ? null : new PairCount(leads, count, count == 0 ? 0 : (double)low / count);
    }

    private sealed record PairCount(int[] Leads, int Count, double LowTrails)
    {
        /// <summary>The share of the pairs that begin with a byte of this range.</summary>
        public double Of(int first, int last) => (double)Leads.AsSpan(first..(last + 1)).ToArray().Sum() / Count;
    }
}
