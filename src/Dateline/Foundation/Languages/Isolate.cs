using System.Text;

namespace Dateline.Foundation.Languages;

/// <summary>
/// Keeps a name within a sentence to itself (UAX 9, isolates): one that is written from the other side would take the sentence's signs
/// along, and leave its own last stop at the sentence's other end. For plain text and attributes; a page has &lt;bdi&gt; for it, by <see cref="Sentence"/>.
/// </summary>
public static class Isolate
{
    private const char First = '\u2068', Pop = '\u2069';

    /// <summary>Where nothing in it runs the other way than the sentence, it stands as it is: most letters need no signs that nobody sees.</summary>
    public static string In(bool rightToLeft, string name)
    {
        var (right, left) = (false, false);
        foreach (var rune in name.EnumerateRunes())
        {
            if (IsRightToLeft(rune.Value)) right = true;
            else if (Rune.IsLetter(rune)) left = true;
        }
        return (rightToLeft ? left || !right : right) ? $"{First}{name}{Pop}" : name;
    }

    /// <summary>The blocks of the scripts that are written from the right, their digits and signs with them.</summary>
    private static bool IsRightToLeft(int rune) =>
        rune is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
