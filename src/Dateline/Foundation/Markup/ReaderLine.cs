namespace Dateline.Foundation.Markup;

/// <summary>One line of a reply: bare addresses become links that say where they go, *this* and _this_ become emphasis.</summary>
internal static class ReaderLine
{
    private const string ClosingPunctuation = ".,;:!?'\")]}»”’…،؛؟。，、！？：；）」』】*_~";

    public static void Append(InlineBuilder builder, string line)
    {
        var links = Links(line);
        var closers = Closers(line, links);
        var next = 0;
        var plain = 0;
        var closesAt = -1;
        for (var i = 0; i < line.Length; i++)
        {
            if (next < links.Count && links[next].Start == i)
            {
                Flush(i);
                var link = links[next++];
                builder.Append(link.Target.Value, Mark(), link.Target);
                plain = i + link.Target.Value.Length;
                i = plain - 1;
            }
            else if (i == closesAt)
            {
                Flush(i);
                closesAt = -1;
                plain = i + 1;
            }
            else if (closesAt < 0 && Opens(line, i) && closers[i] > 0)
            {
                Flush(i);
                closesAt = closers[i];
                plain = i + 1;
            }
        }
        Flush(line.Length);

        void Flush(int to)
        {
            if (to > plain) builder.Append(line[plain..to], Mark(), withLink: null);
        }

        Marks Mark() => closesAt >= 0 ? Marks.Emphasis : Marks.None;
    }

    private static List<(int Start, LinkTarget Target)> Links(string line)
    {
        var links = new List<(int, LinkTarget)>();
        var from = 0;
        while (from < line.Length && line.IndexOf("http", from, StringComparison.OrdinalIgnoreCase) is >= 0 and var start)
        {
            from = start + 4;
            if (start > 0 && char.IsLetterOrDigit(line[start - 1])) continue;
            var rest = line.AsSpan(start);
            if (!rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) continue;
            var length = 0;
            while (length < rest.Length && length <= LinkTarget.MaximumLength && !char.IsWhiteSpace(rest[length]) && rest[length] is not ('<' or '>' or '"' or '“' or '”' or '«' or '»')) length++;
            if (length > LinkTarget.MaximumLength)
            {
                from = start + length;      // not an address, and not worth looking into for others
                continue;
            }
            if (LinkTarget.Parse(WithoutPunctuation(rest[..length]).ToString()) is not { } target) continue;
            links.Add((start, target));
            from = start + target.Value.Length;
        }
        return links;
    }

    // "(see https://en.example/Bird_(disambiguation))." ends in a bracket of its own and one of the sentence's.
    private static ReadOnlySpan<char> WithoutPunctuation(ReadOnlySpan<char> address)
    {
        var surplus = address.Count(')') - address.Count('(');
        while (address.Length > 0 && ClosingPunctuation.Contains(address[^1], StringComparison.Ordinal))
        {
            if (address[^1] == ')' && surplus-- <= 0) break;
            address = address[..^1];
        }
        return address;
    }

    /// <summary>For every place, where the nearest mark of its kind after it could close an emphasis; found from the right, in one pass.</summary>
    private static int[] Closers(string line, List<(int Start, LinkTarget Target)> links)
    {
        var closers = new int[line.Length];
        int star = 0, bar = 0, link = links.Count - 1;
        for (var i = line.Length - 1; i >= 0; i--)
        {
            while (link >= 0 && links[link].Start > i) link--;
            if (link >= 0 && i < links[link].Start + links[link].Target.Value.Length) continue;
            if (line[i] is not ('*' or '_')) continue;
            closers[i] = line[i] == '*' ? star : bar;
            if (!Closes(line, i)) continue;
            if (line[i] == '*') star = i;
            else bar = i;
        }
        return closers;
    }

    private static bool Opens(string line, int i) => line[i] is '*' or '_'
        && (i == 0 || !IsWord(line[i - 1]) && line[i - 1] != line[i])
        && i + 1 < line.Length && !char.IsWhiteSpace(line[i + 1]) && line[i + 1] != line[i];

    private static bool Closes(string line, int i) =>
        i > 0 && !char.IsWhiteSpace(line[i - 1]) && line[i - 1] != line[i]
        && (i + 1 == line.Length || !IsWord(line[i + 1]) && line[i + 1] != line[i]);

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);
}
