using System.Collections.Frozen;
using System.Text;

namespace Dateline.Replies.Screening;

/// <summary>Letters that people take for Latin ones (after Unicode TR 39, the part that spam uses). For matching only: both sides are folded.</summary>
internal static class LookAlikes
{
    private static readonly FrozenDictionary<int, char> Letters = Pairs(
        // Cyrillic
        "\u0430a \u0432b \u0435e \u0437z \u0438u \u043Ak \u043Cm \u043Dh \u043Eo \u043Fn \u0440p \u0441c \u0442t \u0443y \u0445x \u044Cb \u0455s \u0456i \u0458j \u0501d \u04BBh \u051Bq \u051Dw \u0475v \u04CFl \u0433r \u0493f "
        // Greek
        + "\u03B1a \u03B2b \u03B5e \u03B7n \u03B9i \u03BAk \u03BDv \u03BFo \u03C1p \u03C4t \u03C5u \u03C7x \u03C9w \u03B3y \u03C3o \u03C2s "
        // Armenian, Cherokee and Latin letters of other shapes
        + "\u0585o \u057Du \u0570h \u0578n \u0561w \u0581g \u0131i \u0251a \u0261g \u026Ai \u0299b \u1D00a \u1D04c \u1D05d \u1D07e \u029Fl \u1D0Dm \u0274n \u1D0Fo \u1D18p \u0280r \uA731s \u1D1Bt \u1D1Cu \u1D20v \u1D21w \u028Fy \u1D22z \u0262g \u029Ch \u1D0Aj \u1D0Bk \uA730f \uA7AFq \u00F8o \u0142l \u0111d \u0127h \u0268i");

    /// <summary>The Latin letter it looks like, or itself.</summary>
    public static Rune Latin(Rune rune) => rune.IsAscii ? rune : rune.Value switch
    {
        >= 0x1F150 and <= 0x1F169 => new Rune('a' + rune.Value - 0x1F150), // letters in black circles and squares, which have no compatibility form
        >= 0x1F170 and <= 0x1F189 => new Rune('a' + rune.Value - 0x1F170),
        _ => Letters.TryGetValue(rune.Value, out var latin) ? new Rune(latin) : rune,
    };

    /// <summary>The letter that a sign inside a word stands for.</summary>
    /// <param name="afterLetter">Behind digits a currency is one: "5€".</param>
    public static char? Sign(Rune rune, bool afterLetter) => rune.Value switch
    {
        '@' => 'a',
        '$' => 's',
        '!' or '|' => 'i',
        0xA2 when afterLetter => 'c', // ¢ £ ¥ € ₿
        0xA3 when afterLetter => 'l',
        0xA5 when afterLetter => 'y',
        0x20AC when afterLetter => 'e',
        0x20BF when afterLetter => 'b',
        _ => null,
    };

    /// <summary>The letters that digits stand for in a word of letters and digits.</summary>
    public static string WithoutDigits(string word) => string.Create(word.Length, word, static (letters, from) =>
    {
        for (var i = 0; i < letters.Length; i++)
            letters[i] = from[i] switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '7' => 't', var c => c };
    });

    private static FrozenDictionary<int, char> Pairs(string pairs) =>
        pairs.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenDictionary(pair => (int)pair[0], pair => pair[1]);
}
