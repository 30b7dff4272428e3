using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Dateline.Foundation.Storage;
using Dateline.Tests.House;

namespace Dateline.Tests.Faults;

/// <summary>The program in a process of its own, as an operator runs it, on the database of a test's house. It can be killed.</summary>
internal sealed class RunningProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string[]> _said;

    private RunningProgram(Process process, Uri address, Task<string[]> said) => (_process, Address, _said) = (process, address, said);

    public Uri Address { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Its exit code, once it has one.</summary>
    public async Task<int> Ended(CancellationToken cancel)
    {
        await _process.WaitForExitAsync(cancel);
        return _process.ExitCode;
    }

    /// <summary>Starts it on any free port and waits until it says that it is open.</summary>
    /// <param name="before">A program that runs ours (strace and its options); none when empty.</param>
    public static async Task<RunningProgram> Start(StorageOptions storage, IReadOnlyList<string>? before = null, params string[] more)
    {
        string[] words = [.. before ?? [], "dotnet", Path.Combine(AppContext.BaseDirectory, "dateline.dll"),
            "serve", "--data", storage.DataFolder, "--listen", "http://127.0.0.1:0", "--public-url", "http://127.0.0.1", "--trusted-proxies", "127.0.0.1",
            .. storage.Postgres is { } postgres ? (string[])["--postgres", postgres] : [], .. more];
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_TieredPGO"] = "0"; // it lives for seconds
        var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (line.StartsWith("Dateline is open at ", StringComparison.Ordinal))
                return new RunningProgram(process, new Uri(line["Dateline is open at ".Length..].Split(',')[0]), Task.WhenAll(errors, process.StandardOutput.ReadToEndAsync()));
        Assert.Fail($"The program ended before it was open: {await errors}");
        throw new UnreachableException();
    }

    /// <summary>A browser that keeps no cookies but the given one, and follows no redirects.</summary>
    public HttpClient Browser(string? cookie = null)
    {
#pragma warning disable RS0030 // it talks to the program under test, not to the world
        var browser = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(60) };
#pragma warning restore RS0030
        if (cookie is not null) browser.DefaultRequestHeaders.Add("Cookie", cookie);
        return browser;
    }

    /// <summary>kill -9: no handler runs, nothing is flushed.</summary>
    /// <returns>What it had said: its log.</returns>
    public async Task<string> Kill()
    {
        _process.Kill(entireProcessTree: true); // with whatever runs it
        await _process.WaitForExitAsync();
        return string.Join('\n', await _said);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await Kill();
        _process.Dispose();
    }

    /// <summary>What a request fails with when the program dies under it.</summary>
    public static bool Died(Exception failure) => failure is HttpRequestException or IOException or SocketException or OperationCanceledException;
}
