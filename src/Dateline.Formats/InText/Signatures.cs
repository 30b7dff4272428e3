using System.Buffers;

namespace Dateline.Formats.InText;

/// <summary>Names of agencies as they are put together in a text: <c>AFP/Reuters</c>, <c>ats afp</c>, <c>dpa/lsw</c>.</summary>
internal sealed class Signatures(IReadOnlyList<string> senders, Vouching vouching)
{
    private const int Most = 4;

    private List<string>? noted;

    /// <summary>Where no item is at hand that could vouch for a name.</summary>
    public Signatures(IReadOnlyList<string> senders)
        : this(senders, new Vouching(new NewsItem(), senders))
    {
    }

    private static readonly SearchValues<char> Joints = SearchValues.Create("/,;+&|=、・،");

    public bool IsAgency(ReadOnlySpan<char> name)
    {
        name = name.Trim();
        if (name.Length is < 2 or > Agencies.LongestName) return false;
        if (Agencies.IsKnown(name)) return true;
        return IsOwn(name) || IsNoted(name);
    }

    /// <summary>Who signed the beginning of a text may sign its end, known or not.</summary>
    public void Note(string name) => (noted ??= []).Add(name);

    /// <summary>Whether anybody signed the beginning of the text.</summary>
    public bool HasAnySigned => noted is not null;

    /// <summary>Whether this name signed the beginning of the text.</summary>
    public bool HasSigned(ReadOnlySpan<char> name) => IsNoted(name.Trim().TrimEnd('.'));

    private bool IsNoted(ReadOnlySpan<char> name)
    {
        if (noted is null) return false;
        foreach (var known in noted)
            if (name.Equals(known, StringComparison.Ordinal)) return true;

        return false;
    }

    /// <summary>Whether this is a name of the sender, or one under which it may sign.</summary>
    public bool IsOwn(ReadOnlySpan<char> name) => IsSender(name) || vouching.For(name);

    public bool IsOwnHost(ReadOnlySpan<char> host) => vouching.ForHost(host) || IsNotedHost(host);

    // www.shafaqna.com, below a text that SHAFAQNA signed.
    private bool IsNotedHost(ReadOnlySpan<char> host)
    {
        if (noted is null) return false;
        if (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) host = host[4..];
        if (host.IndexOf('.') is not (> 2 and var dot)) return false;
        foreach (var known in noted)
            if (host[..dot].Equals(known, StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }

    /// <summary>Whether this is how the sender calls itself.</summary>
    public bool IsSender(ReadOnlySpan<char> name)
    {
        foreach (var sender in senders)
            if (name.Equals(sender, StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }

    /// <summary>All names in the text; null unless at least the first is an agency and the rest may be.</summary>
    public List<string>? Read(ReadOnlySpan<char> text)
    {
        text = text.Trim().TrimEnd('.').Trim();
        if (IsAgency(text)) return [text.ToString()];
        if (text.Length > 2 * Agencies.LongestName || text.Length < 5) return null;
        var joined = text.ContainsAny(Joints) ? ByJoint(text) : null;
        return joined ?? BySpace(text);
    }

    /// <summary>The same where the place in the text says that it is names: then a code that nobody knows is one beside a name that is known.</summary>
    public List<string>? ReadCodes(ReadOnlySpan<char> text)
    {
        if (text.Length is < 5 or > 30 || !text.Contains('/')) return null;
        var known = 0;
        List<string>? found = null;
        foreach (var range in text.Split('/'))
        {
            var name = text[range].Trim();
            if (IsAgency(name)) known++;
            else if (IsService(name)) continue;
            else if (name.Length is < 2 or > 5 || name.ContainsAnyExceptInRange('A', 'Z')) return null;
            (found ??= []).Add(name.ToString());
            if (found.Count > Most) return null;
        }

        return known > 0 ? found : null;
    }

    private List<string>? ByJoint(ReadOnlySpan<char> text)
    {
        List<string>? found = null;
        var known = 0;
        foreach (var range in text.SplitAny(Joints))
        {
            var name = text[range].Trim();
            if (name.IsEmpty) continue;
            if (IsAgency(name)) known++;
            else if (!IsService(name)) return null;
            else continue;
            (found ??= []).Add(name.ToString());
            if (found.Count > Most) return null;
        }

        return known > 0 ? found : null;
    }

    // "ats afp", "AP - Reuters": each word is one, or it is something else.
    private List<string>? BySpace(ReadOnlySpan<char> text)
    {
        List<string>? found = null;
        foreach (var range in text.SplitAny(' ', '-', '–'))
        {
            var name = text[range].Trim();
            if (name.IsEmpty || name is "and" or "und" or "et" or "y" or "e" or "و" or "avec" or "Avec" or "with" or "With" or "mit" or "Mit" or "con" or "Con" or "med" or "met") continue;
            if (!IsAgency(name)) return null;
            (found ??= []).Add(name.ToString());
            if (found.Count > Most) return null;
        }

        return found;
    }

    /// <summary>A name of few words, none of them small: in scripts that have capitals.</summary>
    public static bool IsSignatory(ReadOnlySpan<char> name)
    {
        const int Longest = 40;
        const int MostSpaces = 3;
        if (name.Length is < 2 or > Longest || name.Count(' ') > MostSpaces) return false;
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsLetter(name[i]) ? char.IsLower(name[i]) && (i == 0 || name[i - 1] == ' ') : !(char.IsDigit(name[i]) && i > 0) && name[i] is not (' ' or '-' or '&' or '.' or '\'' or '’' or '\u200C')) return false;
        }

        return true;
    }

    // Desk codes beside the agency: dpa/lnw, dpa/ots, SDA/12.
    private static bool IsService(ReadOnlySpan<char> name)
    {
        if (name.Length > 4) return false;
        foreach (var c in name)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c)) return false;

        return true;
    }
}
