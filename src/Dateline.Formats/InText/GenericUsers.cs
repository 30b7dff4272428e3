using System.Collections.Frozen;

namespace Dateline.Formats.InText;

/// <summary>Names that publishing systems send for want of a writer: <c>admin</c>, <c>desk</c>. Nobody is called so and nobody is to be credited so.</summary>
internal static class GenericUsers
{
    private const int Longest = 16;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names =
        "admin administrator desk editor editors webmaster wpadmin wp-admin root superadmin superuser user guest unknown noreply author publisher newsdesk newsroom webadmin webdesk webeditor siteadmin sysadmin moderator contributor nobody redaktion redaktionen redacción redaccion redação redacao rédaction redazione redactie redakcja redakce toimitus agencias agencies agences agenturen agenzie pressestelle medienstelle"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether nobody is meant; a number may stand behind it, <c>editor2</c>.</summary>
    public static bool Is(ReadOnlySpan<char> name) => name.Length <= Longest && (name.Trim().Equals("Super User", StringComparison.OrdinalIgnoreCase) || Names.Contains(name.Trim().TrimEnd("0123456789_-")));

    // shafaqna1, on a page of shafaqna.com: the house's own log-in.
    private static bool Is(string name, NewsItem item)
    {
        const int Least = 4;
        if (Is(name)) return true;
        if (name.Length is < Least or > Longest) return false;

        // rudaw, on a page of www.rudaw.net
        if (!char.IsAsciiDigit(name[^1])) return !name.AsSpan().ContainsAnyExceptInRange('a', 'z') && Agencies.IsKnown(name) && item.Page is { } own && own.AsSpan().IndexOf(name) is > 6 and < 30 and var at && own[at - 1] is '.' or '/' && own.Length > at + name.Length && own[at + name.Length] == '.';
        var house = name.AsSpan().TrimEnd("0123456789");
        return house.Length >= Least && !house.ContainsAnyExceptInRange('a', 'z') && item.Page is { } page && page.AsSpan().IndexOf(house, StringComparison.OrdinalIgnoreCase) is > 0 and < 40;
    }

    /// <summary>The item without them.</summary>
    public static NewsItem Without(NewsItem item)
    {
        item = Parted(item);
        var named = false;
        for (var i = 0; i < item.Authors.Count && !named; i++) named = item.Authors[i].Name is { } name && Is(name, item);
        if (!named && !(item.Byline is { Length: <= Longest } byline && Is(byline))) return item;
        var left = item.Authors.Where(author => author.Name is null || !Is(author.Name, item)).ToList();
        var names = left.Select(author => author.Name).OfType<string>().ToList();
        return item with
        {
            Authors = left,
            Byline = item.Byline is { } line && line.Split(", ").Any(part => Is(part, item)) ? names.Count == 0 ? null : string.Join(", ", names) : item.Byline,
            Credit = item.Credit is { CreditLine: { } credit } && credit.Split(", ").Any(part => Is(part, item)) ? Credited(item.Credit, credit, item) : item.Credit,
        };
    }

    // "Agencias, María Quilla", "Redacción / Agencias": of several in one field those go who are nobody.
    private static NewsItem Parted(NewsItem item)
    {
        foreach (var author in item.Authors)
        {
            if (author.Name is not { } name || !(name.Contains(", ", StringComparison.Ordinal) || name.Contains(" / ", StringComparison.Ordinal))) continue;
            var parts = name.Split([", ", " / "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (!Array.Exists(parts, part => Is(part))) continue;
            var left = string.Join(", ", parts.Where(part => !Is(part)));
            item = item with
            {
                Authors = [.. item.Authors.Where(other => left.Length > 0 || other != author).Select(other => other == author ? other with { Name = left } : other)],
                Byline = item.Byline == name ? left.Length > 0 ? left : null : item.Byline,
                Credit = item.Credit is { } credit && credit.CreditLine == name ? credit with { CreditLine = left.Length > 0 ? left : null } is { IsEmpty: false } kept ? kept : null : item.Credit,
            };
        }

        return item;
    }

    private static Credit? Credited(Credit credit, string line, NewsItem item)
    {
        var left = string.Join(", ", line.Split(", ").Where(part => !Is(part, item)));
        credit = credit with { CreditLine = left.Length == 0 ? null : left };
        return credit.IsEmpty ? null : credit;
    }
}
