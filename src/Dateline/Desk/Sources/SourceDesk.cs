using Dateline.Desk.Doors;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Opml;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Sources;

/// <summary>A source and how it fares, as the list shows it.</summary>
public sealed record SourceLine(Source Source, IReadOnlyList<Feed> Feeds, int ItemsToday);

/// <summary>What the page of one source shows beside its form.</summary>
public sealed record SourceFile(Source Source, IReadOnlyList<FeedFile> Feeds, IReadOnlyList<WireItem> Items, IReadOnlyList<RefusedPiece> Refused, Volume Volume)
{
    /// <summary>Linked pages whose text didn't come.</summary>
    public IReadOnlyList<FailedPage> Pages { get; init; } = [];
}

/// <summary>A secret in clear, shown this once.</summary>
public sealed record ShownSecret(Guid Feed, string Secret);

/// <summary>The pages about sources, read fresh for whoever asks.</summary>
internal sealed class SourceDesk(DatelineDb db, Register register, StorageOptions storage, TimeProvider clock)
{
    private const int LatestItems = 15;
    private const int LatestRefused = 20;

    public async Task<IResult> List(Editor editor, OpmlOutcome? imported, Refusal? refusal, CancellationToken cancel)
    {
        var since = clock.Now() - TimeSpan.FromDays(1);
        var sources = await db.Sources.OrderBy(source => source.Name).ToListAsync(cancel);
        var feeds = (await db.Feeds.OrderBy(feed => feed.Id).ToListAsync(cancel)).ToLookup(feed => feed.SourceId);
        var items = await db.WireItems.Where(item => item.Number > 0 && item.ChangedAt > since).GroupBy(item => item.SourceId)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        return new StaffPage<SourcesPage>(new()
        {
            [nameof(SourcesPage.Editor)] = editor,
            [nameof(SourcesPage.Agency)] = await register.Agency(cancel),
            [nameof(SourcesPage.Sources)] = sources.ConvertAll(source => new SourceLine(source, [.. feeds[source.Id]], items.GetValueOrDefault(source.Id))),
            [nameof(SourcesPage.Editions)] = (await register.Book(cancel)).Editions,
            [nameof(SourcesPage.Imported)] = imported,
            [nameof(SourcesPage.Problems)] = refusal is null ? Array.Empty<Refusal>() : [refusal],
            [nameof(SourcesPage.Now)] = clock.Now(),
        }, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
    }

    public async Task<byte[]> Opml(CancellationToken cancel)
    {
        var feeds = (await db.Feeds.OrderBy(feed => feed.Id).ToListAsync(cancel)).ToLookup(feed => feed.SourceId);
        var sources = await db.Sources.OrderBy(source => source.Name).ToListAsync(cancel);
        return OpmlWriter.Write($"{await register.Agency(cancel)}: sources", sources.Select(source => (source, (IReadOnlyList<Feed>)[.. feeds[source.Id]])), clock.Now());
    }

    public async Task<IResult> New(Editor editor, SourceForm form, Refusal? refusal, CancellationToken cancel) =>
        await Page(editor, null, form, 0, new FeedForm(), refusal is null ? [] : [refusal], [], null, refusal is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity, cancel);

    public async Task<IResult> Show(Editor editor, Guid id, string? flash, CancellationToken cancel) =>
        await File(id, cancel) is { } file ? await Page(editor, file, SourceForm.Of(file.Source), file.Source.Version, new FeedForm(), [], [], flash, StatusCodes.Status200OK, cancel) : Results.NotFound();

    /// <summary>The source's own form was refused; what was typed stays. After a conflict, saving again replaces what came between.</summary>
    public async Task<IResult> Refuse(Editor editor, Guid id, SourceForm form, int version, Refusal refusal, CancellationToken cancel)
    {
        if (await File(id, cancel) is not { } file) return Results.NotFound();
        if (refusal.Code != "conflict") return await Page(editor, file, form, version, new FeedForm(), [refusal], [], null, StatusCodes.Status422UnprocessableEntity, cancel);
        var words = new Refusal("", T("Somebody else saved this source while you were writing. Yours stands below; save again to replace theirs, or open the page anew to see it."));
        return await Page(editor, file, form, file.Source.Version, new FeedForm(), [words], [], null, StatusCodes.Status409Conflict, cancel);
    }

    /// <summary>Something about a feed was refused.</summary>
    public async Task<IResult> RefuseFeed(Editor editor, Guid id, FeedForm form, Refusal refusal, CancellationToken cancel) =>
        await File(id, cancel) is { } file
            ? await Page(editor, file, SourceForm.Of(file.Source), file.Source.Version, form, [], [refusal], null, StatusCodes.Status422UnprocessableEntity, cancel) : Results.NotFound();

    /// <summary>The page with a push door's new secret on it. It can't be asked for again.</summary>
    public async Task<IResult> ShowSecret(Editor editor, Guid id, Guid feed, string secret, CancellationToken cancel) =>
        await File(id, cancel) is { } file
            ? await Page(editor, file, SourceForm.Of(file.Source), file.Source.Version, new FeedForm(), [], [], T("Copy the secret now: it isn’t shown again."), StatusCodes.Status200OK, cancel, new ShownSecret(feed, secret)) : Results.NotFound();

    private async Task<SourceFile?> File(Guid id, CancellationToken cancel) =>
        await db.Sources.FirstOrDefaultAsync(source => source.Id == id, cancel) is not { } source ? null : new SourceFile(
            source,
            await FeedFile.Of(db, id, storage, cancel),
            await db.WireItems.Where(item => item.SourceId == id && item.Number > 0).OrderByDescending(item => item.Row).Take(LatestItems).ToListAsync(cancel),
            await db.Quarantine.Where(row => row.SourceId == id && row.ReplayedAt == null).OrderByDescending(row => row.At).Take(LatestRefused)
                .Select(row => new RefusedPiece(row.Id, row.FeedId, row.SourceId, row.Reason, row.Line, row.Raw.Substring(0, RefusedPiece.Shown), row.Raw.Length > RefusedPiece.Shown, row.IsWhole, row.Gone, row.Held, row.At)).ToListAsync(cancel),
            await Volume.Of(db, id, clock.Now(), cancel))
        {
            Pages = await FailedPage.Of(db, id, cancel),
        };

    private async Task<IResult> Page(
        Editor editor, SourceFile? file, SourceForm form, int version, FeedForm feed, IReadOnlyList<Refusal> problems, IReadOnlyList<Refusal> feedProblems, string? flash, int status, CancellationToken cancel, ShownSecret? secret = null) =>
        new StaffPage<SourcePage>(new()
        {
            [nameof(SourcePage.Editor)] = editor,
            [nameof(SourcePage.Agency)] = await register.Agency(cancel),
            [nameof(SourcePage.File)] = file,
            [nameof(SourcePage.Form)] = form,
            [nameof(SourcePage.Version)] = version,
            [nameof(SourcePage.NewFeed)] = feed,
            [nameof(SourcePage.Problems)] = problems,
            [nameof(SourcePage.FeedProblems)] = feedProblems,
            [nameof(SourcePage.Editions)] = (await register.Book(cancel)).Editions,
            [nameof(SourcePage.Flash)] = flash,
            [nameof(SourcePage.Secret)] = secret,
            [nameof(SourcePage.Now)] = clock.Now(),
        }, status);
}
