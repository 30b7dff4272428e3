using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Dateline.Foundation.Pages;

/// <summary>Our style sheets, scripts and icons: inside the program, under addresses that change with their bytes, kept by browsers for good.</summary>
public static class Asset
{
    private const string Prefix = "assets/";
    private static readonly FrozenDictionary<string, (string Url, CachedPage Page)> ByName = Load();
    private static readonly FrozenDictionary<string, CachedPage> ByUrl = ByName.Values.ToFrozenDictionary(asset => asset.Url, asset => asset.Page);

    /// <summary>The address of an asset by its file's name.</summary>
    public static string Url(string name) => ByName[name].Url;

    public static void MapAssets(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/assets/{name}", ["GET", "HEAD"], (string name) =>
            ByUrl.TryGetValue($"/{Prefix}{name}", out var page) || (page = OfOtherVersion(name)) is not null ? new PageResult(page) : Results.NotFound()).AllowAnonymous();

    /// <summary>A page from a node of another version asks for another hash while a cluster is upgraded: it gets what we have, not for good.</summary>
    private static CachedPage? OfOtherVersion(string name) =>
        name.Split('.') is [var start, _, var end] && ByName.TryGetValue($"{start}.{end}", out var asset)
            ? new CachedPage(asset.Page.Page with { CacheControl = "no-cache" }, asset.Page.Subjects) : null;

    private static FrozenDictionary<string, (string, CachedPage)> Load()
    {
        var program = typeof(Asset).Assembly;
        var assets = new Dictionary<string, (string, CachedPage)>(StringComparer.Ordinal);
        foreach (var resource in program.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var stream = program.GetManifestResourceStream(resource)!;
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var name = resource[Prefix.Length..];
            var hash = Base64Url.EncodeToString(SHA256.HashData(bytes).AsSpan(0, 9));
            var url = $"/assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}";
            var type = Path.GetExtension(name) switch
            {
                ".css" => "text/css; charset=utf-8",
                ".js" => "text/javascript; charset=utf-8",
                ".svg" => "image/svg+xml",
                ".png" => "image/png",
                _ => "application/octet-stream",
            };
            assets[name] = (url, new CachedPage(new RenderedPage(200, type, bytes) { CacheControl = "public, max-age=31536000, immutable" }, new HashSet<string>()));
        }
        return assets.ToFrozenDictionary();
    }
}
