using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Operating;

/// <summary><c>dateline source add</c>.</summary>
internal static class AddSource
{
    public static async Task<int> Run(IServiceProvider services, string name, string? site, string language, string? edition, IReadOnlyList<string> feeds, CancellationToken cancel)
    {
        var now = services.GetRequiredService<TimeProvider>().Now();
        var refusals = new List<string>();
        await services.GetRequiredService<Writes>().Run(async (db, stop) =>
        {
            var goes = edition ?? await db.Editions.Where(one => one.Language == language).OrderBy(one => one.Position).Select(one => one.Code).FirstOrDefaultAsync(stop)
                ?? await db.Editions.OrderBy(one => one.Position).Select(one => one.Code).FirstOrDefaultAsync(stop);
            if (goes is null)
            {
                refusals.Add("There is no edition yet: run 'dateline serve' and open the first-run page.");
                return;
            }
            var (source, refusal) = await SourceChanges.Add(db, new SourceDraft(name, site, language), now, stop);
            if (refusal is not null) refusals.Add(refusal.Sentence);
            if (source is null) return;
            await db.SaveChangesAsync(stop);
            foreach (var feed in feeds)
                if ((await SourceChanges.AddFeed(db, source.Id, feed, goes, null, null, now, stop)).Refusal is { } wrong) refusals.Add($"{feed}: {wrong.Sentence}");
            await Console.Out.WriteLineAsync($"{source.Name} is a source now; its stories go to the edition '{goes}'.");
        }, cancel);
        foreach (var refusal in refusals) await Console.Error.WriteLineAsync(refusal);
        return refusals.Count == 0 ? 0 : 1;
    }
}
