namespace Dateline.Formats.Wires;

/// <summary>Signs by which a desk calls attention to a headline and which are no part of it: ANSA's <c>&gt;&gt;&gt;</c> before, <c>++</c> around it.</summary>
internal static class HeadlineFence
{
    /// <summary>NOR:Ferries to sail: AAP hangs a state or a subject before the headline, without a blank.</summary>
    public static string? WithoutState(string? headline)
    {
        if (headline is null || headline.IndexOf(':', StringComparison.Ordinal) is not (>= 2 and <= 5 and var colon) || colon + 3 > headline.Length) return headline;
        return headline.AsSpan(0, colon).ContainsAnyExceptInRange('A', 'Z') || !char.IsLetter(headline[colon + 1]) ? headline : headline[(colon + 1)..];
    }

    public static string? Without(string? headline)
    {
        if (headline is not { Length: > 4 }) return headline;
        var bare = headline.AsSpan();
        if (bare.StartsWith(">>")) bare = bare.TrimStart('>').TrimStart();
        foreach (var sign in "+*=#")
            if (bare.Length > 6 && bare[0] == sign && bare[1] == sign && bare[^1] == sign && bare[^2] == sign) bare = bare.Trim(sign).Trim();

        return bare.IsEmpty || bare.Length == headline.Length ? headline : bare.ToString();
    }
}
