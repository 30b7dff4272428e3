namespace Dateline.Formats.InText;

/// <summary>The marks of Chinese, Japanese and Korean wires before a headline: <c>更正：</c>, <c>【訂正】</c>, <c>[전문취소]</c>.</summary>
internal static class EasternMarks
{
    private static readonly (string Word, LeadKind Kind)[] Words =
    [
        ("更正", LeadKind.Correction), ("订正", LeadKind.Correction), ("訂正", LeadKind.Correction), ("おわびと訂正", LeadKind.Correction), ("정정", LeadKind.Correction), ("고침", LeadKind.Correction),
        ("撤稿通知", LeadKind.Kill), ("撤稿", LeadKind.Kill), ("撤銷", LeadKind.Kill), ("撤销", LeadKind.Kill), ("記事取り消し", LeadKind.Kill), ("記事取消", LeadKind.Kill), ("配信取り消し", LeadKind.Kill), ("取り消し", LeadKind.Kill), ("取消し", LeadKind.Kill), ("全文取り消し", LeadKind.Kill), ("기사 전문취소", LeadKind.Kill), ("기사 취소", LeadKind.Kill), ("기사 삭제", LeadKind.Kill), ("전문취소", LeadKind.Kill), ("전문 취소", LeadKind.Kill), ("기사취소", LeadKind.Kill),
        ("更新", LeadKind.Update), ("速報", LeadKind.Urgent), ("快讯", LeadKind.Urgent), ("快訊", LeadKind.Urgent), ("속보", LeadKind.Urgent), ("종합2보", LeadKind.Update), ("종합3보", LeadKind.Update), ("종합", LeadKind.Update), ("2보", LeadKind.Update), ("3보", LeadKind.Update),
    ];

    public static LeadMark? Read(string line, out string rest)
    {
        rest = line;
        var text = line.AsSpan();
        var isOpen = text[0] is '【' or '[' or '(' or '（' or '［' or '<' or '《' or '〈';
        if (isOpen) text = text[1..].TrimStart();
        if (text.StartsWith("新华社快讯", StringComparison.Ordinal)) text = text["新华社".Length..];
        foreach (var (word, kind) in Words)
        {
            if (!text.StartsWith(word, StringComparison.Ordinal)) continue;
            var after = text[word.Length..].TrimStart();
            if (after.IsEmpty || (isOpen ? after[0] is not ('】' or ']' or ')' or '）' or '］' or '>' or '》' or '〉') : after[0] is not (':' or '：' or '｜' or '|'))) return null;
            if (after[1..].Trim() is not { IsEmpty: false } headline) return null;
            rest = headline.ToString();
            return new LeadMark(kind, 1, word);
        }

        return null;
    }
}
