using System.Buffers;
using System.Collections.Frozen;

namespace Dateline.Formats.InText;

/// <summary>What ends a text and says nothing of it: <c>ENDS</c>, the signs of who worked on it (<c>mq-pv/ab</c>), the sender's own address.</summary>
internal static class TailMarks
{
    private const int Longest = 80;
    private const int LongestContact = 300;

    private static readonly SearchValues<char> NumberChars = SearchValues.Create("0123456789*/۰۱۲۳۴۵۶۷۸۹");

    private static readonly SearchValues<char> Strokes = SearchValues.Create("-–—_=*#~•·ـ─━ ");
    private static readonly SearchValues<char> Sentences = SearchValues.Create(".!?");

    private static readonly string[] Ends =
        ["ENDS", "END", "/END", "/ENDS", "Ends", "-ends-", "-Ends-", "-ENDS-", "- ends -", "- Ends -", "- ENDS -", "-end-", "-END-", "(END)", "(End)", "/End/", "/Ends/", "/END/", "ENDE", "(Ende)", "(Schluss)", "(SCHLUSS)", "(FIN)", "(fin)", "-30-", "-0-", "■", "□", "◆", "./.", "###", "# # #", "NNNN", "***", "___", "(SEGUE)", "(segue)", "(Folytatás következik.)", "(folytatás következik)", "(cdn.)", "(cdn)", "(pokračování)", "(pokračovanie)", "(urmează)", "(nastavlja se)", "mfl", "MFL", "(MORE)", "(more)", "/more/", "End", "End Item", "End item", "Enditem", "enditem", "end/", "end", "ends", "END/", "(END/", "انتهای پیام", "انتهای پیام/", "انتهای پیام /", "انتهى", "/انتهى/", "النهاية", "/النهاية/", "پایان", "ــ", "(انتهى)", "(النهاية)", "（完）", "(完)", "【完】", "（了）", "以上", "（以上）", "(끝)", "(конец)", "(Конец)", "(kraj)", "(Kraj)", "(KRAJ)", "(край)", "(Край)", "(koniec)", "(Koniec)", "(konec)", "(Konec)", "(vége)", "(Vége)", "(sfârșit)", "(loppu)", "(With inputs from agencies)", "With inputs from agencies", "(with inputs from agencies)", "(With agency inputs)", "(with agency inputs)", "With agency inputs", "(Agencies)", "-Agencies", "—Agencies", "– Agencies", "- Agencies", "(slutt)", "(slut)"];

    // Every text is asked, and most end with a full stop: those few that do too are all that is compared.
    private static readonly FrozenDictionary<char, string[]> EndsByLast = Ends.GroupBy(end => end[^1]).ToFrozenDictionary(group => group.Key, group => group.ToArray());
    private static readonly int LongestEnd = Ends.Max(end => end.Length);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Media =
        "foto fotos photo photos picture pictures video videos vídeo vídeos vidéo vidéos audio audios sonido infografía infographie infographic infographics gráfico graphic graphics grafik archive archivo archives image images con with avec mit y and et und"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // What a feed writes below the piece of a text that it gives.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MoreLinks =
        ("Continue reading|Read more|Read More|Read the full story|Read full story|Read full article|Read the rest of this entry|Keep reading|Weiterlesen|Mehr lesen|Lire la suite|Lire plus|Leer más|Seguir leyendo|Sigue leyendo|Ler mais|Continue lendo|Leia mais|Continua a leggere|Leggi tutto|Leggi l'articolo|Lees verder|Läs mer|Les mer|Læs mere|Lue lisää|"
            + "Читать далее|Читать дальше|Читати далі|اقرأ المزيد|إقرأ المزيد|ادامه مطلب|ادامه خبر|Devamını oku|Czytaj więcej|Czytaj dalej|阅读全文|続きを読む|और पढ़ें").Split('|').ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How much of the end of the last block that is; 0 where it is text.</summary>
    /// <param name="block">The block.</param>
    /// <param name="isWhole">False where it is only the end of one.</param>
    /// <param name="signatures">Whose addresses count.</param>
    public static int Length(ReadOnlySpan<char> block, bool isWhole, Signatures signatures)
    {
        var text = block.Trim();
        if (text.IsEmpty) return 0;
        // ((mara.quill@wire.example; +44 …)): whom clients may call.
        if (isWhole && text.StartsWith("((") && text.EndsWith("))") && text.Length < LongestContact) return block.Length;
        if (text.EndsWith("))") && text.LastIndexOf("((") is > 0 and var contact && text.Length - contact < LongestContact && text[contact..].ContainsAny('@', '+') && text[..contact].TrimEnd() is [.., '.' or ')' or '"' or '”'] told) return block.Length - told.Length - (block.Length - block.TrimStart().Length);
        if (isWhole && text.Length < LongestContact && IsDisclaimer(text, signatures)) return block.Length;
        if (isWhole && text.Length < Longest && (IsEnd(text) || IsRule(text) || IsKeywords(text) || IsSigns(text) || IsCapitalSigns(text) || IsNumber(text) || IsMediaNote(text) || IsMoreLink(text) || IsOwnAddress(WithoutEnd(text), signatures) || IsEditedByHouse(text, signatures) || IsEditedBy(text) || IsPointer(text) || IsShortAddress(text))) return block.Length;

        if (DeskSigns.Length(block, isWhole, signatures) is > 0 and var signs) return signs;
        if (ClosingSigns.Length(block, isWhole, signatures) is > 0 and var closing) return closing;

        // (ANM/JPE): the same in brackets, behind the last sentence.
        if (text is [.., ')'] && text.LastIndexOf('(') is > 1 and var open && !text[open..].Contains('-') && IsCapitalSigns(text[(open + 1)..^1]) && text[..open].TrimEnd() is [.., '.' or '!' or '?' or '"' or '”' or '»'] said) return block.Length - (said.Length + (block.Length - block.TrimStart().Length));

        if (EditedInIdeographs(text) is > 0 and var from) return block.Length - (from + (block.Length - block.TrimStart().Length));

        // "… the council said. ENDS", "(Schluss) mq/pv"
        var space = text.LastIndexOf(' ');
        if (space > 0 && IsSigns(text[(space + 1)..]) && text[..space].TrimEnd() is { } before && (before[^1] is ')' or '.')) return block.Length - (text[..space].TrimEnd().Length + (block.Length - block.TrimStart().Length));
        if (!EndsByLast.TryGetValue(text[^1], out var ends)) return 0;
        foreach (var end in ends)
            if ((end.Length > 3 || end[0] is '(' or '（' or '■' or '□') && text.Length > end.Length + 1 && text.EndsWith(end, StringComparison.Ordinal) && (text[^(end.Length + 1)] == ' ' || end[0] >= '\u3000' || (end.Length > 1 && end[1] >= '\u3000')) && text[..^end.Length].TrimEnd() is [.., '.' or '!' or '?' or '"' or '”' or ')' or '»' or '。' or '！' or '？' or '」' or '）']) return block.Length - (text[..^end.Length].TrimEnd().Length + (block.Length - block.TrimStart().Length));

        return 0;
    }

    // …。（編輯：林薇）1151116: who edited it and the day, behind the last sentence. Where the text ends; -1 where it has none.
    private static int EditedInIdeographs(ReadOnlySpan<char> text)
    {
        const int LongestNote = 24;
        var note = text.TrimEnd("0123456789");
        if (text.Length - note.Length > 8 || note is not [.., '）' or ')' or '】'] || note.LastIndexOfAny('（', '(', '【') is not (> 1 and var open) || note.Length - open > LongestNote) return -1;
        var inside = note[(open + 1)..];
        var isEditor = inside.StartsWith("編輯：", StringComparison.Ordinal) || inside.StartsWith("编辑：", StringComparison.Ordinal) || inside.StartsWith("責任編輯：", StringComparison.Ordinal) || inside.StartsWith("责任编辑：", StringComparison.Ordinal) || inside.StartsWith("編輯:", StringComparison.Ordinal) || inside.StartsWith("譯者：", StringComparison.Ordinal) || inside.StartsWith("编辑:", StringComparison.Ordinal) || inside.StartsWith("责任编辑:", StringComparison.Ordinal);
        return isEditor && text[..open].TrimEnd() is [.., '。' or '！' or '？' or '」' or '”' or '）' or ')'] said ? said.Length : -1;
    }

    // YAB-AM, RED-COM/ABC: the same in capitals; AFP-JIJI are two agencies.
    private static bool IsCapitalSigns(ReadOnlySpan<char> text)
    {
        if (text.Length is < 5 or > 20) return false;
        var count = 0;
        foreach (var range in text.SplitAny('/', '-'))
        {
            var sign = text[range];
            if (sign.Length is < 2 or > 4 || sign.ContainsAnyExceptInRange('A', 'Z') || Agencies.IsKnown(sign)) return false;
            count++;
        }

        return count > 1;
    }

    // (foto)(vídeo): what else there is to have.
    private static bool IsMediaNote(ReadOnlySpan<char> text)
    {
        if (text is not ['(', .., ')']) return false;
        foreach (var range in text.SplitAny('(', ')', ' ', '/', '+', ','))
            if (!text[range].IsEmpty && !Media.Contains(text[range])) return false;

        return text.Length > 4;
    }

    // "Note: Tarn doesn't endorse the views…": what a carrier writes under whatever it carries.
    private static bool IsDisclaimer(ReadOnlySpan<char> text, Signatures signatures)
    {
        // *… تعبر عن وجهة نظرهم ولا تعبر عن رأي شفقنا بالضرورة*, نوٹ: شفقنا کا مصنف کی رائے سے متفق ہونا ضروری نہیں
        if (text[0] is '*' or (>= '\u0600' and <= '\u06FF') && text.Trim("*. ") is var bare && ((bare.EndsWith("بالضرورة") && bare.Contains("تعبر عن", StringComparison.Ordinal)) || (bare.StartsWith("نوٹ") && bare.Contains("متفق ہونا ضروری نہیں", StringComparison.Ordinal)))) return true;
        if (!text.StartsWith("note", StringComparison.OrdinalIgnoreCase) || !text.Contains("endorse", StringComparison.OrdinalIgnoreCase)) return false;
        foreach (var range in text.SplitAny(' ', ':', ',', '.'))
            if (text[range].Length > 2 && char.IsUpper(text[range][0]) && signatures.IsAgency(text[range])) return true;

        return false;
    }

    /// <summary>Whether a line only leads on: "Continue reading…"</summary>
    public static bool IsMoreLink(ReadOnlySpan<char> text) => MoreLinks.Contains(text.TrimEnd(" .…»>→[]").TrimStart(" […"));

    // ـــــ, -----, * * *: three strokes at least and nothing else.
    private static bool IsRule(ReadOnlySpan<char> text) => text.Length > 2 && text.IndexOfAnyExcept(Strokes) < 0 && text.Length - text.Count(' ') > 2;

    // "Keywords: LORVEN PORT/": the slug once more.
    private static bool IsKeywords(ReadOnlySpan<char> text) => text.StartsWith("Keywords: ") && text["Keywords: ".Length..] is [.., '/' or ')'] words && words.Contains('/') && !words.ContainsAny(Sentences) && Places.IsCapital(words);

    // ▶제보는 …, ☞ …: where else to turn.
    private static bool IsPointer(ReadOnlySpan<char> text) => text[0] is '▶' or '☞' or '►' && text.Length > 2;

    private static readonly string[] ShortAddresses = ["لینک کوتاه", "لینک کوتاه خبر", "الرابط القصير", "رابط مختصر", "Short link", "Short URL", "Shortlink", "Kurzlink", "Короткая ссылка"];

    // لینک کوتاه: https://…: the same page under a short address.
    private static bool IsShortAddress(ReadOnlySpan<char> text)
    {
        if (text.IndexOf(':') is not (> 5 and var colon) || text[(colon + 1)..].Trim() is not { IsEmpty: false } address || address.Contains(' ') || !address.ContainsAny('/', '.')) return false;
        foreach (var label in ShortAddresses)
            if (text[..colon].Trim().Equals(label, StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }

    // 【编辑:林薇】, (责任编辑：林薇)
    private static bool IsEditedBy(ReadOnlySpan<char> text) =>
        text is ['【' or '(' or '（' or '[', .., '】' or ')' or '）' or ']'] && text.Length < 30 && text.IndexOfAny(':', '：') is > 2 and var colon && text[1..colon].Trim() is "编辑" or "責任編輯" or "责任编辑" or "编审" or "編輯" or "审核";

    private static readonly string[] EditorLabels =
        ["Edited by:", "Edited by", "Edited By:", "Edited By", "Editing by:", "Editing by", "Editor:", "Editors:", "Sub-edited by", "Copy edited by", "Editado por:", "Editado por", "Edición:", "Edição:", "Redaktion:", "Redigiert von", "Editör:", "Редактор:", "Редакция:", "Redaktor:", "Redaktør:", "Redaktör:", "Toimittaja:", "Editor :", "Penyunting:", "編集：", "编辑：", "编辑:", "責任編輯：", "责任编辑：", "责任编辑:"];

    private static readonly string[] And = [" and ", " und ", " y "];

    /// <summary>Who edited a text, of a line of nothing but that: <c>Edited by: Jon Hale</c>; null where the line is another.</summary>
    public static List<string>? Editors(ReadOnlySpan<char> text)
    {
        const int LongestLine = 120;
        text = text.Trim().Trim("()[]*_-–— ");
        if (text.IsEmpty || text.Length > LongestLine || text[^1] is '.' or '!' or '?') return null;
        foreach (var label in EditorLabels)
        {
            if (!text.StartsWith(label, StringComparison.Ordinal)) continue;
            var names = text[label.Length..].Trim();
            if (names.IsEmpty) return null;
            if (names[0] >= '\u2E80') return names.Length <= 12 ? [names.ToString()] : null;
            var people = new List<string>();
            foreach (var range in names.SplitAny(',', ';', '/', '&'))
            {
                if (!BylineText.IsName(names[range].Trim())) return null;
                foreach (var name in names[range].ToString().Split(And, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) people.Add(name);
            }

            return people;
        }

        return null;
    }

    private static bool IsEnd(ReadOnlySpan<char> text)
    {
        if (text.Length <= LongestEnd)
            foreach (var end in Ends)
                if (text.SequenceEqual(end)) return true;

        // "// انتهى //"
        if (text is ['/', '/', .., '/', '/'] && text.Trim("/ ") is "انتهى" or "end" or "End" or "END") return true;

        return false;
    }

    // Small letters in twos to fours, joined by slashes and hyphens: mq-pv/ab.
    private static bool IsSigns(ReadOnlySpan<char> text)
    {
        if (text.Length is < 5 or > 40 || !text.Contains('/')) return false;
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsAsciiLetterLower(c)) letters++;
            else if (c is '/' or '-' && letters is >= 2 and <= 5) letters = 0;
            else return false;
        }

        return letters is >= 2 and <= 5;
    }

    // The number of the item or of who worked on it: 4081234, 9376**1416, TNA/6543210, MQ/.
    private static bool IsNumber(ReadOnlySpan<char> text)
    {
        const int MostDigits = 16;
        var letters = 0;
        while (letters < text.Length && char.IsAsciiLetterUpper(text[letters])) letters++;
        if (letters > 0 && (letters > 5 || letters == text.Length || text[letters] != '/')) return false;
        if (letters > 0 && letters == text.Length - 1) return true;
        var rest = text[(letters == 0 ? 0 : letters + 1)..];
        return rest.Length is >= 4 and <= MostDigits && !rest.ContainsAnyExcept(NumberChars) && (rest.Contains('*') || letters > 0 || rest.Length >= 6);
    }

    // www.shafaqna.com/ انتهى
    private static ReadOnlySpan<char> WithoutEnd(ReadOnlySpan<char> text) => text.EndsWith(" انتهى") ? text[..^" انتهى".Length].TrimEnd() : text;

    private static readonly string[] HouseLabels = ["Editado por ", "Edited by ", "Traducido por ", "Translated by ", "Traduit par "];

    // Editado por Shafaqna en español: a house and no person.
    private static bool IsEditedByHouse(ReadOnlySpan<char> text, Signatures signatures)
    {
        if (text[0] is not ('E' or 'T') || text[^1] is '.' or '!' or '?') return false;
        foreach (var label in HouseLabels)
            if (text.StartsWith(label) && text[label.Length..] is { IsEmpty: false } house) return signatures.IsAgency(house.IndexOf(' ') is > 0 and var space ? house[..space] : house);

        return false;
    }

    private static bool IsOwnAddress(ReadOnlySpan<char> text, Signatures signatures)
    {
        var host = text;
        if (host.Contains(' ')) return false;
        var scheme = host.IndexOf("://");
        if (scheme >= 0) host = host[(scheme + 3)..];
        if (scheme < 0 && !host.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return false;
        host = host.TrimEnd('/');
        return !host.Contains('/') && host.Contains('.') && signatures.IsOwnHost(host);
    }
}
