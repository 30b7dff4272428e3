namespace Dateline.Formats.InText;

/// <summary>Whose reporter signs a dateline: <c>Корр. ТАСС Иван Петров</c>, <c>TASS Correspondent Ivan Petrov</c>.</summary>
internal static class Correspondents
{
    private const int Longest = 60;
    private const int MostWords = 8;
    private const int LongestAgency = 3;

    private static readonly string[] Offices = ["корр.", "корр", "кор.", "кор", "корреспондент", "корреспонденты", "спецкор", "собкор", "correspondent", "correspondents", "reporter", "writer", "corresponsal", "correspondant", "corrispondente", "korrespondent"];

    private static readonly string[] Kinds = ["спец.", "спец", "соб.", "собственный", "специальный", "special", "staff", "own", "especial", "spécial"];

    /// <summary>The agency and the reporter; null where the text isn't both.</summary>
    public static (List<string> Agencies, string Name)? Read(ReadOnlySpan<char> text, Signatures signatures)
    {
        text = text.Trim();
        if (text.Length is < 8 or > Longest || !text.Contains(' ')) return null;
        var words = text.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 3 or > MostWords) return null;
        var left = Array.FindAll(words, word => !IsOneOf(word, Offices));
        if (left.Length == words.Length) return null;
        left = Array.FindAll(left, word => !IsOneOf(word, Kinds));
        for (var count = Math.Min(LongestAgency, left.Length - 2); count > 0; count--)
        {
            var name = string.Join(' ', left[count..]);
            if (BylineText.IsName(name) && signatures.Read(string.Join(' ', left[..count])) is { } agencies) return (agencies, name);
        }

        return null;
    }

    /// <summary>What follows the office where nobody is named, <c>Корр. ТАСС</c>; empty where no office stands in front.</summary>
    public static ReadOnlySpan<char> WithoutOffice(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        var space = text.IndexOf(' ');
        return space > 2 && IsOneOf(text[..space].ToString(), Offices) ? text[(space + 1)..].Trim() : default;
    }

    private static bool IsOneOf(string word, string[] words) => Array.Exists(words, known => known.Equals(word, StringComparison.OrdinalIgnoreCase));
}
