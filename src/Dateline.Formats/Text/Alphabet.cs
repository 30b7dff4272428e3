using System.Buffers;

namespace Dateline.Formats.Text;

/// <summary>The letters of a language that ASCII doesn't have.</summary>
internal sealed class Alphabet
{
    public const string Western = "windows-1252";

    private static readonly SearchValues<char> Neutral = SearchValues.Create("\u00A0\u00AD«»“”„‚‘’‹›–—…•·°§©®™€£¥¿¡ªº±½¼¾×÷№،؛؟ـ\u200B\u200C\u200D\u200E\u200F");

    private readonly SearchValues<char> letters;

    private Alphabet(string letters) => this.letters = SearchValues.Create(letters + letters.ToUpperInvariant());

    public bool IsLatin { get; private init; }

    /// <summary>The alphabets that each encoding was made for; the order decides between equals.</summary>
    public static OrderedDictionary<string, Alphabet[]> ByEncoding { get; } = new()
    {
        [Western] = Latin("éèêëàâùûüçîïôœæ", "äöüßéàè", "áéíóúüñ", "ãõáéíóúâêôàç", "àèéìòù", "åäöé", "æøåéòôü", "éëïóöüèíê", "áéíóúýþæöð", "àéèíïóòúüç"),
        ["windows-1250"] = CentralEuropean,
        ["iso-8859-2"] = CentralEuropean,
        ["windows-1254"] = Latin("çğıöşüİâîû"),
        ["windows-1257"] = Latin("āčēģīķļņšūž", "ąčęėįšųūž", "äõöüšž"),
        ["windows-1255"] = [new(Range('\u05D0', '\u05EA') + Range('\u05B0', '\u05C2') + "װױײ")],
        ["windows-1253"] = [new("αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώϊϋ")],
        ["windows-1251"] = Cyrillic,
        ["koi8-u"] = Cyrillic,
        ["iso-8859-5"] = Cyrillic,
        ["cp866"] = Cyrillic,
        // Arabic below those whose small letters are its letters, above the one that has more letters than its second encoding.
        ["windows-1256"] = [new(Range('\u0621', '\u063A') + Range('\u0641', '\u0652') + "پچژگکیھےٹڈڑں")],
        ["iso-8859-6"] = [new(Range('\u0621', '\u063A') + Range('\u0641', '\u0652'))],
        ["windows-874"] = [new(Range('\u0E01', '\u0E3A') + Range('\u0E3F', '\u0E5B'))],
    };

    private static Alphabet[] CentralEuropean => Latin("ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ");

    private static Alphabet[] Cyrillic => [new("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"), new("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"), new("абвгдеёжзійклмнопрстуўфхцчшыьэюя"), new("абвгдђежзијклљмнњопрстћуфхцчџш"), new("абвгдѓежзѕијклљмнњопрстќуфхцчџш")];

    public bool Has(char c) => letters.Contains(c);

    /// <summary>Quotation marks, dashes and signs, which tell no language.</summary>
    public static bool IsNeutral(char c) => Neutral.Contains(c);

    private static Alphabet[] Latin(params string[] languages) => [.. languages.Select(letters => new Alphabet(letters) { IsLatin = true })];

    private static string Range(char first, char last) => string.Concat(Enumerable.Range(first, last - first + 1).Select(code => (char)code));
}
