using System.Net;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies;

/// <summary>POST /{edition}/{key}/{slug}/reply</summary>
internal sealed class SubmitReply(PublicPages pages, DatelineDbFactory databases, Register register, Writes writes, AddressVault vault, TimeProvider clock)
{
    private const int MostInAMinute = 6;
    private static readonly TimeSpan SameForm = TimeSpan.FromMinutes(10);

    public async Task<IResult> Post(string edition, string key, HttpContext http, FormFields fields)
    {
        var cancel = http.RequestAborted;
        var now = clock.Now();
        PublicStory? story;
        await using (var db = databases.Open()) story = await db.FindPublicStory(key, now, cancel);
        var book = await register.Book(cancel);
        if (story is null || story.Edition != edition || book.Edition(edition) is not { } of)
            return await pages.ServeUncached(http, edition, (make, _) => make.NotFound());

        var page = pages.Page(book, of);
        var form = ReplyForm.Of(fields);
        if (!story.RepliesOpen) return await Again(http, story, form, Problem(page.Words["reply.closed"]), StatusCodes.Status403Forbidden);
        var (reply, problems) = form.Check(page.Words);
        if (reply is null) return await Again(http, story, form, problems, StatusCodes.Status422UnprocessableEntity);

        try
        {
            var network = vault.Recognise("network", Network(http.Connection.RemoteIpAddress));
            var spam = fields.Has(ReplyForm.Honey);
            var written = await writes.Run((db, stop) => Keep(db, story, reply, network, spam, now, stop), cancel);
            // A program that filled in the hidden field sees what a person sees: it learns nothing.
            return written.Value ? new SeeOther($"{story.Path}/reply/held")
                : await Again(http, story, form, Problem(page.Words["reply.error.soon"]), StatusCodes.Status429TooManyRequests);
        }
        catch (StorageRefusedException)
        {
            return await Again(http, story, form, Problem(page.Words["reply.error.full"]), StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>Keeps the reply, held; a repeated one is the one we have. False: too many from this network.</summary>
    private async Task<bool> Keep(DatelineDb db, PublicStory story, CheckedReply reply, string network, bool spam, DateTimeOffset now, CancellationToken cancel)
    {
        var window = now.ToUnixTimeSeconds() / (long)SameForm.TotalSeconds;
        string Repeat(long at) => vault.Recognise("repeat", story.Key, reply.Parent?.ToString() ?? "", reply.Name, reply.Email, reply.Body.ToJson(), at.ToString());
        var (here, before) = (Repeat(window), Repeat(window - 1));
        if (await db.Set<Reply>().AnyAsync(known => known.RepeatKey == here || known.RepeatKey == before, cancel)) return true;
        if (!await CountIn(db, network, now.ToUnixTimeSeconds() / 60, cancel)) return false;

        var parent = reply.Parent is { } id && await db.Set<Reply>().AnyAsync(known => known.Id == id && known.StoryId == story.Id && known.State == ReplyState.Published, cancel) ? reply.Parent : null;
        var added = new Reply
        {
            Id = Guid.CreateVersion7(now),
            StoryId = story.Id,
            StoryKey = story.Key,
            Edition = story.Edition,
            ParentId = parent,
            Name = reply.Name,
            EmailCipher = vault.Hide(reply.Email),
            Website = reply.Website,
            Body = reply.Body,
            State = spam ? ReplyState.Spam : ReplyState.Held,
            SubmittedAt = now,
            RepeatKey = here,
        };
        db.Add(added);
        if (spam) db.Add(new ReplyDecision { Id = Guid.CreateVersion7(now), ReplyId = added.Id, From = ReplyState.Held, To = ReplyState.Spam, Reason = "hidden-field", At = now });
        db.Journal.Add(new ReplyReceived(added.Id));
        return true;
    }

    private static async Task<bool> CountIn(DatelineDb db, string network, long minute, CancellationToken cancel)
    {
        var count = await db.Set<ReplyCount>().AsTracking().FirstOrDefaultAsync(row => row.Network == network && row.Minute == minute, cancel);
        if (count is null) db.Add(count = new ReplyCount { Network = network, Minute = minute });
        if (count.Count >= MostInAMinute) return false;
        count.Count++;
        return true;
    }

    /// <summary>The reader's network: /24 of IPv4, /48 of IPv6.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null) return "";
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return Convert.ToHexString(bytes.AsSpan(0, bytes.Length == 4 ? 3 : 6));
    }

    private static Dictionary<string, string> Problem(string sentence) => new(StringComparer.Ordinal) { [""] = sentence };

    private Task<IResult> Again(HttpContext http, PublicStory story, ReplyForm form, IReadOnlyDictionary<string, string> problems, int status) =>
        pages.ServeUncached(http, story.Edition, (make, _) => make.Html<ReplyFormPage>(new()
        {
            [nameof(ReplyFormPage.Page)] = make.Page,
            [nameof(ReplyFormPage.Story)] = story,
            [nameof(ReplyFormPage.Form)] = form,
            [nameof(ReplyFormPage.Problems)] = problems,
        }, status));
}
