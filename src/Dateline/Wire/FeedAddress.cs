using System.Text.RegularExpressions;
using Dateline.Foundation.Fetching;
using Dateline.Stories;

namespace Dateline.Wire;

/// <summary>
/// A feed's address, which says its transport: <c>https://…</c>, <c>drop:folder-name</c>, <c>push:source-key</c>,
/// <c>imaps://host/FOLDER</c>, <c>sftp://host/path</c>.
/// </summary>
public sealed partial record FeedAddress(Transport Transport, string Text)
{
    public static readonly IReadOnlyDictionary<Transport, TimeSpan> UsualInterval = new Dictionary<Transport, TimeSpan>
    {
        [Transport.Web] = TimeSpan.FromMinutes(2),
        [Transport.Drop] = TimeSpan.FromSeconds(5), // a look into a folder costs nobody anything
        [Transport.Push] = TimeSpan.FromMinutes(2),
        [Transport.Mail] = TimeSpan.FromSeconds(30),
        [Transport.Sftp] = TimeSpan.FromMinutes(1),
    };

    private static Refusal Unknown => new("bad-url", T("Give the feed's whole address, beginning with https:// or http://."));

    /// <summary>The address in the form in which it is kept, or why it can't be one.</summary>
    /// <param name="given">As somebody typed it.</param>
    /// <param name="sourceKey">The source's word: a source has one push door.</param>
    public static (FeedAddress? Address, Refusal? Refusal) Read(string given, string sourceKey)
    {
        given = given.Trim();
        if (given is "push" || given.StartsWith("push:", StringComparison.OrdinalIgnoreCase)) return (new FeedAddress(Transport.Push, "push:" + sourceKey), null);
        if (given.StartsWith("drop:", StringComparison.OrdinalIgnoreCase)) return Folder(given["drop:".Length..], sourceKey);
        if (!Uri.TryCreate(given, UriKind.Absolute, out var uri) || uri.AbsoluteUri.Length > Feed.LongestUrl) return (null, Unknown);
        return uri.Scheme switch
        {
            "imap" or "imaps" => Host(Transport.Mail, uri, uri.Scheme == "imaps" ? 993 : 143, path => path.Length > 1 ? path : "/INBOX"),
            "sftp" => Host(Transport.Sftp, uri, 22, path => path),
            _ => WebAddress.Refuse(uri) is { } refused ? (null, new("bad-url", refused.Sentence)) : (new FeedAddress(Transport.Web, uri.AbsoluteUri), null),
        };
    }

    private static (FeedAddress?, Refusal?) Folder(string name, string sourceKey)
    {
        name = name.Length == 0 ? sourceKey : name.ToLowerInvariant();
        return FolderName().IsMatch(name) ? (new FeedAddress(Transport.Drop, "drop:" + name), null)
            : (null, new("bad-url", T("Name the folder with small letters, digits and hyphens, up to 60 of them.")));
    }

    private static (FeedAddress?, Refusal?) Host(Transport transport, Uri uri, int usualPort, Func<string, string> path)
    {
        if (uri.UserInfo.Length > 0) return (null, new("bad-url", T("The address holds a user name or password. Enter them as credentials instead.")));
        // The rules for hosts are those of the web; its rules for ports are about the web alone.
        if (uri.Host.Length == 0 || !Uri.TryCreate($"https://{uri.Host}/", UriKind.Absolute, out var host)) return (null, new("bad-url", T("Name the host, like imaps://mail.example.org/INBOX or sftp://files.example.org/out.")));
        if (WebAddress.Refuse(host) is { } refused) return (null, new("bad-url", refused.Sentence));
        var port = uri.Port > 0 ? uri.Port : usualPort;
        return (new FeedAddress(transport, $"{uri.Scheme}://{uri.IdnHost}:{port}{path(uri.AbsolutePath)}"), null);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,59}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FolderName();
}
