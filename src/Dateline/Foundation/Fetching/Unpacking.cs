using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Dateline.Foundation.Fetching;

/// <summary>Content codings of RFC 9110, section 8.4.1, unpacked here and not in the HTTP stack so that limits apply on both sides.</summary>
internal static class Unpacking
{
    public const string Accepted = "gzip, deflate, br";

    // By default .NET takes a cut-off gzip or brotli stream for a complete one: half a feed would pass for a whole one.
    // The switch is read once by the first stream of the process, hence before any other code of this program.
    [ModuleInitializer]
    internal static void RefuseCutOffStreams() => AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);

    /// <summary>The unpacked view, or null for a coding nobody asked for.</summary>
    public static Stream? Open(IReadOnlyCollection<string> codings, Stream wire)
    {
        var named = codings.SelectMany(line => line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Where(IsCoding).ToArray();
        return named switch
        {
            [] => wire,
            [var one] => one.ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" => new GZipStream(wire, CompressionMode.Decompress),
                "br" => new BrotliStream(wire, CompressionMode.Decompress),
                "deflate" => new DeflateOrZlib(wire),
                _ => null,
            },
            _ => null, // stacked codings are legal, and in practice only met in attacks
        };
    }

    // Servers that write the charset into Content-Encoding exist; the body is plain then.
    private static bool IsCoding(string name) =>
        !name.Equals("identity", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("none", StringComparison.OrdinalIgnoreCase)
        && !name.Equals("utf-8", StringComparison.OrdinalIgnoreCase);

    /// <summary>"deflate" means zlib (RFC 1950); some servers send bare deflate (RFC 1951). The first two bytes tell.</summary>
    private sealed class DeflateOrZlib(Stream wire) : AsyncReadStream
    {
        private Stream? _unpacked;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_unpacked is null)
            {
                var first = new byte[2];
                var read = await wire.ReadAtLeastAsync(first, 2, throwOnEndOfStream: false, cancellationToken);
                var whole = new Rejoined(first.AsMemory(0, read), wire);
                var zlib = read == 2 && (first[0] & 0x0f) == 8 && ((first[0] << 8) | first[1]) % 31 == 0; // RFC 1950, section 2.2
                _unpacked = zlib ? new ZLibStream(whole, CompressionMode.Decompress) : new DeflateStream(whole, CompressionMode.Decompress);
            }

            return await _unpacked.ReadAsync(buffer, cancellationToken);
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) _unpacked?.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Rejoined(ReadOnlyMemory<byte> first, Stream rest) : AsyncReadStream
    {
        private ReadOnlyMemory<byte> _first = first;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_first.IsEmpty) return await rest.ReadAsync(buffer, cancellationToken);
            var taken = Math.Min(buffer.Length, _first.Length);
            _first[..taken].CopyTo(buffer);
            _first = _first[taken..];
            return taken;
        }
    }
}
