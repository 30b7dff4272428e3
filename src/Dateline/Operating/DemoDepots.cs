using System.Collections.Concurrent;

namespace Dateline.Operating;

/// <summary>
/// The servers from which the demo fetches, as far as their programs are installed. They are real ones: what the demo shows of mailboxes
/// and SFTP is what somebody's own servers will do.
/// </summary>
internal sealed class DemoDepots : IAsyncDisposable
{
    private readonly ConcurrentDictionary<DemoWay, IDemoDepot> _open = new();
    private readonly ConcurrentQueue<string> _missing = new();

    private sealed record Kind(DemoWay Way, string Name, string Program, string Package, Func<DemoServer, IDemoDepot> Depot);

    private static readonly IReadOnlyList<Kind> Kinds =
    [
        new(DemoWay.Mail, "mail", "dovecot", "dovecot-imapd", server => new DemoMailDepot(server)),
        new(DemoWay.Sftp, "SFTP", "sshd", "openssh-server", server => new DemoFileDepot(server)),
    ];

    /// <summary>A sentence for each that isn't there.</summary>
    public IReadOnlyCollection<string> Missing => _missing;

    /// <summary>How news can come.</summary>
    public IReadOnlySet<DemoWay> Ways => _open.Keys.ToHashSet();

    /// <summary>None: for worlds in which all comes by HTTP and by folder.</summary>
    public static DemoDepots None => new();

    public static Task<DemoDepots> Open(CancellationToken cancel) => Open(DemoServer.Find, cancel);

    /// <param name="find">Where a program is; null: it isn't installed.</param>
    /// <param name="cancel">Gives up; nothing runs then.</param>
    public static async Task<DemoDepots> Open(Func<string, string?> find, CancellationToken cancel)
    {
        var depots = new DemoDepots();
        try
        {
            await Task.WhenAll(Kinds.Select(kind => depots.Open(kind, find(kind.Program), cancel)));
            return depots;
        }
        catch
        {
            await depots.DisposeAsync();
            throw;
        }
    }

    private async Task Open(Kind kind, string? program, CancellationToken cancel)
    {
        if (program is null)
        {
            _missing.Enqueue($"Nothing comes by {kind.Name}: {kind.Program} isn’t installed here (Debian’s package {kind.Package}).");
            return;
        }
        var server = await DemoServer.Prepare(cancel);
        var depot = kind.Depot(server);
        var stands = false;
        try
        {
            stands = await depot.Start(program, cancel);
            if (stands) _open[kind.Way] = depot;
            else _missing.Enqueue($"Nothing comes by {kind.Name}: {kind.Program} doesn’t work here. {server.Said}".TrimEnd());
        }
        finally
        {
            if (!stands) await depot.DisposeAsync();
        }
    }

    public IDemoDepot? For(DemoWire wire) => wire.Way is { } way ? _open.GetValueOrDefault(way) : null;

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_open.Values.Select(depot => depot.DisposeAsync().AsTask()));
    }
}
