namespace Dateline.Formats.InText;

/// <summary>به گزارش ایرنا، …: Persian reports open with whose they are. What follows the comma is a sentence of its own.</summary>
internal static class PersianLede
{
    private const int Reach = 110;
    private const int LongestName = 40;

    private static readonly string[] Openings = ["به گزارش", "بە گزارش", "به‌گزارش"];
    private static readonly string[] Fillers = ["خبرگزاری", "خبرنگار", "سرویس", "گروه", "پایگاه خبری", "شبکه", "از", "بین الملل", "بین‌الملل"];
    private static readonly string[] Quoting = ["به نقل از", "به‌نقل از", "نقل از"];

    public static LedeLine? Read(ReadOnlySpan<char> text, Signatures signatures)
    {
        foreach (var opening in Openings)
        {
            if (!text.StartsWith(opening, StringComparison.Ordinal)) continue;
            var comma = text[..Math.Min(text.Length, Reach)].IndexOfAny("،؛:");
            if (comma < 0 || comma + 1 >= text.Length) return null;
            var named = text[opening.Length..comma].Trim();
            var agencies = Named(named, signatures);
            return agencies.Count == 0 ? null : new LedeLine(Separators.Blank(text, comma + 1), text[..comma].ToString()) { Agencies = agencies, Place = Town(named) };
        }

        return OfProvince(text);
    }

    private static readonly string[] Provinces = ["خراسان رضوی", "خراسان شمالی", "خراسان جنوبی", "آذربایجان شرقی", "آذربایجان غربی", "سیستان و بلوچستان", "چهارمحال و بختیاری", "کهگیلویه و بویراحمد"];

    // ایسنا/بوشهر …: of its offices in the provinces, without a sign before the text.
    private static LedeLine? OfProvince(ReadOnlySpan<char> text)
    {
        const string Isna = "ایسنا/";
        if (!text.StartsWith(Isna, StringComparison.Ordinal)) return null;
        var rest = text[Isna.Length..];
        var end = rest.IndexOf(' ');
        foreach (var province in Provinces)
            if (rest.StartsWith(province, StringComparison.Ordinal)) end = province.Length;

        if (end < 2 || end + 1 >= rest.Length || rest[end] != ' ' || !Places.IsLike(rest[..end])) return null;
        return new LedeLine(Separators.Blank(text, Isna.Length + end), text[..(Isna.Length + end)].ToString()) { Place = rest[..end].ToString(), Agencies = ["ایسنا"] };
    }

    // … از بندرعباس: from where it was filed, where that is a town. Others name whom the report comes from.
    private static string? Town(ReadOnlySpan<char> text)
    {
        const string From = " از ";
        return text.LastIndexOf(From, StringComparison.Ordinal) is > 0 and var at && text[(at + From.Length)..].Trim() is { Length: > 2 } town && Places.IsCityInAnyCase(town) ? town.ToString() : null;
    }

    // The one quoted wrote it: it comes first.
    private static List<string> Named(ReadOnlySpan<char> text, Signatures signatures)
    {
        var found = new List<string>();
        foreach (var quoting in Quoting)
        {
            var at = text.IndexOf(quoting, StringComparison.Ordinal);
            if (at < 0) continue;
            if (One(text[(at + quoting.Length)..], signatures) is { } quoted) found.Add(quoted);
            else return found;
            text = text[..at];
            break;
        }

        if (One(text, signatures) is { } reporting) found.Add(reporting);
        return found;
    }

    private static string? One(ReadOnlySpan<char> text, Signatures signatures)
    {
        text = text.Trim();
        var said = false;
        for (var again = true; again;)
        {
            again = false;
            foreach (var filler in Fillers)
                if (text.Length > filler.Length && text.StartsWith(filler, StringComparison.Ordinal) && text[filler.Length] == ' ')
                {
                    text = text[(filler.Length + 1)..].Trim();
                    said |= filler == "خبرگزاری";
                    again = true;
                }
        }

        if (signatures.IsAgency(text)) return text.ToString();

        // خبرگزاری «حوزه» از بندرعباس: a name in quotation marks ends with them.
        if (text[..Math.Min(text.Length, LongestName)].IndexOf('«') is >= 0 and var open && (open == 0 || said || text[..open].TrimEnd().EndsWith("خبرگزاری", StringComparison.Ordinal)) && text[open..].IndexOf('»') is > 2 and < LongestName and var close) return text.Slice(open + 1, close - 1).Trim().ToString();
        // "گروه اقتصادی خبرگزاری تسنیم": its desk stands before it.
        const int LongestDesk = 40;
        const string Agency = " خبرگزاری ";
        if (text.IndexOf(Agency, StringComparison.Ordinal) is > 0 and < LongestDesk and var desk && text[(desk + Agency.Length)..].Trim() is var named && signatures.IsAgency(named)) return named.ToString();
        var space = text.IndexOf(' ');
        var first = space < 0 ? text : text[..space];
        // "خبرگزاری …": what calls itself one is one; otherwise a name that is known, and words on the reporter after it.
        if (signatures.IsAgency(first)) return first.ToString();
        return said && text.Length is > 1 and < 30 ? text.ToString() : null;
    }
}
