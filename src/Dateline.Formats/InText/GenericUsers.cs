using System.Collections.Frozen;

namespace Dateline.Formats.InText;

/// <summary>Names that publishing systems send for want of a writer: <c>admin</c>, <c>desk</c>. Nobody is called so and nobody is to be credited so.</summary>
internal static class GenericUsers
{
    private const int Longest = 16;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names =
        "admin administrator desk editor editors webmaster wpadmin wp-admin root superadmin superuser user guest unknown noreply author publisher newsdesk newsroom webadmin webdesk webeditor siteadmin sysadmin moderator contributor nobody"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether nobody is meant; a number may stand behind it, <c>editor2</c>.</summary>
    public static bool Is(ReadOnlySpan<char> name) => name.Length <= Longest && Names.Contains(name.Trim().TrimEnd("0123456789_-"));

    /// <summary>The item without them.</summary>
    public static NewsItem Without(NewsItem item)
    {
        var named = false;
        for (var i = 0; i < item.Authors.Count && !named; i++) named = item.Authors[i].Name is { } name && Is(name);
        if (!named && !(item.Byline is { Length: <= Longest } byline && Is(byline))) return item;
        var left = item.Authors.Where(author => author.Name is null || !Is(author.Name)).ToList();
        var names = left.Select(author => author.Name).OfType<string>().ToList();
        return item with
        {
            Authors = left,
            Byline = item.Byline is { } line && line.Split(", ").Any(part => Is(part)) ? names.Count == 0 ? null : string.Join(", ", names) : item.Byline,
            Credit = item.Credit is { CreditLine: { } credit } && credit.Split(", ").Any(part => Is(part)) ? Credited(item.Credit, credit) : item.Credit,
        };
    }

    private static Credit? Credited(Credit credit, string line)
    {
        var left = string.Join(", ", line.Split(", ").Where(part => !Is(part)));
        credit = credit with { CreditLine = left.Length == 0 ? null : left };
        return credit.IsEmpty ? null : credit;
    }
}
