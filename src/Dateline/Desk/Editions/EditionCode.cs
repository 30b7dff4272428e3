namespace Dateline.Desk.Editions;

/// <summary>An edition's word is the first part of its addresses, so it can't be a word that the program answers to itself.</summary>
internal static class EditionCode
{
    public static string Rule => T("Give a word of two to ten small Latin letters that isn’t taken by the program itself (like desk or api).");

    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "account", "admin", "api", "archive", "assets", "author", "desk", "favicon", "feed", "feeds", "health", "healthz", "hub", "icons", "live", "login",
        "metrics", "newsletter", "newsml", "ninjs", "pictures", "ready", "replies", "reply", "robots", "search", "sitemap", "sitemaps", "source", "static",
        "status", "story", "topic", "webhooks", "websub", "well",
    };

    public static bool IsFree(string code) => code.Length is >= 2 and <= 10 && code.All(char.IsAsciiLetterLower) && !Taken.Contains(code);
}
