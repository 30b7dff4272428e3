using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace Dateline.Tests.House;

/// <summary>A real SMTP server on loopback that delivers into a folder: the distribution's aiosmtpd, started and stopped by the test.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private const string Program = "/usr/bin/aiosmtpd";

    /// <summary>Delivers into a maildir; refuses, quoting the address as servers do, while there is a file that says so.</summary>
    private const string Handler = """
        import os
        from aiosmtpd.handlers import Mailbox

        class Box(Mailbox):
            async def handle_RCPT(self, server, session, envelope, address, options):
                if os.path.exists(os.path.join(os.path.dirname(__file__), "gone")):
                    return f"550 5.1.1 <{address}> is unknown"
                if os.path.exists(os.path.join(os.path.dirname(__file__), "refuses")):
                    return f"451 4.2.1 <{address}> is over quota"
                envelope.rcpt_tos.append(address)
                return "250 OK"
        """;

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private MailServer(Process process, DirectoryInfo folder, int port) => (_process, _folder, Port) = (process, folder, port);

    public static bool IsHere => File.Exists(Program);

    public int Port { get; }

    public MailOptions Options => new("127.0.0.1", Port, Tls: false, null, null, "Meridian <replies@meridian.example>");

    /// <summary>It takes no letter, for now.</summary>
    public bool Refuses { set => Say("refuses", value); }

    /// <summary>It knows no mailbox that it is asked for.</summary>
    public bool KnowsNobody { set => Say("gone", value); }

    private void Say(string what, bool so)
    {
        var file = Path.Combine(_folder.FullName, what);
        if (so) File.WriteAllText(file, "");
        else File.Delete(file);
    }

    public static async Task<MailServer> Start()
    {
        var folder = Directory.CreateTempSubdirectory("dateline-mail-");
        var port = FreePort();
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "house_mail.py"), Handler);
        var start = new ProcessStartInfo(Program, ["-n", "-l", $"127.0.0.1:{port}", "-c", "house_mail.Box", Path.Combine(folder.FullName, "box")])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["PYTHONPATH"] = folder.FullName, ["PYTHONDONTWRITEBYTECODE"] = "1" },
        };
        var server = new MailServer(Process.Start(start)!, folder, port);
        await Eventually.Holds(() => Answers(port), "the mail server answers");
        return server;
    }

    /// <summary>All that was delivered, oldest first.</summary>
    public IReadOnlyList<MimeMessage> Letters()
    {
        var box = Path.Combine(_folder.FullName, "box", "new");
        return Directory.Exists(box) ? [.. Directory.GetFiles(box).OrderBy(Number).Select(file => MimeMessage.Load(file))] : [];

        static int Number(string file) => int.Parse(file[(file.LastIndexOf('Q') + 1)..].Split('.')[0], CultureInfo.InvariantCulture); // a maildir's names count the deliveries of a process
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
