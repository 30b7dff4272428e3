using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Dateline.Foundation.Storage;
using Dateline.Tests.Faults;
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
        Assert.DoesNotContain("/desk/first-run", said, StringComparison.Ordinal);
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

    [Theory]
    [InlineData("1.2.3", false)]
    [InlineData("010.0.0.1", false)]
    [InlineData("10.0.0.0/33", false)]
    [InlineData("10.0/8", false)]
    [InlineData("proxy.internal", false)]
    [InlineData("10.0.0.1", true)]
    [InlineData("10.0.0.0/8, fd00::/8,::1", true)]
    public void A_proxy_is_trusted_by_its_whole_address_alone(string proxies, bool good)
    {
        var (options, refusal) = DatelineOptions.Read(new Dictionary<string, string?>(StringComparer.Ordinal) { ["data"] = _folder, ["trusted-proxies"] = proxies });
        Assert.Equal(good, options is not null);
        if (!good) Assert.Equal($"--trusted-proxies: '{proxies}' is neither an address nor a range like 10.0.0.0/8.", refusal);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("300", 300)]
    [InlineData(null, 6)]
    [InlineData("0", null)]
    [InlineData("301", null)]
    [InlineData("-6", null)]
    [InlineData("6.5", null)]
    [InlineData("many", null)]
    [InlineData("99999999999", null)]
    public void Replies_of_one_network_are_a_number_within_bounds(string? given, int? taken)
    {
        var (options, refusal) = DatelineOptions.Read(new Dictionary<string, string?>(StringComparer.Ordinal) { ["data"] = _folder, ["replies-per-network"] = given });
        Assert.Equal(taken, options?.RepliesPerNetwork);
        if (taken is null) Assert.Equal($"--replies-per-network: '{given}' isn't a number from 1 to 300.", refusal);
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("3650", 3_650)]
    [InlineData(null, 30)]
    [InlineData("3651", null)]
    [InlineData("-1", null)]
    [InlineData("30 days", null)]
    [InlineData("99999999999", null)]
    public void Withdrawn_words_are_kept_for_a_number_of_days_within_bounds(string? given, int? taken)
    {
        var (options, refusal) = DatelineOptions.Read(new Dictionary<string, string?>(StringComparer.Ordinal) { ["data"] = _folder, ["keep-withdrawn"] = given });
        Assert.Equal(taken, options?.KeepWithdrawn);
        if (taken is null) Assert.Equal($"--keep-withdrawn: '{given}' isn't a number of days from 0 to 3650.", refusal);
    }

    [Fact]
    public async Task The_file_may_say_it_too_and_the_command_line_counts_before_it()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "dateline.json"), """{ "repliesPerNetwork": 40 }""", TestContext.Current.CancellationToken);
        int? Read(string? given) => DatelineOptions.Read(new Dictionary<string, string?>(StringComparer.Ordinal) { ["data"] = _folder, ["replies-per-network"] = given }).Options?.RepliesPerNetwork;
        Assert.Equal((40, 9), (Read(null), Read("9")));
        var (code, said) = await Run("serve", "--data", _folder, "--replies-per-network", "0");
        Assert.Equal((2, "--replies-per-network: '0' isn't a number from 1 to 300."), (code, said.Trim()));
    }

    [Theory]
    [InlineData("DATELINE_TRUSTED_PROXIES", false)]
    [InlineData("DATELINE_LISTEN__0", false)]
    [InlineData("dateline_public_url", false)]
    [InlineData("DATELINE_", false)]
    [InlineData("DATELINE_PUBLICURL", true)]
    [InlineData("DATELINE_DATA", true)]
    [InlineData("Dateline_Smtp", true)]
    [InlineData("DATELINE_TEST_POSTGRES", true)]
    [InlineData("DATELINE_PORT_80_TCP_ADDR", true)] // Kubernetes, of a service named dateline
    [InlineData("DATELINE", true)]
    [InlineData("PATH", true)]
    public void A_variable_that_says_nothing_is_refused_by_its_name(string name, bool good)
    {
        var refusal = EnvironmentNames.Refuse(["DATELINE_LISTEN", name], ["listen", "publicUrl", "smtp"]);
        if (good) Assert.Null(refusal);
        else Assert.Equal($"The environment has {name}, which says nothing here. It may have DATELINE_DATA, DATELINE_LISTEN, DATELINE_PUBLICURL and DATELINE_SMTP.", refusal);
    }

    [Fact]
    public async Task Nothing_begins_under_a_variable_that_says_nothing()
    {
        var (code, said) = await RunUnder(("DATELINE_PUBLIC_URL", "https://news.example.org"), "serve", "--data", _folder);
        Assert.Equal(2, code);
        Assert.Contains("DATELINE_PUBLIC_URL, which says nothing", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--data")]
    [InlineData("--postgres")]
    [InlineData("--keys")]
    public async Task The_demo_takes_no_house_of_somebodys_own(string option)
    {
        var (code, said) = await Run("demo", option, _folder);
        Assert.NotEqual(0, code);
        Assert.Contains(option, said, StringComparison.Ordinal);
        Assert.DoesNotContain("Dateline is open", said, StringComparison.Ordinal);
        Assert.DoesNotContain(option, (await Run("demo", "--help")).Said, StringComparison.Ordinal);
        Assert.Contains(option, (await Run("user", "add", "--help")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_for_somebody_new_leads_to_where_the_house_was_last_open()
    {
        var (code, said) = await Run("user", "add", "nadia@meridian.example", "--name", "Nadia Karim", "--data", _folder);
        Assert.Equal(0, code);
        Assert.Contains("http://127.0.0.1:5080/desk/welcome/", said, StringComparison.Ordinal);
        Assert.Contains("isn't known yet", said, StringComparison.Ordinal);

        await using (await RunningProgram.Start(new StorageOptions(_folder, null))) // it is told that readers know it as http://127.0.0.1
        {
            (code, said) = await Run("user", "add", "jonas@meridian.example", "--name", "Jonas Weld", "--data", _folder);
            Assert.Equal(0, code);
            Assert.Contains("at\nhttp://127.0.0.1/desk/welcome/", said, StringComparison.Ordinal);
            Assert.DoesNotContain("isn't known yet", said, StringComparison.Ordinal);
        }
        (_, said) = await Run("user", "add", "omid@meridian.example", "--name", "Omid Rad", "--data", _folder, "--public-url", "https://news.example.org");
        Assert.Contains("https://news.example.org/desk/welcome/", said, StringComparison.Ordinal);
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
    private static Task<(int Code, string Said)> Run(params string[] words) => RunUnder(null, words);

    private static async Task<(int Code, string Said)> RunUnder((string Name, string Value)? variable, params string[] words)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "dateline.dll"), .. words]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        if (variable is { } told) start.Environment[told.Name] = told.Value;
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
