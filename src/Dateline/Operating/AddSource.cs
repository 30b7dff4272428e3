using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Operating;

/// <summary><c>dateline source add</c>: the source and all its feeds, or nothing at all and every reason why.</summary>
internal sealed class AddSource(IServiceProvider services, Uri publicUrl)
{
    private const int Interval = 120;

    /// <param name="inner">host:port pairs of the inner network that the feeds may reach. The operator's word alone: the desk has no such field.</param>
    public async Task<int> Run(SourceDraft draft, string? edition, IReadOnlyList<string> feeds, IReadOnlyList<string> inner, CancellationToken cancel)
    {
        var now = services.GetRequiredService<TimeProvider>().Now();
        var written = await services.GetRequiredService<Writes>().Run((db, stop) => Add(db, draft, edition, feeds, inner, now, stop), cancel);
        var (done, refusals) = written.Value;
        if (done is not null) await Console.Out.WriteLineAsync(done);
        foreach (var refusal in refusals) await Console.Error.WriteLineAsync(refusal);
        if (done is null && feeds.Count > 0) await Console.Error.WriteLineAsync("Nothing was added.");
        return done is null ? 1 : 0;
    }

    private async Task<(string? Done, IReadOnlyList<string> Refusals)> Add(
        DatelineDb db, SourceDraft draft, string? edition, IReadOnlyList<string> feeds, IReadOnlyList<string> inner, DateTimeOffset now, CancellationToken cancel)
    {
        if (inner.FirstOrDefault(place => !PrivatePlaces.IsOne(place)) is { } wrong) return (null, [$"--allow-private: '{wrong}' isn't a host and its port, like wire.internal:8080."]);
        if (edition is not null && !await db.Editions.AnyAsync(one => one.Code == edition, cancel)) return (null, [$"--edition: there is no edition '{edition}'."]);
        var goes = edition ?? await db.Editions.Where(one => one.Language == draft.Language).OrderBy(one => one.Position).Select(one => one.Code).FirstOrDefaultAsync(cancel)
            ?? await db.Editions.OrderBy(one => one.Position).Select(one => one.Code).FirstOrDefaultAsync(cancel);
        if (goes is null) return (null, [await WithoutEdition(db, cancel)]);
        if (await Namesake(db, draft.Name, cancel) is { } known) return (null, [$"There is a source {known.Name} already. Give it more feeds at {new Uri(publicUrl, $"/desk/sources/{known.Id}")}"]);

        var (source, refusal) = await SourceChanges.Draw(db, draft, now, cancel);
        if (source is null) return (null, [refusal!.Sentence]);
        var (addresses, refusals) = await Check(db, source, goes, feeds, cancel);
        if (refusals.Count > 0) return (null, refusals);

        SourceChanges.Enter(db, source);
        foreach (var address in addresses)
            if ((await SourceChanges.AddFeed(db, source.Id, address.Text, goes, Interval, inner.Count == 0 ? null : string.Join(", ", inner), now, cancel)).Refusal is { } late)
                throw new InvalidOperationException($"{address.Text} passed the check and was refused: {late.Sentence}"); // nothing of the write is kept then
        return ($"{source.Name} is a source now; its stories go to the edition '{goes}'.", []);
    }

    /// <summary>All of them before any is kept, so that whoever mends the line can give the whole command again.</summary>
    private static async Task<(IReadOnlyList<FeedAddress> Addresses, IReadOnlyList<string> Refusals)> Check(
        DatelineDb db, Source source, string edition, IReadOnlyList<string> feeds, CancellationToken cancel)
    {
        var (addresses, refusals) = (new List<FeedAddress>(), new List<string>());
        foreach (var feed in feeds)
        {
            var (address, refusal) = await SourceChanges.CheckFeed(db, source.Key, feed, edition, cancel);
            if (address is null) refusals.Add($"{feed}: {refusal!.Sentence}");
            else if (!addresses.Contains(address)) addresses.Add(address); // given twice, meant once
        }
        return (addresses, refusals);
    }

    private static async Task<Source?> Namesake(DatelineDb db, string name, CancellationToken cancel)
    {
        var clean = LineText.Clean(name, SourceDraft.LongestName).Value;
        return (await db.Sources.ToListAsync(cancel)).Find(source => string.Equals(source.Name, clean, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The first-run page makes an edition, and is closed as soon as there is anybody who could sign in.</summary>
    private async Task<string> WithoutEdition(DatelineDb db, CancellationToken cancel) => await db.Staff.AnyAsync(cancel)
        ? $"There is no edition yet: run 'dateline serve', sign in and make one at {new Uri(publicUrl, "/desk/editions/new")}."
        : "There is no edition yet: run 'dateline serve' and open the first-run page.";
}
