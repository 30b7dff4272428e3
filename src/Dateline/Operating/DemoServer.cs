using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Dateline.Operating;

/// <summary>
/// A server of the system's packages, run for the demo alone: on loopback, in a folder of its own, as whoever runs the demo, or
/// as nobody in particular where that is root. Server and folder go away with the demo, however it ends.
/// </summary>
internal sealed class DemoServer : IAsyncDisposable
{
    /// <summary>
    /// What outlives us when we are killed, and tidies up: its input is a pipe that we hold, and that ends when we do. What it prints is
    /// the server's alone, so that we hear when the server ends. The keys of the terminal reach it too, and are meant for us.
    /// </summary>
    private const string Guard = """
        "$@" </dev/null &
        exec >/dev/null 2>&1
        trap '' HUP INT TERM
        cat
        kill $!
        wait
        cd / && rm -rf "$0"
        """;

    private const int MostSaid = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly ConcurrentQueue<string> _said = new();
    private Process? _guard;
    private volatile bool _over;

    private DemoServer(string folder, int port, string group) => (Folder, Port, Group) = (folder, port, group);

    public string Folder { get; }

    public int Port { get; }

    /// <summary>As whom it runs. Debian keeps "daemon" for programs that want to be nobody and write to the disk.</summary>
    public static string User => Environment.IsPrivilegedProcess ? "daemon" : Environment.UserName;

    public string Group { get; }

    /// <summary>Why it didn't start: the last that it said.</summary>
    public string Said => string.Join(' ', _said);

    /// <summary>A folder and a port, and nothing that runs yet.</summary>
    public static async Task<DemoServer> Prepare(CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-demo-").FullName;
        if (!OperatingSystem.IsWindows() && Environment.IsPrivilegedProcess) File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        using var door = new TcpListener(IPAddress.Loopback, 0);
        door.Start();
        return new DemoServer(folder, ((IPEndPoint)door.LocalEndpoint).Port, Environment.IsPrivilegedProcess ? User : await Run("id", ["-gn"], cancel) ?? User);
    }

    /// <summary>Where a program is; null when it isn't installed. Servers lie where people's own shells don't look.</summary>
    public static string? Find(string program) => OperatingSystem.IsWindows() ? null : (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(["/usr/sbin", "/usr/local/sbin", "/usr/bin"])
        .Where(folder => folder.StartsWith('/')).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end; what it printed, or null when it failed.</summary>
    public static async Task<string?> Run(string program, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        using var process = Process.Start(Alone(program, arguments));
        if (process is null) return null;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(cancel);
        var printed = await process.StandardOutput.ReadToEndAsync(cancel);
        await errors;
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0 ? printed.Trim() : null;
    }

    /// <summary>True when it listens; all that lies in its folder is its own then.</summary>
    public async Task<bool> Start(string program, IReadOnlyList<string> arguments, CancellationToken cancel)
    {
        IReadOnlyList<string> words = [program, .. arguments];
        if (Environment.IsPrivilegedProcess)
        {
            if (Find("setpriv") is not { } setpriv || await Run("chown", ["-R", $"{User}:{Group}", Folder], cancel) is null) return false;
            words = [setpriv, "--reuid", User, "--regid", Group, "--clear-groups", "--no-new-privs", .. words];
        }
        _guard = Process.Start(Alone("/bin/sh", ["-c", Guard, Folder, .. words]))!;
        _guard.OutputDataReceived += (_, line) => Hear(line.Data);
        _guard.ErrorDataReceived += (_, line) =>
        {
            Hear(line.Data);
            _over |= line.Data is null;
        };
        _guard.BeginErrorReadLine();
        _guard.BeginOutputReadLine();
        for (var since = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(since) < Patience && !_over; await Task.Delay(50, cancel))
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, Port, cancel);
                return true;
            }
            catch (SocketException)
            {
                // Not yet.
            }
        }
        return false;
    }

    /// <summary>Puts a document there as a careful sender does: under a name that says "not yet", then renamed.</summary>
    /// <param name="unfinished">Below the folder, as <paramref name="whole"/>.</param>
    public async Task Put(string unfinished, string whole, ReadOnlyMemory<byte> document, CancellationToken cancel)
    {
        var path = Path.Combine(Folder, unfinished);
        await using (var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write)) // new: never through a link that lies there
        {
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
            await file.WriteAsync(document, cancel);
        }
        File.Move(path, Path.Combine(Folder, whole));
    }

    /// <summary>In no environment: what stands in ours is none of its business.</summary>
    private static ProcessStartInfo Alone(string program, IReadOnlyList<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        start.Environment["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin";
        return start;
    }

    private void Hear(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        _said.Enqueue(line.Trim());
        while (_said.Count > MostSaid) _said.TryDequeue(out _);
    }

    public async ValueTask DisposeAsync()
    {
        if (_guard is { } guard)
        {
            guard.StandardInput.Close();
            using var limit = new CancellationTokenSource(Patience);
            await guard.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!guard.HasExited) guard.Kill(entireProcessTree: true);
            guard.Dispose();
        }
        if (Directory.Exists(Folder)) Directory.Delete(Folder, recursive: true);
    }
}
