namespace Dateline;

/// <summary>The command line.</summary>
internal static class CommandLine
{
    public static Task<int> Run(string[] args) => Task.FromResult(args.Length);
}
