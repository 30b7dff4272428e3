namespace Dateline.Replies.Screening;

/// <summary>
/// Finds any of thousands of words in one pass over a text, in time linear in its length (Aho and Corasick, 1975). Words
/// stand between spaces, as in <see cref="MatchText.Line"/>; those of scripts without spaces match anywhere.
/// </summary>
internal sealed class WordAutomaton
{
    private readonly Dictionary<long, int> _next = [];
    private readonly List<int> _fail = [0];

    /// <summary>The pattern that ends at a node, or -1; and the nearest node by failure at which another one ends.</summary>
    private readonly List<int> _ends = [-1];
    private readonly List<int> _further = [0];

    /// <param name="patterns">As they stand in the text, spaces included; their index is what <see cref="Find"/> answers with.</param>
    public WordAutomaton(IReadOnlyList<string> patterns)
    {
        var children = new List<List<(char Letter, int Node)>> { new() };
        for (var pattern = 0; pattern < patterns.Count; pattern++)
        {
            var node = 0;
            foreach (var letter in patterns[pattern])
            {
                if (!_next.TryGetValue(Edge(node, letter), out var child))
                {
                    child = _fail.Count;
                    _next[Edge(node, letter)] = child;
                    children[node].Add((letter, child));
                    children.Add([]);
                    _fail.Add(0);
                    _ends.Add(-1);
                    _further.Add(0);
                }
                node = child;
            }
            if (node != 0) _ends[node] = pattern;
        }
        var queue = new Queue<int>(children[0].Select(child => child.Node));
        while (queue.TryDequeue(out var node))
        {
            foreach (var (letter, child) in children[node])
            {
                _fail[child] = Step(_fail[node], letter);
                _further[child] = _ends[_fail[child]] >= 0 ? _fail[child] : _further[_fail[child]];
                queue.Enqueue(child);
            }
        }
    }

    /// <summary>The patterns that occur, each once, at most this many.</summary>
    public IReadOnlyList<int> Find(string text, int most)
    {
        var found = new List<int>();
        var node = 0;
        foreach (var letter in text)
        {
            node = Step(node, letter);
            for (var end = _ends[node] >= 0 ? node : _further[node]; end != 0; end = _further[end])
            {
                if (!found.Contains(_ends[end])) found.Add(_ends[end]);
                if (found.Count >= most) return found;
            }
        }
        return found;
    }

    private int Step(int node, char letter)
    {
        while (true)
        {
            if (_next.TryGetValue(Edge(node, letter), out var next)) return next;
            if (node == 0) return 0;
            node = _fail[node];
        }
    }

    private static long Edge(int node, char letter) => ((long)node << 16) | letter;
}
