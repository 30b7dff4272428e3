using System.Globalization;

namespace Dateline.Formats.Text;

/// <summary>Numbers as a pattern's <c>\d</c> finds them: in the digits of any script.</summary>
internal static class Digits
{
    /// <summary>The number that nothing but decimal digits write.</summary>
    /// <exception cref="FormatException">There is something else.</exception>
    /// <exception cref="OverflowException">It is more than an <see cref="int"/> holds.</exception>
    public static int Read(ReadOnlySpan<char> text)
    {
        Span<char> plain = stackalloc char[16];
        if (text.Length > plain.Length) throw new OverflowException("A number of so many digits is none of a date or a part.");
        for (var i = 0; i < text.Length; i++) plain[i] = CharUnicodeInfo.GetDecimalDigitValue(text[i]) is >= 0 and var digit ? (char)('0' + digit) : text[i];
        return int.Parse(plain[..text.Length], NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
