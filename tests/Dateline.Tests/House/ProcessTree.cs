using System.Globalization;

namespace Dateline.Tests.House;

/// <summary>What runs on this machine, as /proc tells it: processes with their parents and their words.</summary>
internal static class ProcessTree
{
    /// <summary>The processes in whose command line a word stands, and all that they started.</summary>
    public static IReadOnlySet<int> Of(string word)
    {
        var all = All();
        var found = all.Where(process => process.Words.Contains(word, StringComparison.Ordinal)).Select(process => process.Id).ToHashSet();
        return Below(all, found);
    }

    /// <summary>All that a process started, and what these started.</summary>
    public static IReadOnlySet<int> Below(int parent)
    {
        var found = Below(All(), [parent]);
        found.Remove(parent);
        return found;
    }

    /// <summary>Those of them that still run; what has ended and waits to be noticed by its parent doesn't.</summary>
    public static IReadOnlyList<int> Running(IEnumerable<int> processes) => [.. processes.Where(id => Read(id) is { State: not 'Z' })];

    /// <summary>As an operator's shell sends it.</summary>
    public static async Task Signal(int process, string name)
    {
        using var kill = System.Diagnostics.Process.Start("/bin/sh", ["-c", $"kill -{name} {process}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, kill.ExitCode);
    }

    private static HashSet<int> Below(List<Process> all, HashSet<int> found)
    {
        while (all.Where(process => found.Contains(process.Parent) && !found.Contains(process.Id)).Select(process => process.Id).ToList() is { Count: > 0 } more) found.UnionWith(more);
        return found;
    }

    private static List<Process> All() => [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName).Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
        .Select(name => Read(int.Parse(name!, CultureInfo.InvariantCulture))).OfType<Process>()];

    private static Process? Read(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' '); // proc_pid_stat(5): the name may hold anything
            return new Process(id, int.Parse(fields[1], CultureInfo.InvariantCulture), fields[0][0], File.ReadAllText($"/proc/{id}/cmdline").Replace('\0', ' '));
        }
        catch (IOException)
        {
            return null; // it has ended meanwhile
        }
    }

    private sealed record Process(int Id, int Parent, char State, string Words);
}
