using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Replies.Letters;
using Dateline.Replies.Readers;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Following;

/// <summary>
/// /{edition}/follow/stop/{secret}: a page with one button, and the POST that the button and a mail program's own (RFC 8058) send.
/// The mail program comes from another site, without a cookie; the secret is all it needs.
/// </summary>
internal sealed class StopRoutes(PublicPages pages, Writes writes, Register register)
{
    public async Task<IResult> Get(string edition, string secret, CancellationToken cancel) => (await register.Book(cancel)) is var book && book.Edition(edition) is { } of
        ? new StaffPage<StopPage>(new() { [nameof(StopPage.Page)] = pages.Page(book, of), [nameof(StopPage.Action)] = $"/{edition}/follow/stop/{Uri.EscapeDataString(secret)}" })
        : Results.NotFound();

    public async Task<IResult> Post(string edition, string secret, CancellationToken cancel)
    {
        var book = await register.Book(cancel);
        if (book.Edition(edition) is not { } of || secret.Length > 64) return Results.NotFound();
        var hash = ReaderLinks.Hash(secret);
        await writes.Run((db, stop) => db.Set<Follow>().Where(follow => follow.SecretHash == hash).ExecuteDeleteAsync(stop), cancel);
        return new StaffPage<StopPage>(new() { [nameof(StopPage.Page)] = pages.Page(book, of) });
    }
}
