using System.Runtime.InteropServices;

namespace Dateline.Bench.House;

/// <summary>What the benchmarks say.</summary>
internal static class Report
{
    public static void Machine() =>
        Console.WriteLine($"{Environment.ProcessorCount} cores, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30} GiB, {RuntimeInformation.OSDescription}, .NET {Environment.Version}");

    public static void Title(string name) => Console.WriteLine($"\n{name}");

    public static void Line(string text) => Console.WriteLine($"  {text}");

    /// <summary>A share of sorted values: 0.5 is the median.</summary>
    public static double Share(IEnumerable<double> values, double share)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
    }

    public static string Spread(IReadOnlyCollection<double> milliseconds) =>
        $"p50 {Share(milliseconds, 0.5):0.0} ms, p99 {Share(milliseconds, 0.99):0.0} ms, worst {Share(milliseconds, 1):0.0} ms of {milliseconds.Count}";
}
