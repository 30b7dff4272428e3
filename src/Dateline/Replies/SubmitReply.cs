using System.Globalization;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Layout.Languages;
using Dateline.Replies.Own;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Stories;

namespace Dateline.Replies;

/// <summary>POST /{edition}/{key}/{slug}/reply. Nothing that a reader wrote is lost: what can't be kept stands in the form again.</summary>
internal sealed class SubmitReply(
    PublicPages pages, DatelineDbFactory databases, Register register, Discussions discussions, Pipeline pipeline, ReceiveReply receive,
    AddressVault vault, ReaderCookie cookie, OwnKey keys, FormOpening opening, Underway underway, TimeProvider clock)
{
    private const int RetryWhenFull = 30;

    public async Task<IResult> Post(string edition, string key, HttpContext http, FormFields fields)
    {
        var cancel = http.RequestAborted;
        var now = clock.Now();
        var form = ReplyForm.Of(fields);
        PublicStory? story;
        Answered? parent;
        await using (var db = databases.Open())
        {
            story = await db.FindPublicStory(key, now, cancel);
            // What isn't public (any more) can't be answered: then it's a reply to the story.
            parent = story is null || form.ParentId is null ? null : await db.PublicReplyToAnswer(story.Id, form.ParentId.Value, cancel);
        }
        var book = await register.Book(cancel);
        if (story is null || book.Edition(story.Edition) is not { } of) // it may have moved to another edition while somebody wrote
            return await pages.ServeUncached(http, edition, (make, stop) => ReplyPages.Gone(make, key, stop));

        var words = Wording.Of(of.Language);
        var discussion = await discussions.OfIncoming(story, cancel);
        if (!discussion.IsOpen(now)) return await Closed(http, story, form);
        if (fields.WasMended) return await Again(http, story, form, Problem(words["reply.error.marred"]), StatusCodes.Status422UnprocessableEntity);
        var (reply, problems) = form.Check(words);
        if (reply is null) return await Again(http, story, form, problems, StatusCodes.Status422UnprocessableEntity);

        var pass = cookie.Read(http);
        var forgets = pass is not null && fields.Has(ReplyForm.ShownField) && !fields.Has(ReplyForm.RememberField);
        var sender = SenderKeys.Of(vault, http.Connection.RemoteIpAddress, reply.Email, reply.Name);
        using var place = underway.Enter();
        var candidate = new Candidate(story, reply, sender, discussion, now)
        {
            Place = place,
            Reader = forgets ? null : pass,
            Forgotten = forgets ? pass : null,
            Remember = fields.Has(ReplyForm.RememberField),
            HiddenFieldFilled = fields.Has(ReplyForm.Honey),
            FormAge = opening.Age(fields[FormOpening.Field]),
        };
        try
        {
            var screened = await pipeline.Look(candidate, cancel);
            if (screened.Refused is { } refused)
                // Whoever sends the same reply again is told what became of the first, however many they sent meanwhile.
                return await receive.Known(candidate, cancel) is { } known ? Taken(http, story, known, 0)
                    : refused.Rule == ClosedPhase.Closed ? await Closed(http, story, form)
                    : await Refuse(http, story, form, words, refused.Rule!, refused.Score);
            var written = await receive.Perform(candidate, parent, screened, cancel);
            if (written.Value.Closed) return await TooLate(http, edition, story, form, now);
            if (written.Value.Banned is { } banned) return await Refuse(http, story, form, words, banned, seconds: null);
            if (written.Value.Wait is { } wait) return await Refuse(http, story, form, words, written.Value.Slow ? PacePhase.Slow : PacePhase.TooMany, wait);
            if (forgets) cookie.End(http);
            return Taken(http, story, written.Value, written.Position);
        }
        catch (StorageRefusedException)
        {
            http.Response.Headers.RetryAfter = RetryWhenFull.ToString(CultureInfo.InvariantCulture);
            return await Again(http, story, form, Problem(words["reply.error.full"]), StatusCodes.Status503ServiceUnavailable);
        }
    }

    private SeeOther Taken(HttpContext http, PublicStory story, Reception reception, long position)
    {
        if (reception.Reader is { } pass) cookie.Give(http, pass);
        var anchor = reception.Public is { } id ? $"#{PublicReply.AnchorOf(id)}" : "";
        // Its own page, under a secret; for one that was sent before, what everybody may see.
        return reception.Kept is { } kept ? new SeeOther(keys.Address(story.Edition, kept) + anchor, position)
            : new SeeOther(anchor.Length > 0 ? story.Path + anchor : $"{story.Path}/reply/held");
    }

    /// <summary>Told plainly, with the words kept: too many or too soon (429), or not from this sender (403).</summary>
    private Task<IResult> Refuse(HttpContext http, PublicStory story, ReplyForm form, Wording words, string rule, double? seconds)
    {
        if (seconds is not { } wait) return Again(http, story, form, Problem(words["reply.error.banned"]), StatusCodes.Status403Forbidden, tellsContact: true);
        http.Response.Headers.RetryAfter = ((int)Math.Max(1, wait)).ToString(CultureInfo.InvariantCulture);
        var sentence = rule switch
        {
            PacePhase.Slow => Slowly(words, wait),
            PacePhase.Flood => words["reply.error.flood"],
            _ => words[wait > 60 ? "reply.error.later" : "reply.error.soon"],
        };
        return Again(http, story, form, Problem(sentence), StatusCodes.Status429TooManyRequests);
    }

    /// <summary>With how long to wait, rounded up: whoever comes then is not sent away once more.</summary>
    private static string Slowly(Wording words, double seconds)
    {
        const int longestInMinutes = 90;
        var minutes = (long)Math.Ceiling(Math.Max(1, seconds) / 60);
        return minutes <= longestInMinutes ? words.Count("reply.error.slow", minutes) : words.Count("reply.error.slow.hours", (minutes + 59) / 60);
    }

    private static readonly Dictionary<string, string> None = [];

    private static Dictionary<string, string> Problem(string sentence) => new(StringComparer.Ordinal) { [""] = sentence };

    private Task<IResult> Closed(HttpContext http, PublicStory story, ReplyForm form) =>
        Again(http, story with { RepliesOpen = false }, form, None, StatusCodes.Status403Forbidden);

    /// <summary>As whoever comes a moment later is answered.</summary>
    private async Task<IResult> TooLate(HttpContext http, string edition, PublicStory story, ReplyForm form, DateTimeOffset now)
    {
        await using var db = databases.Open();
        return await db.FindStanding(story.Id, now) is null
            ? await pages.ServeUncached(http, edition, (make, stop) => ReplyPages.Gone(make, story.Key, stop)) : await Closed(http, story, form);
    }

    /// <param name="tellsContact">Somebody is sent to the editors: how to reach them stands beside it.</param>
    private Task<IResult> Again(HttpContext http, PublicStory story, ReplyForm form, IReadOnlyDictionary<string, string> problems, int status, bool tellsContact = false) =>
        pages.ServeUncached(http, story.Edition, async (make, cancel) =>
        {
            var page = await make.Html<ReplyFormPage>(new()
            {
                [nameof(ReplyFormPage.Page)] = make.Page,
                [nameof(ReplyFormPage.Story)] = story,
                [nameof(ReplyFormPage.Form)] = form,
                [nameof(ReplyFormPage.Answers)] = await make.Db.PublicReplyName(story.Id, form.ParentId, cancel),
                [nameof(ReplyFormPage.Problems)] = problems,
                [nameof(ReplyFormPage.TellsContact)] = tellsContact,
            }, status);
            return page with { CacheControl = "no-store" };
        });
}
