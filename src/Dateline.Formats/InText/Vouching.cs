using System.Buffers;
using System.Text;

namespace Dateline.Formats.InText;

/// <summary>
/// What an item says of its sender beside the text: the names and the hosts it comes from. A name that nobody knows may sign the
/// text where they vouch for it: TARN of "Tidal Area Reporting Network", of tarn.example and of tarnnews.example.
/// </summary>
internal sealed class Vouching(NewsItem item, IReadOnlyList<string> senders)
{
    private const int Longest = 40;
    private const int MostHosts = 6;

    private static readonly string[] Additions =
        ["news", "newsagency", "agency", "press", "online", "english", "en", "tv", "media", "wire", "net", "web", "info", "24", "portal", "international", "arabic", "ar", "fr", "world", "today", "newswire", "nachrichten", "presse", "noticias"];

    // No part of anybody's name, whoever sends it as one.
    private static readonly SearchValues<char> Markup = SearchValues.Create("<>[]{}\"\\");

    private List<string>? hosts;
    private ulong? beginnings;

    /// <summary>Whether the name is one under which the sender may sign.</summary>
    public bool For(ReadOnlySpan<char> name)
    {
        if (name.Length is < 3 or > Longest || char.IsLower(name[0]) || !char.IsLetter(name[0])) return false;
        // Most names that are asked for are others': that the first letter tells.
        if (((beginnings ??= Beginnings()) & Beginning(name[0])) == 0 || name.IndexOfAny(Markup) >= 0 || Places.IsCityInAnyCase(name)) return false;
        Span<char> buffer = stackalloc char[Longest];
        var plain = buffer[..Plain(name, buffer)];
        if (plain.Length < 3) return false;
        foreach (var sender in senders)
            if (IsNameOf(sender, name, plain)) return true;

        foreach (var label in hosts ??= Hosts())
            if (label.AsSpan().StartsWith(plain) && IsAddition(label.AsSpan(plain.Length))) return true;

        return false;
    }

    // "LRNA English", "Tarn News – Tidal News Association", and the initials of a long name.
    private static bool IsNameOf(string sender, ReadOnlySpan<char> name, ReadOnlySpan<char> plain)
    {
        if (sender.AsSpan().StartsWith(name, StringComparison.OrdinalIgnoreCase) && sender.Length > name.Length && !char.IsLetterOrDigit(sender[name.Length])
            && (Places.IsCapital(name) || Agencies.SaysNews(sender.AsSpan(0, Math.Min(sender.Length, 80))) || name.Contains(' '))) return true;
        if (!Places.IsCapital(name) || name.Contains(' ')) return false;
        var at = 0;
        foreach (var range in sender.AsSpan().SplitAny(' ', '-', '–'))
        {
            var word = sender.AsSpan()[range];
            if (word.IsEmpty || !char.IsUpper(word[0])) continue;
            if (at == plain.Length || char.ToLowerInvariant(word[0]) != plain[at++]) return false;
        }

        return at == plain.Length;
    }

    private static bool IsAddition(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty) return true;
        foreach (var addition in Additions)
            if (rest.SequenceEqual(addition)) return true;

        return false;
    }

    /// <summary>Whether an address leads to where the item comes from.</summary>
    public bool ForHost(ReadOnlySpan<char> host)
    {
        foreach (var range in host.Split('.'))
            foreach (var label in hosts ??= Hosts())
                if (label is not ("www" or "news") && label.Length > 2 && host[range].Equals(label, StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }

    /// <summary>A bit for each letter with which a name or a host of the sender begins.</summary>
    private ulong Beginnings()
    {
        var letters = 0UL;
        // Itself, or the initials of those of its words that have a capital: the first of these begins it.
        foreach (var sender in senders)
        {
            letters |= Beginning(sender[0]);
            foreach (var c in sender)
                if (char.IsUpper(c)) letters |= Beginning(c);
        }

        foreach (var label in hosts ??= Hosts())
            if (label.Length > 0) letters |= Beginning(label[0]);
        return letters;
    }

    /// <summary>Letters of one bit may be told apart further on; none of two is the same in another case.</summary>
    private static ulong Beginning(char letter) => 1UL << (char.ToLowerInvariant(letter) & 63);

    private List<string> Hosts()
    {
        var (labels, left) = (new List<string>(), MostHosts);
        foreach (var link in item.Links)
            if (link.Rel is "alternate" or "canonical") Add(link.Href);

        Add(item.Uri);
        Add(item.Credit?.SourceUrl);
        Add(item.Body?.BaseUri?.AbsoluteUri);
        foreach (var author in item.Authors) Add(author.Email is { } mail ? "mailto://" + mail : null);
        return labels;

        void Add(string? address)
        {
            if (address is null || left-- <= 0) return;
            var host = HostOf(address);
            for (int dot; (dot = host.IndexOf('.')) >= 0; host = host[(dot + 1)..])
                if (dot > 2) labels.Add(host[..dot].ToString().Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());
        }
    }

    // "news.example" of "https://news.example:8080/a": an address of every item is looked at, so it is taken apart only where it has other letters.
    private static ReadOnlySpan<char> HostOf(string address)
    {
        var begin = address.IndexOf("://", StringComparison.Ordinal);
        if (begin < 0) return default;
        // Its letters as they are: asking for those of IDNA throws where half a letter is among them.
        if (!Ascii.IsValid(address)) return Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri.Host : default;
        var host = address.AsSpan(begin + 3);
        if (host.IndexOfAny('/', '?', '#') is >= 0 and var end) host = host[..end];
        host = host[(host.LastIndexOf('@') + 1)..];
        return host.IndexOf(':') is >= 0 and var port ? host[..port] : host;
    }

    private static int Plain(ReadOnlySpan<char> name, Span<char> plain)
    {
        var length = 0;
        foreach (var c in name)
            if (char.IsLetterOrDigit(c)) plain[length++] = char.ToLowerInvariant(c);

        return length;
    }
}
