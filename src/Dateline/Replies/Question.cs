using Dateline.Foundation.Markup;

namespace Dateline.Replies;

/// <summary>
/// Whether a reply asks something: a question mark of any script where words of its own end. What it quotes from others doesn't
/// count, nor does the query of an address. Somebody of the newsroom reads it; a question too many costs a look.
/// </summary>
internal static class Question
{
    /// <summary>Latin, Arabic, Chinese and Japanese, Ethiopic, Armenian, and the doubled ones.</summary>
    private const string Marks = "?؟？፧՞⁇⁈⁉";

    public static bool In(Body body) =>
        body.Blocks.OfType<Paragraph>().Any(paragraph => paragraph.Content.OfType<Text>().Any(piece => piece.Link is null && Asks(piece.Value)));

    private static bool Asks(string text)
    {
        // Armenian writes its mark over a vowel, within the word.
        for (var at = 1; at < text.Length; at++)
            if (Marks.Contains(text[at], StringComparison.Ordinal) && (at + 1 == text.Length || text[at] == '՞' || !char.IsLetterOrDigit(text[at + 1]))) return true;
        return false;
    }
}
