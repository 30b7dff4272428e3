using System.Text.RegularExpressions;
using Dateline.Formats.Text;

namespace Dateline.Formats.InText;

/// <summary>Datelines that are written without separators: 新华社北京11月16日电, 【東京共同】, (서울=연합뉴스) … 기자 =.</summary>
internal static partial class EasternLede
{
    private const int Reach = 80;

#pragma warning disable MA0009 // at most 80 characters are looked at
    [GeneratedRegex(@"^(?<agency>新华社|新華社|中新社|中新网|中央社|人民网|央视网|法新社|路透社|美联社)(?<place>\p{IsCJKUnifiedIdeographs}{2,12}?)?(?<month>\d{1,2})月(?<day>\d{1,2})日(?:专)?电\s*(?:[（(](?<who>[^（）()]{2,40})[）)])?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Chinese { get; }

    // （中央社記者林薇維也納16日電）
    [GeneratedRegex(@"^[（(](?<agency>中央社)(?:記者(?<who>\p{IsCJKUnifiedIdeographs}{2,3}))?(?<place>\p{IsCJKUnifiedIdeographs}{2,8}?)(?:(?<month>\d{1,2})月)?(?<day>\d{1,2})日(?:綜合|專|外|法新|路透|美聯){0,3}電[）)]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Taiwanese { get; }

    [GeneratedRegex(@"^[【［\[](?<place>[\p{IsKatakana}\p{IsCJKUnifiedIdeographs}・ー]{2,14}?)?(?:\s*(?<day>\d{1,2})日)?[\s=＝]*(?<agency>AFP=時事|共同|時事|ロイター|AFP|AP)[】］\]]\s*(?:[-－―]\s*)?", RegexOptions.CultureInvariant)]
    private static partial Regex Japanese { get; }

    [GeneratedRegex(@"^[(\[](?<place>\p{IsHangulSyllables}{1,8})\s*=\s*(?<agency>연합뉴스|뉴시스|뉴스1)[)\]]\s*(?:(?<who>\p{IsHangulSyllables}{2,4}(?:\s\p{IsHangulSyllables}{2,4}){0,2}\s?(?:기자|특파원))\s*)?=?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Korean { get; }
#pragma warning restore MA0009

    public static LedeLine? Read(ReadOnlySpan<char> text, Signatures signatures)
    {
        if (text[0] < '\u1100' && text[0] is not ('(' or '[')) return null;
        var head = text[..Math.Min(text.Length, Reach)].ToString();
        foreach (var pattern in (ReadOnlySpan<Regex>)[Chinese, Taiwanese, Japanese, Korean])
        {
            var match = pattern.Match(head);
            if (!match.Success || !signatures.IsAgency(match.Groups["agency"].Value)) continue;
            var (month, day) = (Number(match.Groups["month"]), Number(match.Groups["day"]));
            return new LedeLine(match.Length, match.Value.Trim().TrimEnd('=', ' '))
            {
                Place = match.Groups["place"] is { Success: true, Length: > 0 } place ? place.Value : null,
                Day = month > 0 && day > 0 ? new DayWords(day, month, 0) : null,
                Agencies = [match.Groups["agency"].Value],
                Byline = match.Groups["who"] is { Success: true } who ? who.Value : null,
            };
        }

        return null;
    }

    private static int Number(Group group) => group.Success ? Digits.Read(group.ValueSpan) : 0;
}
