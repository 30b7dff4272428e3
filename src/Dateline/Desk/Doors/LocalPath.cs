namespace Dateline.Desk.Doors;

/// <summary>Where to go after signing in: a path of ours and nothing else, whatever the address bar was made to say.</summary>
internal static class LocalPath
{
    private const int Longest = 2_000;

    /// <summary>The path, or null. Browsers read "\" as "/" and skip tabs and line ends, so only plain characters pass.</summary>
    public static string? Of(string? to) =>
        to is ['/', ..] and not ['/', '/' or '\\', ..] && to.Length <= Longest && !to.AsSpan().ContainsAnyExceptInRange('!', '~') && !to.Contains('\\', StringComparison.Ordinal)
            ? to : null;
}
