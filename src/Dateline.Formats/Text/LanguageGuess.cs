using System.Buffers;
using System.Collections.Frozen;

namespace Dateline.Formats.Text;

/// <summary>Which language a text is in, by its script and its commonest words. Meant for whole paragraphs where nothing is declared.</summary>
internal static class LanguageGuess
{
    private const int Reach = 4000;

    private static readonly FrozenDictionary<string, string[]> Common = Table(
        ("en", "the and of to in that is was for on with as by at from has have it this are said"), ("de", "der die und das den von zu mit ist im für auf nicht ein eine dem des sich auch"),
        ("fr", "le la les des et en du est une dans que pour qui sur au par plus avec ce"), ("es", "el la los las de que en y del por una con para es se un su al lo"),
        ("pt", "o os as de que em do da não uma com para é se um dos no na ao pelo"), ("it", "il di che la per una del non con le della sono si dei nel gli alla è da"),
        ("nl", "de het een van en in dat is op te voor met zijn niet aan die door ook bij"), ("sv", "och att det som en på är av för med den till inte har om ett från efter säger hade mot var också vid måndagen"),
        ("da", "og at det som en på er af for med den til ikke har om et fra blev efter siger havde mod var mandag oplyser tirsdag"), ("no", "og at det som en på er av for med den til ikke har om et fra ble ikkje etter sier hadde mot var mandag opplyser tirsdag"), ("pl", "w i na z się nie do że jest o to jak po od przez dla oraz"), ("cs", "a se v na je že s z do o k ve pro za by ale jako podle"),
        ("ro", "și de la în cu pe un o care din nu este pentru a fost mai"), ("hu", "a az és hogy nem is egy van ezt meg volt már csak"), ("tr", "ve bir bu için ile da de olarak daha çok olan gibi sonra dedi yeniden kadar ise ancak üzere etti edildi günü göre"), ("fi", "ja on ei että se hän oli mutta ovat myös kun sanoo mukaan kuin ovat vuoden kertoo"),
        ("id", "yang dan di dengan untuk pada dari ini dalam tidak akan itu"), ("vi", "và của là có được trong cho không người các với một"), ("sq", "dhe të në një për me që nga është"), ("hr", "i je u na se da su od za koji nije kao će"), ("az", "və bir bu üçün ilə da də olan edib"), ("sw", "na ya wa kwa ni katika za la kuwa"),
        ("ru", "и в не на что с по как это из его для был при"), ("uk", "і в не на що з до та як це для від за його"), ("bg", "и на да се за от не че са по е в ще"), ("sr", "и је у на се да су од за који није ће"), ("be", "і ў не на што з да як гэта для"), ("kk", "және мен бұл үшін деп бойынша"), ("el", "και το να του η της την με για"), ("he", "של את על לא הוא כי גם עם"),
        ("ar", "في من على إلى أن التي الذي عن مع هذا هذه ما قال كان بعد"), ("fa", "و در به از که این را با است برای آن می شد کرد"), ("ur", "کے میں کی ہے اور سے کا کو نے پر کہ ہیں یہ"), ("ps", "په د او چې ته له دی کې"), ("ckb", "لە بە و بۆ کە ئەو لەگەڵ"),
        ("hi", "के में की है और से का को ने पर कि हैं यह भी"), ("mr", "आणि आहे या च्या ने व ते होते"), ("ne", "र छ को मा ले हो पनि भने"));

    private static FrozenDictionary<string, string[]> Table(params ReadOnlySpan<(string Language, string Words)> languages)
    {
        var table = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (language, words) in languages)
            foreach (var word in words.Split(' '))
                (table.TryGetValue(word, out var known) ? known : table[word] = []).Add(language);

        return table.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A BCP 47 tag; null where the text is too short to tell.</summary>
    public static string? Of(ReadOnlySpan<char> text)
    {
        text = text[..Math.Min(text.Length, Reach)];
        if (ByScript(text) is { } alone) return alone;
        var lookup = Common.GetAlternateLookup<ReadOnlySpan<char>>();
        var scores = new Dictionary<string, double>(StringComparer.Ordinal);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetter(text[i]) || char.GetUnicodeCategory(text[i]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark))
            {
                if (start < 0) start = i;
                continue;
            }

            if (start >= 0 && lookup.TryGetValue(text[start..i], out var languages))
                foreach (var language in languages) scores[language] = scores.GetValueOrDefault(language) + (1.0 / languages.Length);
            start = -1;
        }

        var best = scores.OrderByDescending(score => score.Value).Take(1).ToList();
        return best.Count > 0 && best[0].Value >= 2 ? best[0].Key : ByLetters(text);
    }

    // Letters that the other languages of a script have not, for texts of too few words: the more particular ones first.
    private static readonly (string Letters, string Language)[] Own =
    [
        ("ўЎ", "be"), ("їєЇЄ", "uk"), ("љњћђЉЊЋЂ", "sr"), ("ѓќѕЃЌЅ", "mk"), ("ыэёЫЭЁ", "ru"), ("ےہںٹڈڑ", "ur"), ("ۆێڵ", "ckb"), ("ټډړښ", "ps"), ("پچژگ", "fa"),
    ];

    // Of Kazakh and its kin, which have the letters of Russian too.
    private static readonly SearchValues<char> NoRussian = SearchValues.Create("әғқңөұүһіӘҒҚҢӨҰҮҺІҷӣӯҳ");

    private static readonly SearchValues<char> Slavic = SearchValues.Create("ўЎїєЇЄ");

    private static string? ByLetters(ReadOnlySpan<char> text)
    {
        const int Least = 20;
        var (cyrillic, arabic, hebrew, greek) = (0, 0, 0, 0);
        foreach (var c in text)
        {
            if (c is >= '\u0400' and <= '\u04FF') cyrillic++;
            else if (c is >= '\u0620' and <= '\u06FF') arabic++;
            else if (c is >= '\u05D0' and <= '\u05EA') hebrew++;
            else if (c is >= '\u0370' and <= '\u03FF') greek++;
        }

        if (hebrew >= Least) return "he";
        if (greek >= Least) return "el";
        if (cyrillic < Least && arabic < Least) return null;
        if (text.ContainsAny(NoRussian) && !text.ContainsAny(Slavic)) return null;
        foreach (var (letters, language) in Own)
            if (text.ContainsAny(letters)) return language;

        return arabic >= Least && text.ContainsAny("ةأإىي") ? "ar" : null;
    }

    // Scripts that one language alone is written in, or nearly; ideographs with kana are Japanese, without Chinese.
    private static readonly (char First, char Last, string Language)[] Scripts =
    [
        ('\u0E00', '\u0E7F', "th"), ('\u0E80', '\u0EFF', "lo"), ('\u1780', '\u17FF', "km"), ('\u1000', '\u109F', "my"), ('\u1200', '\u139F', "am"), ('\u0980', '\u09FF', "bn"), ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"), ('\u0530', '\u058F', "hy"), ('\u10A0', '\u10FF', "ka"),
        ('\u0A00', '\u0A7F', "pa"), ('\u0A80', '\u0AFF', "gu"), ('\u0B00', '\u0B7F', "or"), ('\u0C80', '\u0CFF', "kn"), ('\u0D00', '\u0D7F', "ml"), ('\u0D80', '\u0DFF', "si"),
    ];

    private static string? ByScript(ReadOnlySpan<char> text)
    {
        const int Least = 8;
        var (kana, ideographs, hangul, letters) = (0, 0, 0, 0);
        Span<int> others = stackalloc int[Scripts.Length];
        others.Clear();
        foreach (var c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            switch (c)
            {
                case < '\u0530': break;
                case >= '\u3040' and <= '\u30FF': kana++; break;
                case >= '\u4E00' and <= '\u9FFF': ideographs++; break;
                case >= '\uAC00' and <= '\uD7A3': hangul++; break;
                default:
                    for (var i = 0; i < Scripts.Length; i++)
                        if (c >= Scripts[i].First && c <= Scripts[i].Last) others[i]++;
                    break;
            }
        }

        var half = letters / 2;
        if (letters < Least) return null;
        if (hangul > half) return "ko";
        if (kana + ideographs > half) return kana * 10 > ideographs ? "ja" : "zh";
        for (var i = 0; i < Scripts.Length; i++)
            if (others[i] > half) return Scripts[i].Language;

        return null;
    }
}
