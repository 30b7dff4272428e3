using System.Text;

namespace Dateline.Foundation.Markup;

/// <summary>Reads signs as switches. A sign that could not be closed later, or stands free between spaces, is only itself.</summary>
internal sealed class EditorInlineReader(string text)
{
    private readonly List<Inline> pieces = [];
    private readonly StringBuilder run = new();
    private readonly Dictionary<Marks, int> lastClosers = [];
    private Marks open;
    private LinkTarget? link;
    private int linkEnd = -1;
    private int afterLink;

    public Inlines Read()
    {
        for (var i = 0; i < text.Length; i++) NoteCloser(ref i);
        for (var i = 0; i < text.Length;) i = Take(i);
        EndRun();
        return [.. pieces];
    }

    private int Take(int i)
    {
        var c = text[i];
        if (i == linkEnd)
        {
            EndRun();
            link = null;
            linkEnd = -1;
            return afterLink;
        }
        if (c == '\n')
        {
            EndRun();
            pieces.Add(LineBreak.One);
            return i + 1;
        }
        if (c == '\\' && (i + 1 == text.Length || text[i + 1] == '\n')) return i + 1;       // holds an empty line open
        if (c == '\\' && (char.IsAscii(text[i + 1]) && (char.IsPunctuation(text[i + 1]) || char.IsSymbol(text[i + 1]) || text[i + 1] == ' ')))
        {
            run.Append(text[i + 1]);
            return i + 2;
        }
        if (c == '[' && link is null && FindLink(i)) return i + 1;
        return TakeSigns(i);
    }

    private int TakeSigns(int i)
    {
        foreach (var (character, one, two) in EditorInlines.Signs)
        {
            if (text[i] != character) continue;
            var length = RunLength(i);
            var both = length == 3 && two != Marks.None;
            if (both || length == 2 && two != Marks.None) Switch(two, i, length, 2);
            if (both || length == 1) Switch(one, i, length, 1);
            if (length > 3 || length > 1 && two == Marks.None) run.Append(character, length);
            return i + length;
        }
        run.Append(text[i]);
        return i + 1;
    }

    private void Switch(Marks mark, int i, int length, int width)
    {
        var allowed = open.HasFlag(mark)
            ? CanClose(i)
            : i + length < text.Length && !char.IsWhiteSpace(text[i + length]) && lastClosers.GetValueOrDefault(mark, -1) > i;
        if (!allowed)
        {
            run.Append(text[i], width);
            return;
        }
        EndRun();
        open ^= mark;
    }

    private void NoteCloser(ref int i)
    {
        if (text[i] == '\\')
        {
            i++;
            return;
        }
        foreach (var (character, one, two) in EditorInlines.Signs)
        {
            if (text[i] != character) continue;
            var length = RunLength(i);
            if (CanClose(i))
            {
                if (length is 1 or 3) lastClosers[one] = i;
                if (length is 2 or 3) lastClosers[two] = i;
            }
            i += length - 1;
            return;
        }
    }

    private bool CanClose(int i) => i > 0 && !char.IsWhiteSpace(text[i - 1]);

    private int RunLength(int i)
    {
        var end = i + 1;
        while (end < text.Length && text[end] == text[i]) end++;
        return end - i;
    }

    private bool FindLink(int i)
    {
        var close = i + 1;
        while (close < text.Length && text[close] is not ('[' or ']' or '\n')) close += text[close] == '\\' ? 2 : 1;
        if (close + 1 >= text.Length || text[close] != ']' || text[close + 1] != '(') return false;
        var address = new StringBuilder();
        var brackets = 0;
        for (var at = close + 2; at < text.Length && address.Length <= LinkTarget.MaximumLength && text[at] is not ('\n' or ' '); at++)
        {
            if (text[at] == ')' && brackets-- == 0)
            {
                if (LinkTarget.Parse(address.ToString()) is not { } target) return false;
                EndRun();
                (link, linkEnd, afterLink) = (target, close, at + 1);
                return true;
            }
            // Only an IPv6 host has this in it; elsewhere the next link begins, and this one never ended.
            if (text[at] == '[' && address.Length is not (7 or 8)) return false;
            if (text[at] == '(') brackets++;
            if (text[at] == '\\' && at + 1 < text.Length) at++;
            address.Append(text[at]);
        }
        return false;
    }

    private void EndRun()
    {
        if (run.Length > 0) pieces.Add(new Text(run.ToString(), open, link));
        run.Clear();
    }
}
