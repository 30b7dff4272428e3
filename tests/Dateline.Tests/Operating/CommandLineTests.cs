using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Dateline.Tests.House;

namespace Dateline.Tests.Operating;

/// <summary>What the program says, as an operator runs it, when it can't do what it was told.</summary>
public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-line-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    public async Task A_taken_port_is_named_and_nothing_is_promised_at_it(string verb)
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var listen = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        var (code, said) = await Run([verb, "--listen", listen, .. verb == "serve" ? (string[])["--data", _folder] : []]);
        Assert.Equal(1, code);
        Assert.Contains($"--listen: {listen} is taken", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/welcome/", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_cannot_be_reached_is_told_in_one_sentence()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var port = ((IPEndPoint)nobody.LocalEndpoint).Port;
        nobody.Stop();
        var (code, said) = await Run("serve", "--data", _folder, "--listen", "http://127.0.0.1:0", "--postgres", string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Database=none;Username=none"));
        Assert.Equal(1, code);
        Assert.StartsWith("--postgres: the database can't be used (", said.Trim(), StringComparison.Ordinal);
        Assert.DoesNotContain("fail:", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_setting_that_does_not_exist_is_refused_by_its_name()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "dateline.json"), """{ "Listen": "http://127.0.0.1:0", "public-url": "https://news.example.org" }""", TestContext.Current.CancellationToken);
        var (code, said) = await Run("serve", "--data", _folder);
        Assert.Equal(2, code);
        Assert.Contains("there is no setting 'public-url'. It may hold listen, publicUrl,", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_without_any_edition_is_told_where_one_is_made()
    {
        var (code, said) = await Run("source", "add", "Harbour Wire", "--data", _folder);
        Assert.Equal(1, code);
        Assert.Contains("open the first-run page", said, StringComparison.Ordinal);

        Assert.Equal(0, (await Run("user", "add", "nadia@meridian.example", "--name", "Nadia Karim", "--data", _folder)).Code);
        (code, said) = await Run("source", "add", "Harbour Wire", "--data", _folder, "--public-url", "https://news.example.org");
        Assert.Equal(1, code);
        Assert.Contains("https://news.example.org/desk/editions/new", said, StringComparison.Ordinal);
        Assert.DoesNotContain("first-run", said, StringComparison.Ordinal);
    }

    /// <summary>Runs it to its end; its exit code and all that it said.</summary>
    private static async Task<(int Code, string Said)> Run(params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dateline.dll"), .. words]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        try
        {
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, string.Concat(said));
        }
        finally
        {
            if (!process.HasExited) process.Kill();
        }
    }
}
