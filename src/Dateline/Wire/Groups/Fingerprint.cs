using System.Runtime.InteropServices;
using Dateline.Formats;

namespace Dateline.Wire.Groups;

/// <summary>
/// What an item's text leaves in memory to be known again by. Its shingles are all runs of three words; its traces are what
/// others are found by: the least shingle in each of eight bins (MinHash by one permutation, bands of one), its passages, its
/// foremost facts, its whole text and its headline at its source. All of it is the same for the same text on every machine.
/// </summary>
internal sealed class Fingerprint
{
    public const int LongestWords = 4_000;

    /// <summary>A text with fewer words, headline included, is compared with nothing.</summary>
    public const int FewestWords = 12;

    /// <summary>With fewer words it is known only by being the same, headline included: a short text is all formula.</summary>
    public const int Short = 40;

    private const int BinBits = 3;
    private const int FactTraces = 10;

    /// <summary>In a script without capitals most of what may be a name is none: more must be kept until one is.</summary>
    private const int UncasedTraces = 24;
    private const int PassageTraces = 8;
    private const int PassageWords = 4;

    /// <summary>So many facts are looked up, to learn whether they are everyday ones.</summary>
    private const int FactsAsked = 24;

    /// <summary>Nearly every word of a script without capitals turns out to be an everyday one: its names stand far behind.</summary>
    private const int UncasedAsked = 100;

    /// <summary>The beginning: the first passage, and the second where that is short. Background never stands there.</summary>
    private const int ShortLead = 40;
    private const int LongestLead = 80;

    private readonly List<Fact> _facts;

    private Fingerprint(int words, ulong exact, List<Fact> facts, uint[][] parts, Trace[] traces) =>
        (Words, Exact, _facts, Parts, Traces, MostFacts) = (words, exact, facts, parts, traces, IsUncased(facts) ? UncasedTraces : FactTraces);

    public int Words { get; }

    /// <summary>The whole text, word by word.</summary>
    public ulong Exact { get; }

    /// <summary>The shingles passage by passage: what is background is told by passages.</summary>
    public uint[][] Parts { get; }

    /// <summary>All shingles but those of some passages, sorted, each once.</summary>
    public uint[] Shingles(ICollection<int> without) => Sorted.Distinct([.. Parts.Where((_, n) => !without.Contains(n)).SelectMany(part => part)]);

    /// <summary>Names and numbers that stand not only in some passages, sorted; see <see cref="Facts"/> for their bits.</summary>
    public uint[] Facts(ICollection<int> without)
    {
        var hidden = 0UL;
        foreach (var part in without) hidden |= 1UL << Math.Min(part, 63);
        return [.. _facts.Where(fact => (fact.Parts & ~hidden) != 0).Select(fact => Groups.Facts.Bits(fact.Hash, fact.Kind != WordKind.Uncased, fact.InLead)).Order()];
    }

    /// <summary>The shingles of its beginning, sorted.</summary>
    public uint[] Lead() => Sorted.Distinct([.. (Parts.Length > 1 && Parts[0].Length < ShortLead ? Parts[0].Concat(Parts[1]) : Parts.FirstOrDefault() ?? []).Take(LongestLead)]);

    public Trace[] Traces { get; }

    /// <summary>By so many of its facts others find it: the foremost that aren't everyday ones.</summary>
    public int MostFacts { get; }

    /// <summary>Null when there is too little text to know anything by.</summary>
    public static Fingerprint? Of(NewsItem news, Guid source)
    {
        var passages = Passages.Of(news);
        var rented = System.Buffers.ArrayPool<WireWord>.Shared.Rent(LongestWords);
        try
        {
            var words = rented.AsSpan(0, LongestWords);
            var count = 0;
            var ends = new List<int>(passages.Count);
            foreach (var passage in passages)
            {
                count += WireWords.Read(passage, words[count..]);
                ends.Add(count);
            }
            Span<WireWord> headline = stackalloc WireWord[40];
            headline = headline[..WireWords.Read(news.Headline, headline)];
            if (count < Short)
            {
                // Too little to stand for itself: the headline is part of what is said.
                var room = Math.Min(headline.Length, words.Length - count);
                words[..count].CopyTo(words[room..]);
                headline[..room].CopyTo(words);
                count += room;
                for (var i = 0; i < ends.Count; i++) ends[i] += room;
            }
            return count < FewestWords ? null : Make(words[..count], ends, headline, source);
        }
        finally
        {
            System.Buffers.ArrayPool<WireWord>.Shared.Return(rented);
        }
    }

    private static Fingerprint Make(ReadOnlySpan<WireWord> words, List<int> ends, ReadOnlySpan<WireWord> headline, Guid source)
    {
        var exact = Mixing.Start;
        foreach (var word in words) exact = Mixing.Add(exact, word.Hash);
        exact = Mixing.Last(exact);

        Span<ulong> least = stackalloc ulong[1 << BinBits];
        least.Fill(ulong.MaxValue);
        // None reaches over the end of a passage: what stands around a passage says nothing about it.
        var parts = new uint[ends.Count][];
        for (int i = 0, from = 0; i < ends.Count; from = ends[i++])
        {
            var part = parts[i] = new uint[Math.Max(0, ends[i] - from - 2)];
            for (var n = 0; n < part.Length; n++)
            {
                var shingle = Mixing.Last((words[from + n].Hash * 3) ^ ulong.RotateLeft(words[from + n + 1].Hash, 21) ^ ulong.RotateLeft(words[from + n + 2].Hash, 42));
                part[n] = (uint)shingle;
                ref var bin = ref least[(int)(shingle >> (64 - BinBits))];
                if (shingle < bin) bin = shingle;
            }
        }

        var facts = FactsOf(words, ends);
        var passages = new ulong[ends.Count];
        for (int i = 0, from = 0; i < ends.Count; from = ends[i++])
        {
            if (ends[i] - from < PassageWords) continue;
            var said = Mixing.Start;
            foreach (var word in words[from..ends[i]]) said = Mixing.Add(said, word.Hash);
            passages[i] = Mixing.Last(said);
        }
        var traces = new List<Trace>(least.Length + FactTraces + 2) { new(TraceKind.Exact, exact) };
        if (headline.Length > 2)
        {
            var said = BitConverter.ToUInt64(source.ToByteArray());
            foreach (var word in headline) said = Mixing.Add(said, word.Hash);
            traces.Add(new Trace(TraceKind.Headline, said));
        }
        if (words.Length >= Short)
        {
            foreach (var shingle in least) if (shingle != ulong.MaxValue) traces.Add(new Trace(TraceKind.Shingle, shingle));
            var kept = passages.Length <= PassageTraces ? ulong.MaxValue : passages.Order().ElementAt(PassageTraces - 1);
            for (var i = 0; i < passages.Length; i++) if (passages[i] != 0) traces.Add(new Trace(TraceKind.Passage, passages[i], passages[i] <= kept) { Part = i });
            foreach (var fact in facts) traces.Add(new Trace(TraceKind.Fact, fact.Hash));
        }
        return new Fingerprint(words.Length, exact, facts, parts, [.. traces]);
    }

    private static List<Fact> FactsOf(ReadOnlySpan<WireWord> words, List<int> ends)
    {
        var facts = new Dictionary<ulong, Fact>();
        var lead = Math.Min(LongestLead, ends.Count > 1 && ends[0] < ShortLead ? ends[1] : ends.Count > 0 ? ends[0] : 0);
        for (int i = 0, part = 0; i < words.Length; i++)
        {
            while (part < ends.Count - 1 && i >= ends[part]) part++;
            if (words[i].Kind == WordKind.Plain) continue;
            ref var fact = ref CollectionsMarshal.GetValueRefOrAddDefault(facts, words[i].Hash, out var known);
            fact = known ? fact with { Times = fact.Times + 1, Parts = fact.Parts | (1UL << Math.Min(part, 63)) } : new Fact(words[i].Hash, words[i].Kind, 1, i < lead, 1UL << Math.Min(part, 63));
        }
        var kept = new List<Fact>(facts.Count);
        foreach (var fact in facts.Values)
            if (fact.Kind != WordKind.Uncased || fact.Times + (fact.InLead ? 1 : 0) >= 2) kept.Add(fact);
        // Said at the beginning, said often; and by the hash, so that two texts choose alike.
        kept.Sort((a, b) => b.Rank != a.Rank ? b.Rank.CompareTo(a.Rank) : a.Hash.CompareTo(b.Hash));
        var most = IsUncased(kept) ? UncasedAsked : FactsAsked;
        if (kept.Count > most) kept.RemoveRange(most, kept.Count - most);
        return kept;
    }

    private static bool IsUncased(List<Fact> facts) => facts.Count(fact => fact.Kind == WordKind.Uncased) * 2 > facts.Count;

    private readonly record struct Fact(ulong Hash, WordKind Kind, int Times, bool InLead, ulong Parts)
    {
        public int Rank => (InLead ? 2 : 0) + (Kind == WordKind.Uncased ? 0 : 3) + Math.Min(Times, 3);
    }
}

internal enum TraceKind
{
    Exact,
    Headline,
    Shingle,
    Passage,
    Fact,
}

/// <summary>One thing an item is found by.</summary>
/// <param name="Kept">Others find it by this one. The rest are only asked after.</param>
internal readonly record struct Trace(TraceKind Kind, ulong Value, bool Kept = true)
{
    /// <summary>Of a passage: which.</summary>
    public int Part { get; init; }

    /// <summary>The kind is part of the key: no fact is ever taken for a shingle.</summary>
    public long Key => (long)Mixing.Last(Value + ((ulong)Kind * Mixing.Start));
}
