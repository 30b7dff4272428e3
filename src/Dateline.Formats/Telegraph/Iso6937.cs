using System.Text;

namespace Dateline.Formats.Telegraph;

/// <summary>
/// ISO/IEC 6937, which the IPTC recommends for accents: a diacritical mark is a byte of its own before its letter.
/// </summary>
internal static class Iso6937
{
    // 0xA0 to 0xBF and 0xE0 to 0xFF; a space is no character of the set.
    private const string Symbols = "\u00A0¡¢£$¥#§¤‘“«←↑→↓°±²³×µ¶·÷’”»¼½¾¿";
    private const string Letters = "ΩÆÐªĦ ĲĿŁØŒºÞŦŊŉĸæđðħıĳŀłøœßþŧŋ\u00AD";

    // 0xC0 to 0xCF: grave, acute, circumflex, tilde, macron, breve, dot, diaeresis, none, ring, cedilla, none, double acute, ogonek, caron.
    private const string Marks = "\0\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\0\u030A\u0327\0\u030B\u0328\u030C";

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            var b = bytes[i];
            if (b < 0x80) text.Append((char)b);
            else if (b is >= 0xC0 and <= 0xCF)
            {
                var mark = Marks[b - 0xC0];
                var letter = i + 1 < bytes.Length ? (char)bytes[i + 1] : ' ';
                if (mark == '\0' || !char.IsAsciiLetter(letter)) text.Append('\uFFFD');
                else
                {
                    text.Append($"{letter}{mark}".Normalize(NormalizationForm.FormC));
                    i++;
                }
            }
            else if (b >= 0xE0) text.Append(Letters[b - 0xE0] is ' ' ? '\uFFFD' : Letters[b - 0xE0]);
            else text.Append(b >= 0xA0 && b < 0xC0 ? Symbols[b - 0xA0] : '\uFFFD');
        }

        return text.ToString();
    }
}
