using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout.Languages;
using Dateline.Stories;
using Microsoft.AspNetCore.Components;

namespace Dateline.Layout;

/// <summary>Serves the public pages: from the page cache, or rendered once for all who wait.</summary>
public sealed class PublicPages(PageCache cache, PageParts parts, PageRenderer renderer, DatelineDbFactory databases, Register register, TimeProvider clock, DatelineOptions options)
{
    public Task<IResult> Serve(HttpContext http, string edition, Func<PublicRender, CancellationToken, Task<RenderedPage>> make) =>
        Serve(http, edition, [], make);

    /// <param name="query">The parameters that change the page, as understood; all others are ignored.</param>
    public Task<IResult> Serve(HttpContext http, string edition, ReadOnlySpan<Asked> query, Func<PublicRender, CancellationToken, Task<RenderedPage>> make) =>
        ServeKept(http, PageKey.Of(http, query), edition, make);

    private Task<IResult> ServeKept(HttpContext http, string key, string edition, Func<PublicRender, CancellationToken, Task<RenderedPage>> make)
    {
        var (asked, path) = (http.Request.Query, http.Request.Path); // taken now: the render may outlive the request that began it
        return cache.Serve(http, key, (render, cancel) => Render(asked, path, render, edition, make, cancel));
    }

    /// <summary>A public page that is never cached: a search, a form with errors.</summary>
    public async Task<IResult> ServeUncached(HttpContext http, string edition, Func<PublicRender, CancellationToken, Task<RenderedPage>> make) =>
        new PageResult(new CachedPage(await Render(http.Request.Query, http.Request.Path, new PageRender(), edition, make, http.RequestAborted), new HashSet<string>()));

    /// <summary>Something that isn't a page of one edition: a picture, a sitemap.</summary>
    public Task<IResult> ServeBytes(HttpContext http, Func<BytesRender, CancellationToken, Task<RenderedPage>> make) =>
        cache.Serve(http, PageKey.Of(http), async (render, cancel) =>
        {
            await using var db = databases.Open();
            return await make(new BytesRender(db, render, clock.Now(), options.PublicUrl), cancel);
        });

    private async Task<RenderedPage> Render(IQueryCollection asked, PathString path, PageRender render, string code, Func<PublicRender, CancellationToken, Task<RenderedPage>> make, CancellationToken cancel)
    {
        render.Shows(Subject.House);
        var book = await register.Book(cancel);
        if ((book.Edition(code) ?? (book.Editions is [var first, ..] ? first : null)) is not { } edition) return RenderedPage.Text(StatusCodes.Status404NotFound, "Not found.");
        await using var db = databases.Open();
        var rendering = new PublicRender(db, render, Page(book, edition), renderer, asked, (key, part, stop) => Part(key, path, render.IsPastMemory, code, part, stop));
        if (edition.Code == code) return await make(rendering, cancel);

        // No edition of ours; but something may have stood here before the house moved.
        if (OldAddress.Normal(path, null) is not { } old || await db.FindForwarding(old, clock.Now(), cancel) is not { } forwarding) return await rendering.NotFound();
        if (forwarding.StoryKey is { } key) render.Shows(Subject.Story(key)); // also of one that isn't public yet: publishing it must drop the 404
        return forwarding.Path is { } now ? rendering.Moved(now) : await rendering.NotFound();
    }

    /// <summary>It has a rendering of its own: it may have begun for another page, and reads the house as it is now.</summary>
    private async Task<CachedPage> Part(string key, PathString path, bool pastMemory, string edition, Func<PublicRender, CancellationToken, Task<RenderedPage>> make, CancellationToken cancel)
    {
        if (!pastMemory) return await parts.Get(key, (render, stop) => Render(QueryCollection.Empty, path, render, edition, make, stop), cancel);
        var alone = new PageRender { IsPastMemory = true };
        return new CachedPage(await Render(QueryCollection.Empty, path, alone, edition, make, cancel), alone.Subjects);
    }

    public PublicPage Page(HouseBook book, Edition edition) => new(edition, book, Wording.Of(edition.Language), options.PublicUrl, clock.Now());
}

/// <summary>Where the parts of a page come from.</summary>
public delegate Task<CachedPage> PartOf(string key, Func<PublicRender, CancellationToken, Task<RenderedPage>> make, CancellationToken cancel);

/// <summary>One rendering of a public page: what it reads from, and what it says it shows.</summary>
public sealed class PublicRender(DatelineDb db, PageRender render, PublicPage page, PageRenderer renderer, IQueryCollection query, PartOf parts)
{
    /// <summary>What is of today stands without its date.</summary>
    private DateTimeOffset _until = page.Edition.Midnight(page.Now);

    public DatelineDb Db => db;

    public PublicPage Page => page;

    /// <summary>True when nothing kept in memory may go into the page.</summary>
    public bool IsPastMemory => render.IsPastMemory;

    /// <summary>A part of the page that is kept apart (<see cref="PageParts"/>). The page shows what its parts show, and is kept no longer than they are.</summary>
    /// <param name="key">Of what it is: all that decides how it reads.</param>
    public async Task<RenderedPage> Part(string key, Func<PublicRender, CancellationToken, Task<RenderedPage>> make, CancellationToken cancel)
    {
        var part = await parts(key, make, cancel);
        foreach (var subject in part.Subjects) render.Shows(subject);
        if (part.Page.KeepUntil is { } until) KeepUntil(until);
        return part.Page;
    }

    public string? Query(string name) => query[name] is [{ Length: > 0 and <= 500 } value, ..] ? value : null;

    /// <summary>A fact about this subject drops the page.</summary>
    public void Shows(string subject) => render.Shows(subject);

    public void Shows(IEnumerable<StoryCard> cards)
    {
        foreach (var card in cards)
        {
            render.Shows(Subject.Story(card.Key));
            if (card.Source is { } source) render.Shows(Subject.Source(source.Id));
        }
    }

    public async Task<RenderedPage> Html<T>(Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK) where T : IComponent =>
        RenderedPage.Html(status, await renderer.Render<T>(parameters)) with { KeepUntil = _until };

    /// <summary>A part of a page: no more than its own elements.</summary>
    public async Task<RenderedPage> Fragment<T>(Dictionary<string, object?> parameters) where T : IComponent =>
        RenderedPage.Html(StatusCodes.Status200OK, await renderer.RenderFragment<T>(parameters)) with { KeepUntil = _until };

    /// <summary>So long it may be kept.</summary>
    public DateTimeOffset Until => _until;

    /// <summary>Without any fact the page would read otherwise from then on.</summary>
    public void KeepUntil(DateTimeOffset instant)
    {
        if (instant < _until) _until = instant;
    }

    public Task<RenderedPage> NotFound() => Html<NotFoundPage>(new() { [nameof(NotFoundPage.Page)] = page }, StatusCodes.Status404NotFound);

    public RenderedPage Moved(string path) => RenderedPage.Redirect(path, permanent: true);
}

/// <summary>One rendering of something that isn't a page of one edition.</summary>
public sealed class BytesRender(DatelineDb db, PageRender render, DateTimeOffset now, Uri publicUrl)
{
    public DatelineDb Db => db;

    public DateTimeOffset Now => now;

    public string Absolute(string path) => new Uri(publicUrl, path).AbsoluteUri;

    public void Shows(string subject) => render.Shows(subject);

    /// <summary>404, not kept: what isn't public yet has no subject whose fact would drop it.</summary>
    public RenderedPage Nothing() => RenderedPage.Text(StatusCodes.Status404NotFound, "Not found.") with { Keep = false };

    public RenderedPage Bytes(byte[] bytes, string contentType) => new(StatusCodes.Status200OK, contentType, bytes);
}
