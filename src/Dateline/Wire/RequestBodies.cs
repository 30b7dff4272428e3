using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace Dateline.Wire;

/// <summary>
/// The bodies of documents sent to us: held whole, because a signature is known only at the end, and therefore bounded in
/// size, in number, in time, and in number from one place, so that nobody keeps the others out.
/// </summary>
internal sealed class RequestBodies : IDisposable
{
    public const int MostBytes = 16 << 20;
    private const int MostAtOnce = 16;
    private const int MostFromOnePlace = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan TimeLimit = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim _turns = new(MostAtOnce);
    private readonly ConcurrentDictionary<IPAddress, int> _places = new();

    /// <summary>A turn to hold a body; null: too many are being received.</summary>
    public async Task<IDisposable?> Turn(HttpContext http)
    {
        var from = http.Connection.RemoteIpAddress ?? IPAddress.None;
        if (_places.AddOrUpdate(from, 1, (_, count) => count + 1) <= MostFromOnePlace && await _turns.WaitAsync(Patience, http.RequestAborted))
            return new Held(() =>
            {
                _turns.Release();
                Leave(from);
            });
        Leave(from);
        return null;
    }

    /// <summary>Null: it is too large.</summary>
    /// <exception cref="BadHttpRequestException">It came too slowly.</exception>
    public static async Task<byte[]?> Read(HttpContext http)
    {
        if (http.Request.ContentLength > MostBytes) return null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null; // counted here, to be answered in our words
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        limit.CancelAfter(TimeLimit);
        using var whole = new MemoryStream();
        var buffer = new byte[32 << 10];
        try
        {
            for (int read; (read = await http.Request.Body.ReadAsync(buffer, limit.Token)) > 0;)
            {
                if (whole.Length + read > MostBytes) return null;
                whole.Write(buffer, 0, read);
            }
        }
        catch (OperationCanceledException slow) when (!http.RequestAborted.IsCancellationRequested)
        {
            throw new BadHttpRequestException("Too slow.", StatusCodes.Status408RequestTimeout, slow);
        }
        return whole.ToArray();
    }

    public void Dispose() => _turns.Dispose();

    private void Leave(IPAddress from)
    {
        // Whoever makes it nought takes it away; whoever comes in between finds another number, and it stays.
        if (_places.AddOrUpdate(from, 0, (_, count) => count - 1) <= 0) _places.TryRemove(KeyValuePair.Create(from, 0));
    }

    private sealed class Held(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
