using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Opml;

/// <summary>What an import did.</summary>
/// <param name="Refused">Each address that couldn't be taken, with the reason.</param>
public sealed record OpmlOutcome(int Sources, int Feeds, int Known, IReadOnlyList<(string Address, string Reason)> Refused);

/// <summary>
/// Takes the feeds of an OPML list on, within one write. Nothing is fetched meanwhile; afterwards they come due one after
/// the other. A feed that is known stays as it is; a feed of a source that is known becomes that source's: by its site, or by its name where
/// the sites don't say otherwise. Two publishers may each have a "World News", and the wrong one must not be credited.
/// </summary>
public static class OpmlImport
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    public static async Task<OpmlOutcome> Perform(DatelineDb db, IReadOnlyList<OpmlFeed> list, string? edition, DateTimeOffset now, CancellationToken cancel)
    {
        var editions = await db.Editions.OrderBy(one => one.Position).ToListAsync(cancel);
        var sources = await db.Set<Source>().ToListAsync(cancel);
        var (added, feeds, known) = (0, 0, 0);
        var folders = new Dictionary<Guid, string?>();
        var refused = new List<(string, string)>();
        foreach (var line in list)
        {
            var language = line.Language is { Length: > 1 and <= 35 } said ? said : editions.FirstOrDefault(one => one.Code == edition)?.Language ?? editions.FirstOrDefault()?.Language ?? "en";
            var goes = edition ?? (editions.FirstOrDefault(one => one.Language == language) ?? editions.FirstOrDefault())?.Code ?? "";
            var site = Site(line.Site);
            var (address, wrong) = FeedAddress.Read(line.Address, "");
            if (address is not { Transport: Transport.Web }) refused.Add((line.Address, wrong?.Sentence ?? T("An OPML list holds addresses of the web.")));
            else if (editions.TrueForAll(one => one.Code != goes)) refused.Add((line.Address, T("There is no such edition.")));
            else if (db.Set<Feed>().Local.Any(feed => feed.Url == address.Text) || await db.Feeds.AnyAsync(feed => feed.Url == address.Text, cancel)) known++;
            else
            {
                bool Fits(Source one) => one.Site is { } own && site is not null ? IsSameHouse(own, site) : !folders.TryGetValue(one.Id, out var folder) || folder is null || line.Parent is null || folder == line.Parent;
                var (name, source) = Find(line, site, sources, Fits);
                if (source is null)
                {
                    (source, var refusal) = await SourceChanges.Add(db, new SourceDraft(name, site, language), now, cancel);
                    if (source is null)
                    {
                        refused.Add((line.Address, refusal!.Sentence));
                        continue;
                    }
                    await db.SaveChangesAsync(cancel); // the next one's word is chosen among those that are there
                    sources.Add(source);
                    folders[source.Id] = line.Parent;
                    added++;
                }
                var (feed, no) = await SourceChanges.AddFeed(db, source.Id, address.Text, goes, null, null, now + (Apart * feeds), cancel);
                if (feed is null) refused.Add((line.Address, no!.Sentence));
                else feeds++;
            }
        }
        if (added > 0) db.Journal.Add(new HouseChanged());
        return new OpmlOutcome(added, feeds, known, refused);
    }

    /// <summary>The source that it is of; null: it is to be made, with this name.</summary>
    private static (string Name, Source? Source) Find(OpmlFeed line, string? site, List<Source> sources, Predicate<Source> fits)
    {
        var name = "";
        foreach (var called in Names(line, site))
        {
            name = called;
            var named = sources.FindAll(one => string.Equals(one.Name, called, StringComparison.OrdinalIgnoreCase));
            if ((named.Find(fits) ?? sources.Find(one => site is not null && Site(one.Site) == site)) is { } known) return (name, known);
            if (named.Count == 0) break;
        }
        return (name, null);
    }

    /// <summary>What it may be called: its own name, or where another house's feed has that one, with the outline around it or the house before it.</summary>
    private static IEnumerable<string> Names(OpmlFeed line, string? site)
    {
        var house = Uri.TryCreate(site ?? line.Address, UriKind.Absolute, out var uri) ? uri.Host : line.Address;
        var name = Cut(line.Name ?? house, LongestName);
        yield return name;
        if (line.Parent is { } parent && !parent.Equals(name, StringComparison.OrdinalIgnoreCase)) yield return Cut($"{Cut(parent, LongestName / 2)}: {name}", LongestName);
        yield return Cut($"{Cut(house, LongestName / 2)}: {name}", LongestName);
    }

    private const int LongestName = 100;

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];

    /// <summary>By their hosts: a feed of sport names the page of sport.</summary>
    private static bool IsSameHouse(string one, string other) =>
        Uri.TryCreate(one, UriKind.Absolute, out var a) && Uri.TryCreate(other, UriKind.Absolute, out var b) && Bare(a.IdnHost).Equals(Bare(b.IdnHost), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    private static string? Site(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.AbsoluteUri.Length <= 500 ? uri.AbsoluteUri : null;
}
