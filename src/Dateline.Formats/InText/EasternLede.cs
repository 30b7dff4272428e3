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

    // 新华社快讯：…
    [GeneratedRegex(@"^(?<agency>新华社|中新社)(?:快讯|消息)[：:]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Quick { get; }

    // กรุงเทพฯ 16 พ.ย. – …: who signs stands at the end of the text.
    [GeneratedRegex(@"^(?<place>\p{IsThai}{2,30})\s(?<day>\d{1,2})\s(?<month>ม\.ค\.|ก\.พ\.|มี\.ค\.|เม\.ย\.|พ\.ค\.|มิ\.ย\.|ก\.ค\.|ส\.ค\.|ก\.ย\.|ต\.ค\.|พ\.ย\.|ธ\.ค\.)\s*[-–—]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Thai { get; }

    private static readonly string[] ThaiMonths = ["ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค."];

    // （中央社記者林薇維也納16日電）
    [GeneratedRegex(@"^[（(](?<agency>中央社)(?:記者(?<who>\p{IsCJKUnifiedIdeographs}{2,3}))?(?<place>\p{IsCJKUnifiedIdeographs}{2,8}?)(?:(?<month>\d{1,2})月)?(?<day>\d{1,2})日(?:(?:綜合|專|外|法新|路透|美聯){0,3}電(?:報導)?|綜合報導)[）)]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Taiwanese { get; }

    [GeneratedRegex(@"^[【［\[](?<place>[\p{IsKatakana}\p{IsCJKUnifiedIdeographs}・ー]{2,14}?)?(?:\s*(?<day>\d{1,2})日)?[\s=＝]*(?<agency>AFP=時事|共同|時事|ロイター|AFP|AP)[】］\]]\s*(?:[-－―]\s*)?", RegexOptions.CultureInvariant)]
    private static partial Regex Japanese { get; }

    [GeneratedRegex(@"^[(\[](?<place>\p{IsHangulSyllables}{1,8})\s*=\s*(?<agency>연합뉴스|뉴시스|뉴스1)[)\]]\s*(?:(?<who>\p{IsHangulSyllables}{2,4}(?:\s\p{IsHangulSyllables}{2,4}){0,2}\s?(?:기자|특파원))\s*)?=?\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Korean { get; }
#pragma warning restore MA0009

    public static LedeLine? Read(ReadOnlySpan<char> text, Signatures signatures)
    {
        if (text[0] is >= '\u0E01' and <= '\u0E5B') return OfThailand(text);
        if (text[0] < '\u1100' && text[0] is not ('(' or '[')) return null;
        var head = text[..Math.Min(text.Length, Reach)].ToString();
        foreach (var pattern in (ReadOnlySpan<Regex>)[Chinese, Taiwanese, Japanese, Korean, Quick])
        {
            var match = pattern.Match(head);
            if (!match.Success || !signatures.IsAgency(match.Groups["agency"].Value)) continue;
            var (month, day) = (Number(match.Groups["month"]), Number(match.Groups["day"]));
            var place = match.Groups["place"] is { Success: true, Length: > 0 } filed ? filed.Value : null;
            var who = match.Groups["who"] is { Success: true } named ? named.Value : null;

            // 林海屏東縣: no county has a name of one letter, but people have.
            if (who is { Length: 3 } && place is [_, '縣' or '县' or '市']) (who, place) = (who[..2], who[2] + place);

            // 新华社海口11月16日电 题：琼州海峡复航: the headline once more, in the same line.
            var isTitled = text[match.Length..].StartsWith("题：") && text.Length < Reach && !text.Contains('。');
            return new LedeLine(isTitled ? text.Length : match.Length, match.Value.Trim().TrimEnd('=', ' '))
            {
                Place = place,
                Day = day is > 0 and < 32 ? new DayWords(day, month, 0) : null,
                Agencies = [match.Groups["agency"].Value],
                Byline = who,
            };
        }

        return null;
    }

    private static LedeLine? OfThailand(ReadOnlySpan<char> text)
    {
        if (Thai.Match(text[..Math.Min(text.Length, Reach)].ToString()) is not { Success: true } match || match.Length >= text.Length) return null;
        return new LedeLine(match.Length, match.Value.TrimEnd(' ', '-', '–', '—')) { Place = match.Groups["place"].Value, Day = new DayWords(Number(match.Groups["day"]), Array.IndexOf(ThaiMonths, match.Groups["month"].Value) + 1, 0) };
    }

    private static int Number(Group group) => group.Success ? Digits.Read(group.ValueSpan) : 0;
}
