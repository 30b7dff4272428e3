using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Replies;

/// <summary>A house with one published story, a reader who writes under it, and a moderator.</summary>
internal sealed class ReplyScene : IAsyncDisposable
{
    public const string Address = "maryam.daneshvar@example.org";
    public const string Text = "I piloted the northern channel for nineteen years.";
    public static readonly Editor Moderator = new(Guid.CreateVersion7(), "Omid", Role.Moderator);

    private ReplyScene(TestHouse house, Cast cast, Story story) => (House, Cast, Story) = (house, cast, story);

    public TestHouse House { get; }

    public Cast Cast { get; }

    public Story Story { get; }

    /// <summary>What the page of checks showed once.</summary>
    public string? Secret { get; set; }

    public static (string Name, string Value)[] Good =>
        [("name", "Maryam Daneshvar"), ("email", Address), ("website", ""), ("text", Text)];

    public static async Task<ReplyScene> Open(Action<Microsoft.AspNetCore.Builder.WebApplicationBuilder>? adjust = null, Func<DatelineOptions, DatelineOptions>? options = null)
    {
        var house = await TestHouse.Open(adjust, options: options);
        var cast = await Cast.Enter(house);
        return new ReplyScene(house, cast, await cast.Publish(house, cast.Carried("Strait reopens", "Text.")));
    }

    public string At(string beside) => Story.Path + beside;

    /// <summary>Sends the form, with these fields in place of the good ones.</summary>
    public async Task<HttpResponseMessage> Send(params (string Name, string Value)[] changed)
    {
        using var browser = House.Browser();
        return await browser.Send(At("/reply"), [.. Good.Where(field => changed.All(other => other.Name != field.Name)), .. changed]);
    }

    /// <summary>Sends a reply that is held, a second after the one before.</summary>
    public async Task<Reply> Receive(params (string Name, string Value)[] changed)
    {
        House.Clock.Advance(TimeSpan.FromSeconds(1));
        using var answer = await Send(changed);
        AssertHeld(answer);
        await using var db = House.OpenDb();
        return await db.Replies.OrderByDescending(reply => reply.SubmittedAt).FirstAsync();
    }

    /// <summary>The writer is led to their reply's own page, and to no place where it is public.</summary>
    public static void AssertHeld(HttpResponseMessage answer)
    {
        var location = answer.Headers.Location!.OriginalString;
        Assert.StartsWith("/en/your-reply/", location, StringComparison.Ordinal);
        Assert.DoesNotContain('#', location);
    }

    public async Task<Decided> Decide(ReplyState to, ReplyState from = ReplyState.Held, Editor? by = null, string? reason = null, params Guid[] ids)
    {
        Decided? decided = null;
        await House.Write(async (db, stop) =>
        {
            var all = ids.Length > 0 ? ids : await db.Replies.Where(reply => reply.State == from).Select(reply => reply.Id).ToArrayAsync(stop);
            var texts = await db.Replies.Where(reply => all.Contains(reply.Id)).ToDictionaryAsync(reply => reply.Id, reply => reply.EditedAt, stop);
            decided = await DecideReplies.Perform(db, [.. all.Select(id => new SeenReply(id, SeenReply.TextOf(texts.GetValueOrDefault(id))))], from, to, reason, by ?? Moderator, House.Clock.Now(), stop);
        });
        return decided!;
    }

    public Task<Decided> Approve(params Guid[] ids) => Decide(ReplyState.Published, ids: ids);

    /// <summary>Puts replies there without the form.</summary>
    public async Task<IReadOnlyList<Guid>> Add(int count, ReplyState state, Func<int, DateTimeOffset> at)
    {
        var vault = (AddressVault)House.Services.GetService(typeof(AddressVault))!;
        var ids = Enumerable.Range(0, count).Select(i => Guid.CreateVersion7(TestHouse.Start.AddMilliseconds(i))).ToList(); // in this order also within one instant
        var replies = ids.Select((id, i) => new Reply
        {
            Id = id,
            Path = ThreadPath.Of(null, id),
            StoryId = Story.Id,
            StoryKey = Story.Key,
            Edition = Story.Edition,
            Name = $"Reader {i}",
            EmailCipher = vault.Hide(Address),
            Body = Body.Plain($"Letter {i}."),
            State = state,
            SubmittedAt = at(i),
            PublishedAt = state == ReplyState.Published ? at(i) : null,
        }).ToList();
        await House.Write((db, _) =>
        {
            db.AddRange(replies);
            return Task.CompletedTask;
        });
        return ids;
    }

    public async Task<T> Read<T>(Func<DatelineDb, Task<T>> query)
    {
        await using var db = House.OpenDb();
        return await query(db);
    }

    public Task<int> Count() => Read(db => db.Replies.CountAsync());

    public async Task<IDocument> Page(string path) => await new HtmlParser().ParseDocumentAsync((await House.Get(path)).Text);

    public static async Task<IDocument> Page(HttpResponseMessage answer) => await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
