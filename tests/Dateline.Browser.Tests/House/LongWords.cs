using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Browser.Tests.House;

/// <summary>A demo of its own in which all that anybody can type is one word without a break, as long as its field lets it be.</summary>
public sealed class LongWords : IAsyncLifetime
{
    private const string Word = "Donaudampfschifffahrtsgesellschaftskapitänsmütze";
    private readonly Lock _lock = new();
    private Task<Demo>? _demo;

    /// <summary>So many letters of it.</summary>
    public static string Of(int length) => string.Concat(Enumerable.Repeat(Word, length / Word.Length + 1))[..length];

    private static string Address(int length) => "https://tidewater.example/" + Of(length - 26).Replace('ä', 'a').Replace('ü', 'u');

    internal Task<Demo> Open(Chromium chromium)
    {
        lock (_lock) return _demo ??= Task.Run(() => Make(chromium));
    }

    private static async Task<Demo> Make(Chromium chromium)
    {
        var demo = await Demo.Open(chromium);
        await demo.House.Write(async (db, stop) =>
        {
            await Replies(db, stop);
            await Stories(db, stop);
            await Wires(db, stop);
            foreach (var staff in await db.Staff.AsTracking().ToListAsync(stop)) staff.Name = Of(Staff.LongestName);
        });
        return demo;
    }

    private static async Task Replies(DatelineDb db, CancellationToken stop)
    {
        foreach (var reply in await db.Set<Reply>().AsTracking().ToListAsync(stop))
        {
            reply.Name = new string('N', ReplyForm.LongestName);
            reply.Website = Address(ReplyForm.LongestWebsite);
            reply.Body = ReaderText.Read($"> {Of(400)}\n\n{Of(400)} {Address(900)}", ReplyForm.LongestText).Value!;
            reply.Findings = [.. reply.Findings, new Finding("words", 3, Says.Hold, "word", Score: 1, Words: [Of(ListedWord.Longest)])];
        }
        var one = await db.Set<Reply>().Where(reply => reply.State == ReplyState.Published).Select(reply => reply.Id).FirstAsync(stop);
        var other = await db.Set<Reply>().Where(reply => reply.State == ReplyState.Held).Select(reply => reply.Id).FirstAsync(stop);
        var by = await db.Staff.Select(staff => staff.Id).FirstAsync(stop);
        var now = TimeProvider.System.Now();
        db.Add(new ReplyReport { Id = Guid.CreateVersion7(), ReplyId = one, Reason = "other", Words = Of(900), ReporterKey = "long", At = now });
        db.Add(new Appeal { Id = Guid.CreateVersion7(), ReplyId = other, Words = Of(900), At = now });
        foreach (var spam in new[] { true, false }) db.Add(new ListedWord { Id = Guid.CreateVersion7(), Word = (spam ? "a" : "b") + Of(ListedWord.Longest - 1), Language = "", Spam = spam, By = by, At = now });
        db.Add(new Ban { Id = Guid.CreateVersion7(), Kind = BanKind.Name, Key = "0123456789abcdef0123456789abcdef", Effect = BanEffect.Hold, Label = Of(ReplyForm.LongestName), Note = Of(Ban.LongestNote), By = by, At = now });
        db.Add(new SavedView { Id = Guid.CreateVersion7(), Name = Of(SavedView.LongestName), Query = "show=held&edition=ar" });
        db.Add(new ModerationAct { Id = Guid.CreateVersion7(), Act = "word", About = Of(ListedWord.Longest), Note = Of(900), By = by, At = now });
    }

    private static async Task Stories(DatelineDb db, CancellationToken stop)
    {
        foreach (var source in await db.Set<Source>().AsTracking().ToListAsync(stop)) (source.Name, source.Site) = (Of(100), Address(300));
        foreach (var story in await db.Set<Story>().AsTracking().Include(story => story.Pictures).ToListAsync(stop))
        {
            (story.Headline, story.Summary, story.Byline) = (Of(StoryText.LongestHeadline), Of(StoryText.LongestSummary), Of(StoryText.LongestByline));
            story.Body = Body.Plain(Of(700));
            story.PlaceLine = new PlaceLine(Of(StoryText.LongestPlace), null);
            if (story.Credit is { } credit)
                db.Entry(story).Property(row => row.Credit).CurrentValue = credit with { Source = Of(100), SourceUrl = Address(300), Byline = Of(200), CreditLine = Of(200), CopyrightHolder = Of(100), CopyrightNotice = Of(300), UsageTerms = Of(300), AlsoCarriedBy = [Of(100)], Hops = [.. credit.Hops.Select(hop => hop with { Name = Of(100) })] };
            foreach (var picture in story.Pictures) (picture.Caption, picture.Credit, picture.Alt) = (Of(500), Of(StoryText.LongestPictureCredit), Of(300));
        }
    }

    private static async Task Wires(DatelineDb db, CancellationToken stop)
    {
        foreach (var item in await db.WireItems.AsTracking().ToListAsync(stop)) (item.Headline, item.Summary, item.Link) = (Of(300), Of(900), Address(900));
        foreach (var feed in await db.Feeds.AsTracking().ToListAsync(stop))
            (feed.Url, feed.Failure, feed.FailureSentence) = (Address(900) + feed.Id.ToString("N"), feed.Failure, feed.Failure is null ? null : Of(300));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_demo is { IsCompletedSuccessfully: true } demo) await (await demo).DisposeAsync();
    }
}
