using System.Net;
using Dateline.Foundation.Journal;
using Dateline.Replies;
using Dateline.Replies.Following;
using Dateline.Replies.Letters;
using Dateline.Replies.Readers;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace Dateline.Tests.Replies.Letters;

/// <summary>A <see cref="ReplyScene"/> whose letters a real server takes.</summary>
internal sealed class MailScene : IAsyncDisposable
{
    public const string Follower = "noor.follows@example.org";
    private readonly HttpClient _browser;

    public static TimeSpan Soon { get; } = new MailOptions("", 0, Tls: false, null, null, "").Soon;

    private MailScene(ReplyScene scene, MailServer mail) => (Scene, Mail, _browser) = (scene, mail, scene.House.Browser());

    public ReplyScene Scene { get; }

    public MailServer Mail { get; }

    public TestHouse House => Scene.House;

    public static async Task<MailScene> Open()
    {
        Assert.SkipUnless(MailServer.IsHere, "SKIPPED OUT LOUD: this machine has no aiosmtpd (Debian's python3-aiosmtpd); no letter was sent.");
        var mail = await MailServer.Start();
        try
        {
            return new MailScene(await ReplyScene.Open(options: given => given with { Mail = mail.Options }), mail);
        }
        catch
        {
            await mail.DisposeAsync(); // a program of its own: it would outlive a test that didn't get further
            throw;
        }
    }

    /// <summary>Sends a form as a browser does.</summary>
    public Task<HttpResponseMessage> Send(string place, params (string Name, string Value)[] fields) => _browser.Send(place, fields);

    public async Task Ask(string email = Follower, string pace = "soon", string reply = "")
    {
        using var answer = await Send(Scene.At("/follow"), ("email", email), ("pace", pace), ("reply", reply));
        Assert.Equal((HttpStatusCode.SeeOther, Scene.At("/follow/asked")), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    /// <summary>Asks, and says yes by the letter.</summary>
    public async Task<Follow> Follow(string email = Follower, string pace = "soon", string reply = "")
    {
        await Ask(email, pace, reply);
        var link = Assert.Single(Links(await Next()));
        using (await Send(link + "/confirm")) { }
        return await Scene.Read(db => db.Set<Follow>().OrderByDescending(follow => follow.ConfirmedAt).FirstAsync(follow => follow.ConfirmedAt != null));
    }

    /// <summary>A reply of somebody else that a moderator publishes.</summary>
    public async Task<Reply> Publish(string text, string email = "other@example.org", string parent = "", string name = "Selma Qadir")
    {
        House.Clock.Advance(TimeSpan.FromMinutes(2));
        var reply = await Scene.Receive(("name", name), ("email", email), ("text", text), ("parent", parent));
        await Scene.Approve(reply.Id);
        return reply;
    }

    /// <summary>Waits until all of the news was heard (what is heard later makes a follow due once more), and turns the clock to when those who follow are written to.</summary>
    public async Task ComesDue(TimeSpan after)
    {
        await Eventually.Holds(() => Scene.Read(async db => await db.Set<Follow>().AnyAsync(follow => follow.DueAt != null)
            && await db.Set<FollowerPosition>().Where(row => row.Follower == "reply-follows").Select(row => row.Position).FirstOrDefaultAsync()
                >= await db.Set<JournalEntry>().Where(entry => entry.Fact == nameof(ReplyPublished)).MaxAsync(entry => entry.Position)), "the news was heard");
        House.Clock.Advance(after);
        await House.Services.GetRequiredService<FollowLetters>().DoWhatIsDue(default);
    }

    /// <summary>Waits until nothing is due any more.</summary>
    public Task Settle() => Eventually.Holds(async () =>
    {
        await House.Services.GetRequiredService<SendLetters>().DoWhatIsDue(default);
        var now = House.Clock.GetUtcNow();
        return !await Scene.Read(db => db.Set<OutgoingLetter>().AnyAsync(letter => letter.DueAt <= now));
    }, "all letters were settled");

    /// <summary>The one letter that went out since the last one that was asked for.</summary>
    public async Task<MimeMessage> Next()
    {
        await Settle();
        var letters = Mail.Letters();
        Assert.Equal(_read + 1, letters.Count);
        return letters[_read++];
    }

    /// <summary>All that went out since the last one that was asked for.</summary>
    public async Task<IReadOnlyList<MimeMessage>> All()
    {
        await Settle();
        var letters = Mail.Letters().Skip(_read).ToList();
        _read += letters.Count;
        return letters;
    }

    private int _read;

    /// <summary>The addresses of ours in a letter, without the host.</summary>
    public static string[] Links(MimeMessage letter) =>
        [.. letter.TextBody!.Split([' ', '\r', '\n']).Where(word => word.StartsWith("http://localhost/", StringComparison.Ordinal)).Select(word => word["http://localhost".Length..])];

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await Scene.DisposeAsync();
        await Mail.DisposeAsync();
    }
}
