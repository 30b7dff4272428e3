using System.Globalization;
using System.Text;

namespace Dateline.Replies;

/// <summary>One plain e-mail address, as people write theirs: no display name, no comment, no quoted part, no second one.</summary>
internal static class EmailAddress
{
    public const int Longest = 100;
    private const int LongestLocal = 64;
    private const int LongestLabel = 63;

    /// <summary>RFC 5322, section 3.2.3: what an atom may have beside letters and digits.</summary>
    private const string AtomMarks = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>The address, or null.</summary>
    public static string? Parse(string typed)
    {
        var address = typed.Trim();
        if (address.Length > Longest) return null;
        var at = address.IndexOf('@', StringComparison.Ordinal);
        if (at is <= 0 or > LongestLocal || !IsLocal(address.AsSpan(0, at)) || !IsDomain(address.AsSpan(at + 1))) return null;
        return address.Normalize(NormalizationForm.FormC);
    }

    private static bool IsLocal(ReadOnlySpan<char> local)
    {
        foreach (var atom in local.Split('.'))
        {
            if (local[atom].IsEmpty) return false;
            foreach (var c in local[atom])
                if (!IsLetter(c) && !AtomMarks.Contains(c, StringComparison.Ordinal)) return false;
        }
        return true;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        var labels = 0;
        var last = ReadOnlySpan<char>.Empty;
        foreach (var range in domain.Split('.'))
        {
            last = domain[range];
            labels++;
            if (last.Length is 0 or > LongestLabel || last[0] == '-' || last[^1] == '-') return false;
            foreach (var c in last)
                if (!IsLetter(c) && c != '-') return false;
        }
        return labels > 1 && last.ContainsAnyExceptInRange('0', '9'); // no bare host, no IP address
    }

    /// <summary>RFC 6531: letters of all scripts. Marks are for the scripts that are written with them.</summary>
    private static bool IsLetter(char c) => c < 0x80 ? char.IsAsciiLetterOrDigit(c)
        : char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
