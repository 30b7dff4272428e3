using System.Text;
using Dateline.Foundation.Markup;

namespace Dateline.Replies.Screening;

/// <summary>
/// Puts the words of a run together, such as "zz-casino" and "zz.casino", while a text is split. A hyphen binds closer than a dot: of
/// "www.zz-casino.example" also the middle is one. Never a part of what hyphens hold together, where words of the list may lie by chance.
/// </summary>
internal sealed class WordRuns(IReadOnlyList<string> words)
{
    private readonly List<string> _all = [];
    private int _hyphens, _dots, _count;
    private (int, int) _last;

    public IReadOnlyList<string> All => _all;

    /// <summary>A word may have ended at this sign.</summary>
    /// <param name="isBorder">A sentence ends at the dot: "he took the pen.Is it his?"</param>
    public void End(Rune sign, bool isBorder)
    {
        var binds = words.Count > _count;
        _count = words.Count;
        var isDot = sign.Value == '.';
        if (binds && IsHyphen(sign)) return;
        Take(ref _hyphens);
        if (!binds || !isDot || isBorder) Take(ref _dots);
    }

    private void Take(ref int from)
    {
        var (start, end) = (from, words.Count);
        from = end;
        if ((start, end) == _last || end - start < 2) return;
        var pieces = words.Skip(start).ToList();
        // Initials are looked at by themselves; where no spaces stand between words, a run is a whole sentence.
        if (pieces.All(piece => piece.Length == 1) || pieces.Sum(piece => piece.Length) > MatchText.LongestWord || pieces.Any(piece => piece.EnumerateRunes().Any(Folding.IsCjk))) return;
        _last = (start, end);
        _all.Add(string.Concat(pieces));
    }

    private static bool IsHyphen(Rune sign) => sign.Value is '-' or '\u2010' or '_' or '*' or '\u00B7' or '\u2022' or '\u2027';
}
