using System.Buffers;
using System.Text;

namespace Dateline.Formats.Telegraph;

/// <summary>
/// Cuts a stream into messages: at SOH, after EOT, and, for senders who lost the control characters, at a line that
/// only a head can be.
/// </summary>
internal sealed class TelegraphCutter
{
    private const int LongestHead = 240;

    // A head may be preceded by a line of its own ("ZCZC…") or have two; no message is as short.
    private const int FewestLines = 4;

    private static readonly SearchValues<byte> Marks = SearchValues.Create([0x01, 0x04, (byte)'\n', (byte)'\r']);

    private int looked;
    private int lines;
    private bool started;

    /// <summary>The length of the message at the start of the bytes; 0 while its end is not among them.</summary>
    public int Next(ReadOnlySpan<byte> bytes, bool final)
    {
        while (looked < bytes.Length)
        {
            var next = bytes[looked..].IndexOfAny(Marks);
            if (next < 0) break;
            var at = looked + next;
            var mark = bytes[at];
            if (mark is (byte)'\n' or (byte)'\r')
            {
                // Whether a line is a head can be seen when it and the one below are there.
                if (!final && bytes.Length - at < LongestHead) return 0;
                started |= bytes[looked..at].ContainsAnyExceptInRange((byte)0, (byte)' ');
                looked = at + 1;
                if (started && ++lines > FewestLines && IsHead(bytes[looked..Math.Min(bytes.Length, looked + LongestHead)])) return Cut(looked);
                continue;
            }

            looked = at + 1;
            if (mark == 0x04 && started) return Cut(looked);
            if (mark != 0x01) continue;
            if (started) return Cut(at);
            started = true;
        }

        looked = bytes.Length;
        if (!started && looked > 0) started = true;
        return final ? Cut(bytes.Length) : 0;
    }

    public void Forget(bool inMessage = false) => (looked, lines, started) = (0, 0, inMessage);

    private int Cut(int length)
    {
        Forget();
        return length;
    }

    private bool IsHead(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("^A"u8)) line = line[2..];
        if (line.Length < 5 || !(char.IsAsciiLetter((char)line[0]))) return false;
        if (line.StartsWith("ZCZC"u8)) return true;

        // Cheap first: few lines of a text begin with letters and digits in one word, or letters and then digits.
        var word = line[..Math.Min(line.Length, 16)];
        if (word.IndexOfAnyInRange((byte)'0', (byte)'9') < 0) return false;
        return TelegraphHead.Read(Encoding.Latin1.GetString(line)) is not null;
    }
}
