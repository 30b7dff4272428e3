namespace Dateline.Formats.InText;

/// <summary>
/// A line below a text that says whose its picture is: <c>Image credit: Kari Ek/Harbour Wire</c>. The picture is credited, and nobody is
/// for the text.
/// </summary>
internal static class PictureLine
{
    private const int Longest = 140;
    private const int LongestLabel = 24;
    private const int MostWords = 9;

    // What the line begins with, without the word for which of the pictures it is.
    private static readonly string[] Labels =
    [
        "image credits", "image credit", "image source", "image courtesy", "image via", "image by", "images", "image", "photo credits", "photo credit", "photo source", "photo courtesy", "photo via", "photo by", "photos", "photo", "picture credit", "picture", "pictures",
        "bildnachweis", "bildquelle", "bildrechte", "titelbild", "beitragsbild", "bilder", "bild", "fotocredit", "fotos", "foto", "crédits photos", "crédits photo", "crédit photos", "crédit photo", "crédit image", "crédit", "imagen destacada", "imagen", "imágenes", "imagem", "immagine", "immagini",
        "zdjęcie", "fot.", "kuvat", "kuva", "billede", "görsel", "fotoğraf", "фотография", "фото", "снимка", "الصورة", "صورة", "عکس", "تصویر", "צילום", "写真", "照片", "图片", "圖片", "사진",
    ];

    private static readonly string[] Which = ["featured ", "lead ", "main ", "cover ", "header ", "top ", "file ", "title ", "hero "];

    /// <summary>The item with whose its picture is; false where the line is another or there is no picture that wants a credit.</summary>
    public static bool Take(ref NewsItem item, ReadOnlySpan<char> line)
    {
        if (Read(line) is not { } credit || item.Media.Count == 0 || item.Media[0].Credit is not null) return false;
        item = item with { Media = [item.Media[0] with { Credit = credit }, .. item.Media.Skip(1)] };
        return true;
    }

    /// <summary>Whom it names; null where the line is another.</summary>
    public static string? Read(ReadOnlySpan<char> line)
    {
        var text = line.Trim().Trim("-–—()[] ").Trim();
        if (text.Length is < 6 or > Longest) return null;
        foreach (var which in Which)
            if (text.StartsWith(which, StringComparison.OrdinalIgnoreCase))
            {
                text = text[which.Length..];
                break;
            }

        foreach (var label in Labels)
        {
            if (!text.StartsWith(label, StringComparison.OrdinalIgnoreCase)) continue;
            var rest = text[label.Length..].TrimStart();
            var isSetOff = rest is [':' or '：' or '©' or '=', ..] || label.EndsWith(" by", StringComparison.Ordinal) || label.EndsWith(" via", StringComparison.Ordinal) || label.EndsWith(" courtesy", StringComparison.Ordinal) || label is "fot.";
            if (!isSetOff) return null;
            var credit = rest.TrimStart(":：=© ").Trim();

            // Foto: Fähre (Archiv), via dts Nachrichtenagentur
            if (credit.LastIndexOf(", via ") is > 3 and var via && Agencies.IsKnown(credit[(via + ", via ".Length)..].TrimEnd(". "))) return credit[(via + ", via ".Length)..].TrimEnd(". ").ToString();
            return IsCredit(credit) ? credit.TrimEnd(". ").ToString() : null;
        }

        return null;
    }

    /// <summary>Whether a line may be one: the first letters tell of most that they aren't.</summary>
    public static bool MayBe(ReadOnlySpan<char> line) => line.Length is >= 6 and <= Longest && line[..Math.Min(line.Length, LongestLabel + 8)].IndexOfAny(":：=©") > 1
        || line.Length <= Longest && (line.StartsWith("Photo ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("Image ", StringComparison.OrdinalIgnoreCase) || line.StartsWith("fot. ", StringComparison.OrdinalIgnoreCase) || line is ['-' or '–' or '(', ..]);

    // Names and what joins them; a caption is a sentence.
    private static bool IsCredit(ReadOnlySpan<char> text)
    {
        var (words, names) = (0, 0);
        foreach (var range in text.SplitAny(' ', '/', ',', '|', '&', '+', '\u00A0'))
        {
            var word = text[range].Trim("()[]©.;-–—");
            if (word.IsEmpty) continue;
            if (++words > MostWords) return false;
            if (word is "via" or "by" or "from" or "courtesy" or "of" or "and" or "for" or "on" or "at" or "the" or "de" or "del" or "von" or "van" or "y" or "et" or "e" or "und" or "og" or "och" or "pour" or "per" or "par" or "la" or "le" or "di" or "da" or "do" or "dpa" or "ap" or "afp" or "epd" or "imago" or "privat" or "iStock" or "i") continue;
            if (!char.IsLetterOrDigit(word[0]) || char.IsLower(word[0])) return false;
            if (char.IsLetter(word[0])) names++;
        }

        return names > 0;
    }
}
