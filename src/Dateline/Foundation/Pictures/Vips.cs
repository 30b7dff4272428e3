using NetVips;

namespace Dateline.Foundation.Pictures;

/// <summary>libvips, narrowed before its first use to what strangers' bytes may touch. This holds for the whole process.</summary>
internal static class Vips
{
    private static readonly string[] Loaders =
        ["VipsForeignLoadJpeg", "VipsForeignLoadPng", "VipsForeignLoadWebp", "VipsForeignLoadNsgif", "VipsForeignLoadHeif"];

    // What the library says about a stranger's damaged file belongs into our refusal, not line by line into a log.
    private static readonly Log.LogDelegate Unheard = (_, _, _) => { };

    static Vips()
    {
        Log.SetLogHandler("VIPS", Enums.LogLevelFlags.Warning, Unheard);
        Operation.Block("VipsForeignLoad", true);
        foreach (var loader in Loaders) Operation.Block(loader, false);
        NetVips.NetVips.BlockUntrusted = true; // what its authors say is not hardened stays blocked, even if listed above

        // A cache keyed by operations would keep readers' pictures in memory and never hit.
        Cache.Max = 0;
        Cache.MaxMem = 0;
        Cache.MaxFiles = 0;
        NetVips.NetVips.Concurrency = 1; // the recoder counts its own seats
    }

    /// <summary>Makes sure that the narrowing is done; call before anything else of NetVips.</summary>
    public static string Prepare() => $"{NetVips.NetVips.Version(0)}.{NetVips.NetVips.Version(1)}.{NetVips.NetVips.Version(2)}";

    /// <summary>Computing this image ends with a <see cref="VipsException"/> soon after <paramref name="stop"/>.</summary>
    public static void StopOn(Image image, CancellationToken stop)
    {
        if (stop.IsCancellationRequested) throw new VipsException("stopped");
        image.SetProgress(Unwatched.Only, stop); // without somebody to report to the token is not looked at
    }

    /// <summary>The name under which libvips writes down which loader it chose.</summary>
    public static string LoaderOf(PictureFormat format) => format switch
    {
        PictureFormat.Jpeg => "jpegload",
        PictureFormat.Png => "pngload",
        PictureFormat.WebP => "webpload",
        PictureFormat.Gif => "gifload",
        _ => "heifload",
    };

    private sealed class Unwatched : IProgress<int>
    {
        public static readonly Unwatched Only = new();

        public void Report(int value)
        {
        }
    }
}
