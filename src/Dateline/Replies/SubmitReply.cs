using System.Globalization;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Layout.Languages;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies;

/// <summary>POST /{edition}/{key}/{slug}/reply. Nothing that a reader wrote is lost: what can't be kept stands in the form again.</summary>
internal sealed class SubmitReply(PublicPages pages, DatelineDbFactory databases, Register register, Writes writes, AddressVault vault, TimeProvider clock)
{
    private const int RetryWhenFull = 30;
    private static readonly TimeSpan SameForm = TimeSpan.FromMinutes(10);

    public async Task<IResult> Post(string edition, string key, HttpContext http, FormFields fields)
    {
        var cancel = http.RequestAborted;
        var now = clock.Now();
        PublicStory? story;
        await using (var db = databases.Open()) story = await db.FindPublicStory(key, now, cancel);
        var book = await register.Book(cancel);
        if (story is null || book.Edition(story.Edition) is not { } of) // it may have moved to another edition while somebody wrote
            return await pages.ServeUncached(http, edition, (make, stop) => ReplyPages.Gone(make, key, edition, stop));

        var words = Wording.Of(of.Language);
        var form = ReplyForm.Of(fields);
        if (!story.RepliesOpen) return await Again(http, story, form, None, StatusCodes.Status403Forbidden);
        var (reply, problems) = form.Check(words);
        if (reply is null) return await Again(http, story, form, problems, StatusCodes.Status422UnprocessableEntity);

        try
        {
            var network = vault.Recognise("network", NetworkCount.PartOf(http.Connection.RemoteIpAddress));
            var written = await writes.Run((db, stop) => Keep(db, story, reply, network, fields.Has(ReplyForm.Honey), now, stop), cancel);
            if (written.Value.Wait is { } wait)
            {
                http.Response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return await Again(http, story, form, Problem(words[wait.TotalMinutes > 1 ? "reply.error.later" : "reply.error.soon"]), StatusCodes.Status429TooManyRequests);
            }
            // A program that filled in the hidden field sees what a person sees: it learns nothing.
            return written.Value.Public is { } id ? new SeeOther($"{story.Path}#{PublicReply.AnchorOf(id)}", written.Position) : new SeeOther($"{story.Path}/reply/held");
        }
        catch (StorageRefusedException)
        {
            http.Response.Headers.RetryAfter = RetryWhenFull.ToString(CultureInfo.InvariantCulture);
            return await Again(http, story, form, Problem(words["reply.error.full"]), StatusCodes.Status503ServiceUnavailable);
        }
    }

    /// <summary>What became of it: it is public already, or waits (both null), or came too soon after others.</summary>
    private readonly record struct Reception(Guid? Public, TimeSpan? Wait);

    private async Task<Reception> Keep(DatelineDb db, PublicStory story, CheckedReply reply, string network, bool hiddenFieldFilled, DateTimeOffset now, CancellationToken cancel)
    {
        // The window and the one before: nobody's second press falls on the wrong side of a border.
        var window = now.ToUnixTimeSeconds() / (long)SameForm.TotalSeconds;
        string Repeat(long at) => vault.Recognise("repeat", story.Key, reply.Parent?.ToString() ?? "", reply.Name, reply.Email, reply.Website ?? "", reply.Body.ToJson(), at.ToString(CultureInfo.InvariantCulture));
        var (here, before) = (Repeat(window), Repeat(window - 1));
        var known = await db.Set<Reply>().Where(one => one.RepeatKey == here || one.RepeatKey == before)
            .Select(one => new { one.Id, one.State }).FirstOrDefaultAsync(cancel);
        if (known is not null) return new Reception(known.State == ReplyState.Published ? known.Id : null, null);
        if (await NetworkCount.Add(db, network, now, cancel) is { } wait) return new Reception(null, wait);

        var added = new Reply
        {
            Id = Guid.CreateVersion7(now),
            StoryId = story.Id,
            StoryKey = story.Key,
            Edition = story.Edition,
            // What isn't public (any more) can't be answered: then it's a reply to the story.
            ParentId = await db.PublicReplyName(story.Id, reply.Parent, cancel) is null ? null : reply.Parent,
            Name = reply.Name,
            EmailCipher = vault.Hide(reply.Email),
            Website = reply.Website,
            Body = reply.Body,
            SubmittedAt = now,
            RepeatKey = here,
        };
        db.Add(added);
        db.Journal.Add(new ReplyReceived(added.Id));
        if (hiddenFieldFilled)
        {
            var (decision, fact) = added.Decide(ReplyState.Spam, new Verdict(Guid.CreateVersion7(now), now, By: null, Rules.HiddenField));
            db.Add(decision);
            db.Journal.Add(fact);
        }
        return default;
    }

    private static readonly Dictionary<string, string> None = [];

    private static Dictionary<string, string> Problem(string sentence) => new(StringComparer.Ordinal) { [""] = sentence };

    private Task<IResult> Again(HttpContext http, PublicStory story, ReplyForm form, IReadOnlyDictionary<string, string> problems, int status) =>
        pages.ServeUncached(http, story.Edition, async (make, cancel) =>
        {
            var page = await make.Html<ReplyFormPage>(new()
            {
                [nameof(ReplyFormPage.Page)] = make.Page,
                [nameof(ReplyFormPage.Story)] = story,
                [nameof(ReplyFormPage.Form)] = form,
                [nameof(ReplyFormPage.Answers)] = await make.Db.PublicReplyName(story.Id, form.ParentId, cancel),
                [nameof(ReplyFormPage.Problems)] = problems,
            }, status);
            return page with { CacheControl = "no-store" };
        });
}
