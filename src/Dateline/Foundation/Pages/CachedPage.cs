using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Primitives;

namespace Dateline.Foundation.Pages;

public enum ContentCoding
{
    Identity,
    Gzip,
    Brotli,
}

/// <summary>
/// A page kept ready to send: the bytes of each encoding (made when first asked for) with their strong ETag, and
/// the headers, prepared once.
/// </summary>
public sealed class CachedPage
{
    private static readonly StringValues VaryEncoding = "Accept-Encoding";
    private static readonly StringValues AlwaysAsk = "max-age=0, must-revalidate";
    private readonly Lazy<Variant>[] _variants; // made when first asked for: a part of a page never is

    public CachedPage(RenderedPage page, IReadOnlySet<string> subjects)
    {
        Page = page;
        Subjects = subjects;
        CacheControl = page.CacheControl is { } own ? own : AlwaysAsk;
        var compressible = page.Body.Length > 400 && (page.ContentType.StartsWith("text/", StringComparison.Ordinal) || page.ContentType.Contains("json", StringComparison.Ordinal) || page.ContentType.Contains("xml", StringComparison.Ordinal));
        var tag = new Lazy<string>(() => Base64Url.EncodeToString(SHA256.HashData(page.Body).AsSpan(0, 12)));
        _variants =
        [
            new(() => new Variant(page.Body, default, $"\"{tag.Value}\"")),
            new(() => compressible ? new Variant(Gzip(page.Body), "gzip", $"\"{tag.Value}-gz\"") : _variants![0].Value),
            new(() => compressible ? new Variant(Brotli(page.Body), "br", $"\"{tag.Value}-br\"") : _variants![0].Value),
        ];
    }

    public RenderedPage Page { get; }

    public IReadOnlySet<string> Subjects { get; }

    public StringValues CacheControl { get; }

    public StringValues Vary => VaryEncoding;

    /// <summary>When it was last served, in milliseconds of the machine's running time; the eldest goes first.</summary>
    public long UsedAt { get; set; }

    /// <summary>What it may come to with all its encodings and bookkeeping.</summary>
    public long Weight => Page.Body.Length * 3 / 2 + 1_024 + Subjects.Count * 160;

    public Variant In(ContentCoding encoding) => _variants[(int)encoding].Value;

    private static byte[] Gzip(byte[] body)
    {
        using var packed = new MemoryStream(body.Length / 3);
        using (var stream = new GZipStream(packed, CompressionLevel.Optimal)) stream.Write(body);
        return packed.ToArray();
    }

    private static byte[] Brotli(byte[] body)
    {
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(body.Length)];
        return BrotliEncoder.TryCompress(body, packed, out var length, quality: 6, window: 20) ? packed[..length] : throw new InvalidDataException("Brotli refused a page.");
    }

    public sealed record Variant(byte[] Bytes, StringValues ContentEncoding, StringValues ETag);
}
