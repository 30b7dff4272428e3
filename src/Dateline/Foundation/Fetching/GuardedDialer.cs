using System.Net;
using System.Net.Sockets;

namespace Dateline.Foundation.Fetching;

/// <summary>
/// Resolves once, checks every address, and connects to one of the checked addresses, never to the name:
/// a second, different answer of the name server (DNS rebinding) has no one to ask for it.
/// </summary>
internal sealed class GuardedDialer(FetchingOptions options, bool allowPrivate)
{
    private const int MaxTries = 6;

    // When a first address is a black hole the next gets its turn well within the time limit (RFC 8305 in small).
    private static readonly TimeSpan FirstTry = TimeSpan.FromSeconds(4);

    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel) => DialAsync(context.DnsEndPoint.Host, context.DnsEndPoint.Port, cancel);

    /// <summary>The addresses of a host, each of which may be reached.</summary>
    /// <exception cref="FetchException">One of them may not, or there is none.</exception>
    public async ValueTask<IReadOnlyList<IPAddress>> CheckAsync(string host, CancellationToken cancel)
    {
        var addresses = await ResolveAsync(host, cancel);
        foreach (var address in addresses)
            if (Refuse(address, host) is { } refusal) throw new FetchException(refusal);
        return addresses;
    }

    /// <summary>A line to one of the checked addresses.</summary>
    /// <exception cref="FetchException">Not to be reached.</exception>
    public async ValueTask<Stream> DialAsync(string host, int port, CancellationToken cancel)
    {
        var addresses = await CheckAsync(host, cancel);

        SocketException? last = null;
        var tries = Math.Min(addresses.Count, MaxTries);
        for (var i = 0; i < tries; i++)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            if (i < tries - 1) patience.CancelAfter(FirstTry);
            try
            {
                return await options.Dial(new IPEndPoint(addresses[i], port), patience.Token);
            }
            catch (SocketException failed)
            {
                last = failed;
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                last ??= new SocketException((int)SocketError.TimedOut);
            }
        }

        throw new FetchException(Failures.NotConnected(host, last!.SocketErrorCode), last);
    }

    public static async ValueTask<Stream> DialTcpAsync(IPEndPoint place, CancellationToken cancel)
    {
        var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(place, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private FetchFailure? Refuse(IPAddress address, string host) => AddressRules.Reach(address) switch
    {
        AddressReach.Public => null,
        AddressReach.Private when allowPrivate => null,
        AddressReach.Private => new(FetchFailureKind.PrivateAddress,
            $"{host} leads to an address inside a private network, which this source is not allowed to reach."),
        _ => new(FetchFailureKind.PrivateAddress, $"{host} leads to an address that is not part of the public internet."),
    };

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancel)
    {
        if (IPAddress.TryParse(host.TrimEnd('.'), out var literal)) return [literal];
        try
        {
            // WaitAsync: the system's resolver does not listen to tokens while it waits for a name server.
            var found = await options.Resolve(host, cancel).WaitAsync(cancel);
            if (found.Length > 0) return found;
        }
        catch (SocketException unknown)
        {
            throw new FetchException(Failures.NotResolved(host), unknown);
        }

        throw new FetchException(Failures.NotResolved(host));
    }
}
