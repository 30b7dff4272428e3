using System.Buffers;

namespace Dateline.Formats.Json;

/// <summary>Looks for the end of the JSON value at the start of a growing text, and remembers how far it has looked.</summary>
internal struct JsonExtent
{
    private static readonly SearchValues<char> PrimitiveEnds = SearchValues.Create(",}] \t\r\n");

    private int depth;
    private bool inString;

    /// <summary>Everything before this has been looked at.</summary>
    public int At { get; private set; }

    public void Forget(int length) => At = Math.Max(0, At - length);

    public bool TryFind(ReadOnlySpan<char> text, out int length)
    {
        length = 0;
        if (depth == 0 && !inString && At == 0 && text.Length > 0 && text[0] is not ('"' or '{' or '['))
        {
            length = text.IndexOfAny(PrimitiveEnds);
            return length >= 0;
        }

        while (At < text.Length)
        {
            if (inString)
            {
                if (!TryLeaveString(text)) return false;
                if (depth > 0) continue;
                length = At;
                return true;
            }

            var next = text[At..].IndexOfAny("\"{}[]");
            if (next < 0)
            {
                At = text.Length;
                return false;
            }

            At += next + 1;
            switch (text[At - 1])
            {
                case '"':
                    inString = true;
                    break;
                case '{' or '[':
                    depth++;
                    break;
                default:
                    if (--depth > 0) break;
                    length = At;
                    return true;
            }
        }

        return false;
    }

    private bool TryLeaveString(ReadOnlySpan<char> text)
    {
        while (true)
        {
            var next = text[At..].IndexOfAny('"', '\\');
            if (next < 0)
            {
                At = text.Length;
                return false;
            }

            if (text[At + next] == '"')
            {
                At += next + 1;
                inString = false;
                return true;
            }

            if (At + next + 1 >= text.Length)
            {
                At += next;
                return false;
            }

            At += next + 2;
        }
    }
}
