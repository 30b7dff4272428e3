using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.Wire;

namespace Dateline.Operating;

/// <summary>Where a partner of the demo lays down what we fetch.</summary>
internal interface IDemoDepot : IAsyncDisposable
{
    /// <summary>True when it stands and somebody was let in, as the agency will be.</summary>
    /// <param name="program">Where the server's program is.</param>
    /// <param name="cancel">Gives up.</param>
    Task<bool> Start(string program, CancellationToken cancel);

    /// <summary>Where all of it lies on the disk.</summary>
    string Folder { get; }

    /// <summary>Of the feed: see <see cref="FeedAddress"/>.</summary>
    string Address { get; }

    /// <summary>host:port, which the feed is explicitly allowed to reach.</summary>
    string Place { get; }

    /// <summary>Gives the feed what belongs to its transport, as the source's page does.</summary>
    Task SetUp(DatelineDb db, Feed feed, FeedSecrets secrets, CancellationToken cancel);

    Task Put(DemoWire wire, NewsItem item, CancellationToken cancel);
}
