using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace Dateline.Tests.House;

/// <summary>A real SMTP server on loopback that delivers into a folder: the distribution's aiosmtpd, started and stopped by the test.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private const string Program = "/usr/bin/aiosmtpd";
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private MailServer(Process process, DirectoryInfo folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public static bool IsHere => File.Exists(Program);

    public int Port { get; }

    public MailOptions Options => new("127.0.0.1", Port, Tls: false, null, null, "Meridian <replies@meridian.example>");

    public static async Task<MailServer> Start()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-mail-");
        var port = FreePort();
        var start = new ProcessStartInfo(Program, ["-n", "-l", $"127.0.0.1:{port}", "-c", "aiosmtpd.handlers.Mailbox", Path.Combine(folder.FullName, "box")]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true };
        var server = new MailServer(Process.Start(start)!, folder, port);
        await Eventually.Holds(() => Answers(port), "the mail server answers");
        return server;
    }

    /// <summary>All that was delivered, oldest first.</summary>
    public IReadOnlyList<MimeMessage> Letters()
    {
        var box = Path.Combine(_folder.FullName, "box", "new");
        return Directory.Exists(box) ? [.. Directory.GetFiles(box).Select(file => MimeMessage.Load(file)).OrderBy(letter => letter.Date)] : [];
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> Answers(int port)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
