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
/// the other. A feed that is known stays as it is; a feed of a source that is known, by its name or its site, becomes that source's.
/// </summary>
public static class OpmlImport
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(1);

    public static async Task<OpmlOutcome> Perform(DatelineDb db, IReadOnlyList<OpmlFeed> list, string? edition, DateTimeOffset now, CancellationToken cancel)
    {
        var editions = await db.Editions.OrderBy(one => one.Position).ToListAsync(cancel);
        var sources = await db.Set<Source>().ToListAsync(cancel);
        var (added, feeds, known) = (0, 0, 0);
        var refused = new List<(string, string)>();
        foreach (var line in list)
        {
            var language = line.Language is { Length: > 1 and <= 35 } said ? said : editions.FirstOrDefault(one => one.Code == edition)?.Language ?? editions.FirstOrDefault()?.Language ?? "en";
            var goes = edition ?? (editions.FirstOrDefault(one => one.Language == language) ?? editions.FirstOrDefault())?.Code ?? "";
            var (name, site) = (Name(line), Site(line.Site));
            var (address, wrong) = FeedAddress.Read(line.Address, "");
            if (address is not { Transport: Transport.Web }) refused.Add((line.Address, wrong?.Sentence ?? T("An OPML list holds addresses of the web.")));
            else if (editions.TrueForAll(one => one.Code != goes)) refused.Add((line.Address, T("There is no such edition.")));
            else if (db.Set<Feed>().Local.Any(feed => feed.Url == address.Text) || await db.Feeds.AnyAsync(feed => feed.Url == address.Text, cancel)) known++;
            else
            {
                var source = sources.Find(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)) ?? sources.Find(one => site is not null && Site(one.Site) == site);
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

    private static string Name(OpmlFeed line)
    {
        var name = line.Name ?? (Uri.TryCreate(line.Address, UriKind.Absolute, out var uri) ? uri.Host : line.Address);
        return name.Length > 100 ? name[..100] : name;
    }

    private static string? Site(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) && uri.AbsoluteUri.Length <= 500 ? uri.AbsoluteUri : null;
}
