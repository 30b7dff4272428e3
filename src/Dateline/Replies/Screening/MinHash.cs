using System.Buffers.Binary;

namespace Dateline.Replies.Screening;

/// <summary>
/// Fingerprints of a text by which nearly the same text is found among many (MinHash with banding; Broder 1997): five bands of
/// three hashes find the candidates by index, sixty-four short hashes tell how alike they are. Similarity is Jaccard's, of the
/// runs of five letters. Keyed, so that they say nothing about a text to whoever reads the table.
/// </summary>
internal sealed class MinHash(AddressVault vault)
{
    private const int Bands = 5;
    private const int RowsOfBand = 3;
    private const int Hashes = 64;
    private const int Run = 5;

    /// <summary>Letters below which texts are alike by chance: "Thank you!".</summary>
    public const int Shortest = 40;
    private const int Longest = 8_000;
    private readonly ulong _key = Convert.ToUInt64(vault.Recognise("near")[..16], 16);

    /// <summary>Null for a text that is too short.</summary>
    public Fingerprint? Of(string line)
    {
        if (line.Length < Shortest) return null;
        Span<ulong> least = stackalloc ulong[Hashes];
        least.Fill(ulong.MaxValue);
        var text = line.AsSpan()[..Math.Min(line.Length, Longest)];
        for (var i = 0; i + Run <= text.Length; i++)
        {
            var shingle = _key;
            foreach (var letter in text.Slice(i, Run)) shingle = Mix(shingle ^ letter);
            // One multiplication per hash: (a + b·row) as in Kirsch and Mitzenmacher, 2006.
            var step = Mix(shingle) | 1;
            var hash = shingle;
            for (var row = 0; row < least.Length; row++, hash += step)
                if (hash < least[row]) least[row] = hash;
        }
        Span<long> bands = stackalloc long[Bands];
        for (var band = 0; band < Bands; band++)
        {
            var hash = (ulong)band + 1;
            foreach (var row in least.Slice(band * RowsOfBand, RowsOfBand)) hash = Mix(hash ^ row);
            bands[band] = unchecked((long)hash);
        }
        var sketch = new byte[Hashes * sizeof(ushort)];
        for (var row = 0; row < Hashes; row++) BinaryPrimitives.WriteUInt16LittleEndian(sketch.AsSpan(row * sizeof(ushort)), unchecked((ushort)Mix(least[row])));
        return new Fingerprint(bands[0], bands[1], bands[2], bands[3], bands[4], sketch);
    }

    /// <summary>Of a text that is too short for that: nothing but the same text has the same.</summary>
    public Fingerprint OfWhole(string line)
    {
        var hash = _key;
        foreach (var letter in line) hash = Mix(hash ^ letter);
        Span<long> bands = stackalloc long[Bands];
        for (var band = 0; band < Bands; band++) bands[band] = unchecked((long)(hash = Mix(hash)));
        var sketch = new byte[Hashes * sizeof(ushort)];
        for (var at = 0; at < sketch.Length; at += sizeof(ulong)) BinaryPrimitives.WriteUInt64LittleEndian(sketch.AsSpan(at), hash = Mix(hash));
        return new Fingerprint(bands[0], bands[1], bands[2], bands[3], bands[4], sketch);
    }

    /// <summary>The share of hashes in common: about the share of runs in common, give or take six hundredths.</summary>
    public static double Likeness(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        if (one.Length != other.Length) return 0;
        var same = 0;
        for (var at = 0; at < one.Length; at += sizeof(ushort))
            if (one.Slice(at, sizeof(ushort)).SequenceEqual(other.Slice(at, sizeof(ushort)))) same++;
        return (double)same / Hashes;
    }

    /// <summary>The finaliser of SplitMix64.</summary>
    private static ulong Mix(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}

/// <summary>Five bands to be found by, and a sketch to be compared with.</summary>
internal sealed record Fingerprint(long A, long B, long C, long D, long E, byte[] Sketch);
