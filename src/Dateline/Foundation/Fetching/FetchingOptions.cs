using System.Net;

namespace Dateline.Foundation.Fetching;

/// <summary>What holds for every fetch of this process. A request can ask for tighter or wider limits.</summary>
internal sealed record FetchingOptions
{
    /// <summary>Where a webmaster who sees us in a log finds out who we are.</summary>
    public Uri? PublicUrl { get; init; }

    public string Version { get; init; } = typeof(FetchingOptions).Assembly.GetName().Version?.ToString(3) ?? "0";

    public string UserAgent => PublicUrl is null ? $"Dateline/{Version}" : $"Dateline/{Version} (+{PublicUrl.GetLeftPart(UriPartial.Path)})";

    /// <summary>The body after unpacking.</summary>
    public long MaxBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>From the first byte asked to the last byte read, redirects included, waiting for our own queue excluded.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(60);

    public TimeSpan ConnectLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest silence within a body.</summary>
    public TimeSpan IdleLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>After <see cref="ThroughputGrace"/> of waiting, a body slower than this on average is given up.</summary>
    public int MinBytesPerSecond { get; init; } = 128;

    public TimeSpan ThroughputGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many times larger than its packed form a body may be; real feeds stay under 30.</summary>
    public int MaxUnpackingRatio { get; init; } = 200;

    public int MaxRedirects { get; init; } = 8;

    public int MaxHeaderKilobytes { get; init; } = 32;

    /// <summary>Fetches under way in the whole process.</summary>
    public int MaxConcurrent { get; init; } = 32;

    public int MaxConcurrentPerHost { get; init; } = 2;

    /// <summary>Fetches that may wait for one host before more are turned away.</summary>
    public int MaxWaitingPerHost { get; init; } = 200;

    /// <summary>From the start of one fetch to the start of the next on one host. Allowed private hosts know no gap.</summary>
    public TimeSpan HostGap { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>A host can't send us away for longer than this, whatever its Retry-After says.</summary>
    public TimeSpan MaxRetryAfter { get; init; } = TimeSpan.FromHours(24);

    /// <summary>All addresses of a name. Each is checked, whoever resolved it.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Opens a connection to an address that passed the check.</summary>
    public Func<IPEndPoint, CancellationToken, ValueTask<Stream>> Dial { get; init; } = GuardedDialer.DialTcpAsync;
}
