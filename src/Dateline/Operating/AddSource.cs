using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Operating;

/// <summary><c>dateline source add</c>.</summary>
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
        return refusals.Count == 0 ? 0 : 1;
    }

    private async Task<(string? Done, IReadOnlyList<string> Refusals)> Add(
        DatelineDb db, SourceDraft draft, string? edition, IReadOnlyList<string> feeds, IReadOnlyList<string> inner, DateTimeOffset now, CancellationToken cancel)
    {
        if (inner.FirstOrDefault(place => !PrivatePlaces.IsOne(place)) is { } wrong) return (null, [$"--allow-private: '{wrong}' isn't a host and its port, like wire.internal:8080."]);
        var goes = edition ?? await db.Editions.Where(one => one.Language == draft.Language).OrderBy(one => one.Position).Select(one => one.Code).FirstOrDefaultAsync(cancel)
            ?? await db.Editions.OrderBy(one => one.Position).Select(one => one.Code).FirstOrDefaultAsync(cancel);
        if (goes is null) return (null, [await WithoutEdition(db, cancel)]);

        var (source, refusal) = await SourceChanges.Add(db, draft, now, cancel);
        if (source is null) return (null, [refusal!.Sentence]);
        await db.SaveChangesAsync(cancel);
        var refusals = new List<string>();
        foreach (var feed in feeds)
            if ((await SourceChanges.AddFeed(db, source.Id, feed, goes, Interval, inner.Count == 0 ? null : string.Join(", ", inner), now, cancel)).Refusal is { } no) refusals.Add($"{feed}: {no.Sentence}");
        return ($"{source.Name} is a source now; its stories go to the edition '{goes}'.", refusals);
    }

    /// <summary>The first-run page makes an edition, and is closed as soon as there is anybody who could sign in.</summary>
    private async Task<string> WithoutEdition(DatelineDb db, CancellationToken cancel) => await db.Staff.AnyAsync(cancel)
        ? $"There is no edition yet: run 'dateline serve', sign in and make one at {new Uri(publicUrl, "/desk/editions/new")}."
        : "There is no edition yet: run 'dateline serve' and open the first-run page.";
}
