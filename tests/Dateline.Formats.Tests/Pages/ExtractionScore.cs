namespace Dateline.Formats.Tests.Pages;

/// <summary>Word-level precision, recall and F1 of one text against another; of ideographs, sign by sign.</summary>
public readonly record struct ExtractionScore(double Precision, double Recall)
{
    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static ExtractionScore Of(string found, string gold)
    {
        var (have, want) = (Words(found), Words(gold));
        var shared = want.Sum(pair => Math.Min(pair.Value, have.GetValueOrDefault(pair.Key)));
        var (all, wanted) = (have.Values.Sum(), want.Values.Sum());
        return new(all == 0 ? 0 : (double)shared / all, wanted == 0 ? 1 : (double)shared / wanted);
    }

    private static Dictionary<string, int> Words(string text)
    {
        var words = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : ' ';
            var isSign = c is >= '\u3040' and <= '\u9FFF';
            if (!isSign && (char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark))
            {
                if (start < 0) start = i;
                continue;
            }

            if (start >= 0) Add(text[start..i]);
            start = -1;
            if (isSign) Add(c.ToString());
        }

        return words;

        void Add(string word) => words[word] = words.GetValueOrDefault(word) + 1;
    }
}
