using System.Globalization;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Opml;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Operating;

/// <summary><c>dateline source import FILE.opml</c> and <c>dateline source export</c>.</summary>
internal static class SourceLists
{
    public static async Task<int> Import(IServiceProvider services, string path, string? edition, CancellationToken cancel)
    {
        byte[] file;
        try
        {
            if (new FileInfo(path).Length > OpmlReader.MostBytes) return await Refuse($"{path} is larger than {OpmlReader.MostBytes >> 20} MB.");
            file = await File.ReadAllBytesAsync(path, cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return await Refuse($"{path} can't be read: {failure.Message}");
        }
        if (!OpmlReader.IsOpml(file)) return await Refuse($"{path} isn't an OPML file.");
        var now = services.GetRequiredService<TimeProvider>().Now();
        var outcome = (await services.GetRequiredService<Writes>().Run((db, stop) => OpmlImport.Perform(db, OpmlReader.Read(file), edition, now, stop), cancel)).Value;
        foreach (var (address, reason) in outcome.Refused) await Console.Error.WriteLineAsync($"{address}: {reason}");
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{outcome.Feeds} feeds added, {outcome.Sources} new sources, {outcome.Known} feeds known already, {outcome.Refused.Count} refused."));
        return outcome.Refused.Count == 0 ? 0 : 1;
    }

    public static async Task<int> Export(IServiceProvider services, CancellationToken cancel)
    {
        await using var db = services.GetRequiredService<DatelineDbFactory>().Open();
        await using var output = Console.OpenStandardOutput();
        await output.WriteAsync(await Opml(db, services.GetRequiredService<TimeProvider>().Now(), cancel), cancel);
        return 0;
    }

    private static async Task<byte[]> Opml(DatelineDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var feeds = (await db.Feeds.OrderBy(feed => feed.Id).ToListAsync(cancel)).ToLookup(feed => feed.SourceId);
        var sources = await db.Sources.OrderBy(source => source.Name).ToListAsync(cancel);
        return OpmlWriter.Write("Sources", sources.Select(source => (source, (IReadOnlyList<Feed>)[.. feeds[source.Id]])), now);
    }

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 2;
    }
}
