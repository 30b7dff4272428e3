using System.Collections.Frozen;

namespace Dateline.Formats.InText;

/// <summary>Which edition of a house signs: <c>SHAFAQNA English</c>, <c>شفقنا العراق</c>. The house is credited; which of its desks it was stays in the line.</summary>
internal static class Editions
{
    private const int Longest = 24;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names =
        ("English|Arabic|Persian|Farsi|Urdu|French|Français|Francais|Spanish|Español|German|Deutsch|Turkish|Türkçe|Russian|Azeri|Azerbaijani|Hindi|Bangla|Bengali|Indonesian|Dari|Pashto|Kurdish|Chinese|Japanese|Korean|Hausa|Swahili|Portuguese|Português|Italian|Italiano|"
            + "Русский|العربية|عربي|الإنجليزية|الفارسية|فارسی|عربی|انگلیسی|اردو|اردو سروس|العراق|لبنان|البحرين|سوريا|إيران|ایران|عراق|افغانستان|پاکستان|پاكستان|هند|رسانه|زندگی|آینده|ورزشی|بین الملل|بین‌الملل|خاص")
            .Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Desks =
        "International|World|Exclusive|Online|Media".Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The house of <c>SHAFAQNA English</c>; the name itself where no edition stands behind it.</summary>
    public static ReadOnlySpan<char> WithoutOne(ReadOnlySpan<char> name) => name.IndexOf(' ') is > 2 and var space && IsOne(name[(space + 1)..].Trim()) ? name[..space] : name;

    /// <summary>Whether a word names a desk of a house, and no place: <c>EXCLUSIVE</c>.</summary>
    public static bool IsDesk(ReadOnlySpan<char> word) => Desks.Contains(word);

    /// <summary>Whether the words behind a house's name say which edition of it is meant.</summary>
    public static bool IsOne(ReadOnlySpan<char> words) => words.Length <= Longest && (Names.Contains(words) || Desks.Contains(words) || Countries.IsOne(words.ToString()));
}
