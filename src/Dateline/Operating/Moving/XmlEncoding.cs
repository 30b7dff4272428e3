using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Dateline.Operating.Moving;

/// <summary>
/// The encoding of an XML file: its mark, else what it declares (XML 1.0, section 4.3.3 and appendix F), else UTF-8. Bytes that are no letter
/// of it are counted, and read as U+FFFD.
/// </summary>
internal sealed partial class XmlEncoding
{
    private const int Reach = 1_024;
    private readonly Strays _strays = new();

    private XmlEncoding(Encoding encoding, int mark)
    {
        Encoding = (Encoding)encoding.Clone();
        Encoding.DecoderFallback = _strays;
        MarkLength = mark;
    }

    public Encoding Encoding { get; }

    /// <summary>Bytes before the first letter.</summary>
    public int MarkLength { get; }

    /// <summary>How many runs of bytes were no letter so far.</summary>
    public int Unread => _strays.Count;

    /// <summary>Looks at the head of the stream and leaves it where it was. Throws for a name that nobody knows.</summary>
    public static XmlEncoding Of(Stream stream)
    {
        Span<byte> head = stackalloc byte[Reach];
        var start = stream.Position;
        head = head[..stream.ReadAtLeast(head, Reach, throwOnEndOfStream: false)];
        stream.Position = start;
        return head switch
        {
            [0xEF, 0xBB, 0xBF, ..] => new(Encoding.UTF8, 3),
            [0xFF, 0xFE, ..] => new(Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => new(Encoding.BigEndianUnicode, 2),
            [(byte)'<', 0, ..] => new(Encoding.Unicode, 0),
            [0, (byte)'<', ..] => new(Encoding.BigEndianUnicode, 0),
            _ => Declaration().Match(Encoding.Latin1.GetString(head)) is { Success: true, Groups: var found } ? new(Named(found["name"].Value), 0) : new(Encoding.UTF8, 0),
        };
    }

    private static Encoding Named(string name)
    {
        if (name.Equals("iso-8859-1", StringComparison.OrdinalIgnoreCase)) name = "windows-1252"; // its control characters are in no text (WHATWG Encoding, section 4.2)
        if (name.StartsWith("utf-16", StringComparison.OrdinalIgnoreCase)) return Encoding.UTF8; // it would have shown: somebody transcoded the file and not its declaration
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            throw new XmlException($"It is written in an encoding that isn't known here: {name}.", failure);
        }
    }

    [GeneratedRegex("""^\s*<\?xml\s[^>]*?encoding\s*=\s*["'](?<name>[A-Za-z][A-Za-z0-9._-]*)["']""", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Declaration();

    private sealed class Strays : DecoderFallback
    {
        public int Count { get; private set; }

        public override int MaxCharCount => 1;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Sign(this);

        private sealed class Sign(Strays strays) : DecoderFallbackBuffer
        {
            private bool _waits;

            public override int Remaining => _waits ? 1 : 0;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                strays.Count++;
                return _waits = true;
            }

            public override char GetNextChar()
            {
                if (!_waits) return '\0';
                _waits = false;
                return '\uFFFD';
            }

            public override bool MovePrevious() => false;

            public override void Reset() => _waits = false;
        }
    }
}
