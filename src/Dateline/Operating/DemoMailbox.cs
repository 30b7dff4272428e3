using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Dateline.Foundation.Pages;
using MimeKit;

namespace Dateline.Operating;

/// <summary>
/// The demo's post: takes letters by SMTP on a loopback port, whoever they are for, and shows them on a page, because nobody who tries
/// the demo has a mailbox at an invented agency. Nothing leaves the machine, and all of it goes away with the demo.
/// </summary>
internal sealed class DemoMailbox : IAsyncDisposable
{
    private const int MostLetters = 200;
    private const int LongestLine = 2_000;
    private const int LongestLetter = 200_000;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly ConcurrentQueue<MimeMessage> _letters = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly TcpListener _door = new(IPAddress.Loopback, 0);
    private readonly WebApplication _pages;
    private readonly Uri _site;
    private Task _taking = Task.CompletedTask;

    private DemoMailbox(Uri site)
    {
        _site = site;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)).AddSingleton<PageRenderer>();
        _pages = builder.Build();
        _pages.MapAssets();
        _pages.MapGet("/letters", Page);
    }

    /// <summary>For the agency: its letters come here, and soon.</summary>
    public MailOptions Options => new("127.0.0.1", ((IPEndPoint)_door.LocalEndpoint).Port, Tls: false, null, null, "Readers’ letters <replies@meridian.example>") { Mailbox = Address, Soon = TimeSpan.FromSeconds(20) };

    /// <summary>Where the letters are read.</summary>
    public Uri Address => new(new Uri(_pages.Urls.First()), "/letters");

    /// <param name="site">Only links to it are links on the page.</param>
    public static async Task<DemoMailbox> Open(Uri site, CancellationToken cancel)
    {
        var mailbox = new DemoMailbox(site);
        await mailbox._pages.StartAsync(cancel);
        mailbox._door.Start();
        mailbox._taking = mailbox.Take();
        return mailbox;
    }

    private async Task<IResult> Page(PageRenderer renderer, HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        SecurityHeaders.Write(http.Response.Headers, "text/html; charset=utf-8");
        return Results.Bytes(await renderer.Render<DemoLettersPage>(new() { [nameof(DemoLettersPage.Letters)] = _letters.Reverse().ToList(), [nameof(DemoLettersPage.Site)] = _site }), "text/html; charset=utf-8");
    }

    private async Task Take()
    {
        while (!_closing.IsCancellationRequested)
        {
            try
            {
                using var client = await _door.AcceptTcpClientAsync(_closing.Token); // one after the other: there is one sender
                using var bound = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
                bound.CancelAfter(Patience);
                await using var stream = client.GetStream();
                await Talk(stream, bound.Token);
            }
            catch (Exception failure) when (failure is IOException or SocketException or OperationCanceledException)
            {
                // It hung up, said nothing for long, or the demo ends. The sender tries again.
            }
        }
    }

    /// <summary>The few words of RFC 5321 that a sender needs.</summary>
    private async Task Talk(NetworkStream stream, CancellationToken cancel)
    {
        var reader = PipeReader.Create(stream);
        await Say("220 demo");
        while (await Line(reader, cancel) is { } line)
        {
            switch (line.Split(' ')[0].ToUpperInvariant())
            {
                case "EHLO": await Say("250-demo\r\n250-8BITMIME\r\n250 SMTPUTF8"); break;
                case "HELO" or "MAIL" or "RCPT" or "RSET" or "NOOP": await Say("250 OK"); break;
                case "DATA":
                    await Say("354 Go on");
                    await Say(await Letter(reader, cancel) ? "250 OK" : "552 Too long");
                    break;
                case "QUIT": await Say("221 Bye"); return;
                default: await Say("502 Unknown"); break;
            }
        }

        async Task Say(string words) => await stream.WriteAsync(Encoding.ASCII.GetBytes(words + "\r\n"), cancel);
    }

    private async Task<bool> Letter(PipeReader reader, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        while (await Line(reader, cancel) is { } line && line != ".")
            if (bytes.Length < LongestLetter) bytes.Write(Encoding.Latin1.GetBytes((line.StartsWith('.') ? line[1..] : line) + "\r\n"));
        if (bytes.Length >= LongestLetter) return false;
        bytes.Position = 0;
        _letters.Enqueue(await MimeMessage.LoadAsync(bytes, cancel));
        while (_letters.Count > MostLetters) _letters.TryDequeue(out _);
        return true;
    }

    /// <summary>Bytes as they came, one letter each; null at the end, and for what is no line.</summary>
    private static async Task<string?> Line(PipeReader reader, CancellationToken cancel)
    {
        while (true)
        {
            var read = await reader.ReadAsync(cancel);
            if (read.Buffer.PositionOf((byte)'\n') is { } end)
            {
                var line = Encoding.Latin1.GetString(read.Buffer.Slice(0, end)).TrimEnd('\r');
                reader.AdvanceTo(read.Buffer.GetPosition(1, end));
                return line.Length <= LongestLine ? line : null;
            }
            if (read.Buffer.Length > LongestLine || read.IsCompleted) return null;
            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _door.Stop();
        await _taking;
        await _pages.DisposeAsync();
        _closing.Dispose();
        _door.Dispose();
    }
}
