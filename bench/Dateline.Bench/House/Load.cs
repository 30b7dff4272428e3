using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Dateline.Bench.House;

/// <summary>A request as it goes over the wire, and what must come back.</summary>
internal sealed record Ask(string Path, string Headers = "", int Status = 200)
{
    public byte[] Bytes { get; private init; } = Encoding.ASCII.GetBytes($"GET {Path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{Headers}\r\n");

    /// <summary>A plain form, sent as the site's own page sends it.</summary>
    public static Ask Form(string path, IEnumerable<(string Name, string Value)> fields, int status, string headers = "")
    {
        var body = string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"));
        var head = $"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nSec-Fetch-Site: same-origin\r\n{headers}Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {body.Length}\r\n\r\n";
        return new Ask(path, Status: status) { Bytes = Encoding.ASCII.GetBytes(head + body) };
    }
}

/// <summary>
/// A load generator as small as can be, since it shares the cores with what it measures: sockets kept open, one
/// request at a time on each, every answer read to its end and its status looked at.
/// </summary>
internal static class Load
{
    /// <summary>Asks the same again and again; answers in a second.</summary>
    public static async Task<double> Repeat(Uri address, Ask ask, int connections, TimeSpan time)
    {
        using var over = new CancellationTokenSource(time);
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var line = await Line.Open(address);
            var count = 0;
            while (!over.IsCancellationRequested)
            {
                await line.Get(ask);
                count++;
            }
            return count;
        })));
        return counts.Sum() / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Asks each once; how long each took, in milliseconds, and answers in a second.</summary>
    public static async Task<(double PerSecond, List<double> Milliseconds)> Each(Uri address, IReadOnlyList<Ask> asks, int connections)
    {
        var next = -1;
        var watch = Stopwatch.StartNew();
        var times = await Task.WhenAll(Enumerable.Range(0, connections).Select(_ => Task.Run(async () =>
        {
            using var line = await Line.Open(address);
            var mine = new List<double>();
            for (int at; (at = Interlocked.Increment(ref next)) < asks.Count;)
            {
                var began = Stopwatch.GetTimestamp();
                await line.Get(asks[at]);
                mine.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
            return mine;
        })));
        return (asks.Count / watch.Elapsed.TotalSeconds, [.. times.SelectMany(time => time)]);
    }
}

/// <summary>One connection, kept open.</summary>
internal sealed class Line : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private byte[] _buffer = new byte[256 * 1024];

    public static async Task<Line> Open(Uri address)
    {
        var line = new Line();
        await line._socket.ConnectAsync(IPAddress.Loopback, address.Port);
        return line;
    }

    /// <summary>The answer's head and its body, valid until the next.</summary>
    public async Task<(string Head, ReadOnlyMemory<byte> Body)> Read(Ask ask)
    {
        var (head, length) = await Get(ask);
        return (Encoding.ASCII.GetString(_buffer, 0, head), _buffer.AsMemory(head, length));
    }

    /// <summary>Where the body begins, and its length.</summary>
    public async Task<(int Head, int Length)> Get(Ask ask)
    {
        await _socket.SendAsync(ask.Bytes);
        var (filled, head, whole) = (0, 0, int.MaxValue);
        while (filled < whole)
        {
            if (filled == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
            var got = await _socket.ReceiveAsync(_buffer.AsMemory(filled));
            if (got == 0) throw new IOException($"{ask.Path}: the server hung up");
            filled += got;
            if (head != 0 || (head = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) + 4) == 3) { head = head == 3 ? 0 : head; continue; }
            var status = int.Parse(_buffer.AsSpan(9, 3), CultureInfo.InvariantCulture);
            if (ask.Status != 0 && status != ask.Status) throw new IOException($"{ask.Path}: {status}, not {ask.Status}");
            whole = head + Length(_buffer.AsSpan(0, head), status);
        }
        return (head, whole - head);
    }

    private static int Length(ReadOnlySpan<byte> head, int status)
    {
        if (status == 304) return 0;
        var at = head.IndexOf("Content-Length: "u8);
        if (at < 0) throw new IOException("An answer without its length.");
        var from = head[(at + 16)..];
        return int.Parse(from[..from.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
    }

    public void Dispose() => _socket.Dispose();
}
