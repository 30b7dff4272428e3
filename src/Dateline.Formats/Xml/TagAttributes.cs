using Dateline.Formats.Text;

namespace Dateline.Formats.Xml;

/// <summary>The attributes of one tag, as tolerant as browsers are: unquoted, without value, twice.</summary>
internal ref struct TagAttributes(ReadOnlySpan<char> rest)
{
    private const int Most = 128;
    private ReadOnlySpan<char> rest = rest;
    private int count;

    public ReadOnlySpan<char> Name { get; private set; }

    public ReadOnlySpan<char> RawValue { get; private set; }

    public bool Next()
    {
        var i = 0;
        while (i < rest.Length && (char.IsWhiteSpace(rest[i]) || rest[i] is '/' or '>' or '=' or '"' or '\'')) i++;
        if (i >= rest.Length || count++ >= Most) return false;
        var start = i;
        while (i < rest.Length && !char.IsWhiteSpace(rest[i]) && rest[i] is not ('=' or '/' or '>')) i++;
        Name = rest[start..i];
        while (i < rest.Length && char.IsWhiteSpace(rest[i])) i++;
        RawValue = default;
        if (i < rest.Length && rest[i] == '=')
        {
            i++;
            while (i < rest.Length && char.IsWhiteSpace(rest[i])) i++;
            if (i < rest.Length) i = Value(i);
        }

        rest = rest[i..];
        return true;
    }

    private int Value(int i)
    {
        var quote = rest[i];
        if (quote is '"' or '\'')
        {
            var close = rest[(i + 1)..].IndexOf(quote);
            RawValue = close < 0 ? rest[(i + 1)..].TrimEnd('>') : rest.Slice(i + 1, close);
            return close < 0 ? rest.Length : i + close + 2;
        }

        var start = i;
        while (i < rest.Length && !char.IsWhiteSpace(rest[i]) && rest[i] != '>') i++;
        RawValue = rest[start..i];
        return i;
    }

    /// <summary>The decoded, trimmed value of an attribute; null where it is missing or empty.</summary>
    public static string? Find(ReadOnlySpan<char> attributes, ReadOnlySpan<char> name, RepairList repairs)
    {
        if (attributes.IsEmpty) return null;
        var all = new TagAttributes(attributes);
        while (all.Next())
        {
            if (!all.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) continue;
            var value = XmlText.Decode(all.RawValue.Trim(), repairs);
            return value.Length == 0 ? null : value;
        }

        return null;
    }
}
