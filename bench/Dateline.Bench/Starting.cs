using System.Diagnostics;
using Dateline.Bench.House;

namespace Dateline.Bench;

/// <summary>From the start of the process to the first 200, on a database of 10,000 stories; and memory under load. Beside a bare Kestrel's.</summary>
internal static class Starting
{
    private const int Times = 5;

    public static async Task Run(string[] _)
    {
        await using var house = await BenchHouse.Open("SQLite", stories: 10_000, replies: 5, start: false);
        var asks = (await house.Paths(2_000)).ConvertAll(path => new Ask(path, "Accept-Encoding: br\r\n"));
        string Of(string name) => Path.Combine(AppContext.BaseDirectory, name);
        var ours = new[] { Of("dateline.dll"), "serve", "--data", house.Options.DataFolder, "--listen", "http://127.0.0.1:0", "--public-url", "http://127.0.0.1" };
        var bare = new[] { Of("Dateline.Bench.dll"), "bare", "http://127.0.0.1:0" };

        var (mine, theirs) = (new List<Measured>(), new List<Measured>());
        for (var round = 0; round < Times; round++)
        {
            mine.Add(await Measure(ours, new Ask("/en"), asks));
            theirs.Add(await Measure(bare, new Ask("/"), [.. asks.Select(_ => new Ask("/"))]));
        }
        Say("first 200", one => one.FirstAnswer, "ms");
        Say("memory after the first answer", one => one.Idle, "MiB");
        Say("memory under load", one => one.Loaded, "MiB");

        void Say(string what, Func<Measured, double> of, string unit)
        {
            var (a, b) = (Report.Share(mine.Select(of), 0.5), Report.Share(theirs.Select(of), 0.5));
            Report.Line($"{what}: ours {a:0} {unit}, bare Kestrel {b:0} {unit}, ratio {a / b:0.0}");
        }
    }

    private sealed record Measured(double FirstAnswer, double Idle, double Loaded);

    private static async Task<Measured> Measure(string[] words, Ask first, IReadOnlyList<Ask> asks)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", words) { RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            string? said;
            while ((said = await process.StandardOutput.ReadLineAsync()) is not null && !said.StartsWith("Dateline is open at ", StringComparison.Ordinal))
            {
            }
            var address = new Uri(said!["Dateline is open at ".Length..].Split(',')[0]);
            using (var line = await Line.Open(address)) await line.Get(first);
            var answered = watch.Elapsed.TotalMilliseconds;
            var idle = Memory(process);
            await Load.Each(address, asks, connections: 8);
            await Load.Repeat(address, asks[0], 32, TimeSpan.FromSeconds(5));
            return new Measured(answered, idle, Memory(process));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static double Memory(Process process)
    {
        process.Refresh();
        return process.WorkingSet64 / 1024.0 / 1024.0;
    }
}
