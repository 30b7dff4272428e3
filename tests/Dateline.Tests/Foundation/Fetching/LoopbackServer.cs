using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dateline.Tests.Foundation.Fetching;

/// <summary>What a client sent: the request line's parts, its headers by lower-case name, and the body.</summary>
internal sealed record Asked(string Method, string Path, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? this[string header] => Headers.GetValueOrDefault(header);
}

/// <summary>A real server on loopback that speaks HTTP by hand, so that it can speak it badly.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<Asked, Stream, CancellationToken, Task> _answer;
    private readonly Func<Stream, Task<Stream>>? _wrap;
    private readonly Task _accepting;
    private readonly ConcurrentBag<Task> _guests = [];

    public LoopbackServer(Func<Asked, Stream, CancellationToken, Task> answer, Func<Stream, Task<Stream>>? wrap = null)
    {
        (_answer, _wrap) = (answer, wrap);
        _listener.Start();
        EndPoint = (IPEndPoint)_listener.LocalEndpoint;
        _accepting = AcceptAsync();
    }

    public LoopbackServer(Func<Asked, byte[]> answer)
        : this((asked, wire, cancel) => wire.WriteAsync(answer(asked), cancel).AsTask())
    {
    }

    public IPEndPoint EndPoint { get; }

    public ConcurrentQueue<Asked> Requests { get; } = [];

    /// <summary>How many connected, whether or not they asked for anything.</summary>
    public int Guests => _guests.Count;

    public Uri At(string path) => new($"http://127.0.0.1:{EndPoint.Port}{path}");

    public static byte[] Answer(string status, string headers = "", byte[]? body = null)
    {
        var length = headers.Contains("content-length", StringComparison.OrdinalIgnoreCase) ? "" : $"Content-Length: {body?.Length ?? 0}\r\n";
        return [.. Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\n{headers}{length}Connection: close\r\n\r\n"), .. body ?? []];
    }

    public static byte[] Ok(string body, string headers = "") => Answer("200 OK", headers, Encoding.UTF8.GetBytes(body));

    public static byte[] Redirect(string to, string status = "302 Found") => Answer(status, $"Location: {to}\r\n");

    public async ValueTask DisposeAsync()
    {
        if (_stop.IsCancellationRequested) return;
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_guests);
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                _guests.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                Stream wire = client.GetStream();
                if (_wrap is not null) wire = await _wrap(wire);
                if (await ReadAsync(wire) is not { } asked) return;
                Requests.Enqueue(asked);
                await _answer(asked, wire, _stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or System.Security.Authentication.AuthenticationException)
            {
                // The client hung up; that is what many of these tests are about.
            }
        }
    }

    private async Task<Asked?> ReadAsync(Stream wire)
    {
        var seen = new List<byte>();
        var buffer = new byte[4096];
        int end;
        while ((end = Encoding.Latin1.GetString([.. seen]).IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            var read = await wire.ReadAsync(buffer, _stop.Token);
            if (read == 0) return null;
            seen.AddRange(buffer.AsSpan(0, read));
        }

        var lines = Encoding.Latin1.GetString([.. seen], 0, end).Split("\r\n");
        var start = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(part => part[0].ToLowerInvariant(), part => part[1], StringComparer.Ordinal);
        var body = seen.Skip(end + 4).ToList();
        while (headers.TryGetValue("content-length", out var length) && body.Count < int.Parse(length))
        {
            var read = await wire.ReadAsync(buffer, _stop.Token);
            if (read == 0) return null;
            body.AddRange(buffer.AsSpan(0, read));
        }

        return new Asked(start[0], start[1], headers, Encoding.UTF8.GetString([.. body]));
    }
}
