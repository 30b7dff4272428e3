namespace Dateline.Operating;

/// <summary>
/// The address at which readers found the house when it last opened, kept in its data folder: a verb that prints a link knows it
/// without being told again.
/// </summary>
internal static class ServedAddress
{
    private const string File = "served-at";
    private const int Longest = 2_000;

    public static void Keep(DatelineOptions options)
    {
        try
        {
            System.IO.File.WriteAllText(Path.Combine(options.DataFolder, File), options.PublicUrl.AbsoluteUri);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // A house opens without it; then a link is printed as if it had never opened.
        }
    }

    /// <summary>The options with the kept address, where nobody said one.</summary>
    public static DatelineOptions Apply(DatelineOptions options) =>
        options.KnowsItsAddress || Read(options.DataFolder) is not { } served ? options : options with { PublicUrl = served, KnowsItsAddress = true };

    private static Uri? Read(string folder)
    {
        var path = Path.Combine(folder, File);
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= Longest } && Uri.TryCreate(System.IO.File.ReadAllText(path), UriKind.Absolute, out var served)
                && (served.Scheme == Uri.UriSchemeHttp || served.Scheme == Uri.UriSchemeHttps) ? served : null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
