namespace Dateline.Formats.Wires;

/// <summary>Signs by which a desk calls attention to a headline and which are no part of it: ANSA's <c>&gt;&gt;&gt;</c> before, <c>++</c> around it.</summary>
internal static class HeadlineFence
{
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
