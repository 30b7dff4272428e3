using System.Globalization;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.Layout;
using Dateline.Layout.Languages;
using Dateline.Replies.Letters;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Stories;

namespace Dateline.Replies.Following;

/// <summary>
/// …/follow: somebody wants letters about a story's replies, or about what answers one of them. Whatever address is given, known or
/// not, following already or not, the answer is the same; the address itself says yes before anything else goes to it.
/// </summary>
internal sealed class FollowRoutes(PublicPages pages, DatelineDbFactory databases, Writes writes, Register register, AddressVault vault, PostOffice office, TimeProvider clock)
{
    public Task<IResult> Form(string edition, string key, string slug, HttpContext http) =>
        pages.Serve(http, edition, [new("reply", Guid.TryParse(Foundation.Pages.Asked.In(http, "reply"), out var asked) ? asked.ToString("N") : null)], (make, cancel) => ReplyPages.OfStory(make, edition, key, slug, "/follow", story =>
            office.IsOpen ? Page(make, story, Guid.TryParse(make.Query("reply"), out var id) ? id : null, "", StatusCodes.Status200OK, null, cancel) : make.NotFound(), cancel));

    public Task<IResult> Asked(string edition, string key, string slug, HttpContext http) =>
        pages.Serve(http, edition, (make, cancel) => ReplyPages.OfStory(make, edition, key, slug, "/follow/asked", story => office.IsOpen
            ? make.Html<MailboxPage>(new() { [nameof(MailboxPage.Page)] = make.Page, [nameof(MailboxPage.Back)] = story.Path, [nameof(MailboxPage.BackWords)] = CreditPlace.Headline(story.Headline, story.Source, make.Page.Style) }) : make.NotFound(), cancel));

    public async Task<IResult> Post(string edition, string key, HttpContext http, FormFields fields)
    {
        var (cancel, now) = (http.RequestAborted, clock.Now());
        if (!office.IsOpen) return Results.NotFound();
        PublicStory? story;
        Guid? reply = Guid.TryParse(fields["reply"], out var asked) ? asked : null;
        await using (var db = databases.Open())
        {
            story = await db.FindPublicStory(key, now, cancel);
            if (story is not null && reply is not null && await db.PublicReplyName(story.Id, reply, cancel) is null) reply = null;
        }
        if (story is null || (await register.Book(cancel)).Edition(story.Edition) is not { } of) // it may have moved to another edition meanwhile
            return await pages.ServeUncached(http, edition, (make, stop) => ReplyPages.Gone(make, key, stop));
        if (EmailAddress.Parse(fields["email"]) is not { } address) return await Again(http, story, reply, fields["email"], StatusCodes.Status422UnprocessableEntity, "follow.error.email");

        var sender = SenderKeys.Of(vault, http.Connection.RemoteIpAddress, address, "");
        var words = Wording.Of(of.Language);
        var pace = fields["pace"] == "daily" ? FollowPace.Daily : FollowPace.Soon;
        var hidden = vault.Hide(address);
        var written = await writes.Run(async (db, stop) =>
        {
            if (await LettersAsked.Wait(db, sender, now, stop) is { } seconds) return seconds;
            if (!await LettersAsked.MayGo(db, vault, address, LetterKind.Confirm, now, stop)) return (int?)null;
            var id = Guid.CreateVersion7(now);
            db.Add(new Follow { Id = id, StoryId = story.Id, StoryKey = story.Key, Edition = story.Edition, ReplyId = reply, AddressKey = sender.Address, EmailCipher = hidden, Pace = pace, SecretHash = FollowSecret.Hash(vault, id), AskedAt = now });
            var secret = ReaderLinks.Make(db, ReaderErrand.ConfirmFollow, sender.Address, id, now);
            office.Take(db, new Letter(address, words["letter.follow.subject", words.Isolated(story.Headline)], words["letter.follow.text", words.Isolated(story.Headline), office.Absolute($"{of.Path}/mail/{secret}")], About: story.Key), LetterKind.Confirm, now);
            return null;
        }, cancel);
        if (written.Value is not { } wait) return new SeeOther(story.Path + "/follow/asked");
        http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return await Again(http, story, reply, fields["email"], StatusCodes.Status429TooManyRequests, wait > 60 ? "follow.error.later" : "follow.error.soon");
    }

    private Task<IResult> Again(HttpContext http, PublicStory story, Guid? reply, string email, int status, string problem) =>
        pages.ServeUncached(http, story.Edition, async (make, cancel) => await Page(make, story, reply, email, status, make.Page.Words[problem], cancel) with { CacheControl = "no-store" });

    private static async Task<RenderedPage> Page(PublicRender make, PublicStory story, Guid? reply, string email, int status, string? problem, CancellationToken cancel)
    {
        var name = await make.Db.PublicReplyName(story.Id, reply, cancel);
        var page = await make.Html<FollowPage>(new()
        {
            [nameof(FollowPage.Page)] = make.Page,
            [nameof(FollowPage.Story)] = story,
            [nameof(FollowPage.Reply)] = name is null ? null : reply,
            [nameof(FollowPage.Name)] = name,
            [nameof(FollowPage.Email)] = email,
            [nameof(FollowPage.Problem)] = problem,
        }, status);
        return page with { Keep = reply is null || name is not null }; // to a reply that isn't there anybody can ask in as many ways as they like
    }
}

/// <summary>The secret of the link that ends a follow: it stands in each letter, so it is made anew from the row's id and kept nowhere.</summary>
internal static class FollowSecret
{
    public static string Of(AddressVault vault, Guid follow) => vault.Recognise("follow", follow.ToString("N"));

    public static string Hash(AddressVault vault, Guid follow) => ReaderLinks.Hash(Of(vault, follow));
}
