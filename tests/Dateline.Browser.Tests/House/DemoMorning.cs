using Dateline.Desk;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Replies.Letters;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Browser.Tests.House;

/// <summary>What the desk does after the demo's night: a correction and a kill in each edition, drafts begun, a reply rejected.</summary>
internal static class DemoMorning
{
    public static async Task<(IReadOnlyDictionary<string, DemoStories> Stories, DemoDesk Desk)> Come(OpenHouse house)
    {
        await using var db = house.OpenDb();
        var row = await db.Staff.FirstAsync(staff => staff.Role == Role.Editor);
        var editor = new Editor(row.Id, row.Name, row.Role);
        await FallSilent(house);
        var stories = new Dictionary<string, DemoStories>(StringComparer.Ordinal);
        foreach (var edition in new[] { "en", "ar", "fa" }) stories[edition] = await Edit(house, db, edition, editor);
        return (stories, await Begin(house, db, editor) with { Answer = await db.Replies.Where(reply => reply.IsStaff && reply.State == ReplyState.Published).Select(reply => reply.Id).FirstAsync() });
    }

    /// <summary>The wires fall silent, so that nothing moves any more.</summary>
    private static Task FallSilent(OpenHouse house) => house.Write(async (db, stop) =>
    {
        foreach (var feed in await db.Feeds.Select(feed => feed.Id).ToListAsync(stop)) await SourceChanges.SetPaused(db, feed, true, TimeProvider.System.Now(), stop);
    });

    /// <summary>The source of a draft sends a newer text.</summary>
    private static Task Update(OpenHouse house, Guid item) => house.Write(async (db, stop) =>
    {
        var source = await db.WireItems.Where(one => one.Id == item).Select(one => one.SourceId).FirstAsync(stop);
        var feed = await db.Feeds.FirstAsync(feed => feed.SourceId == source, stop);
        var news = (await db.LatestVersion(item, stop))!.News;
        await new Receiving(db, feed, TimeProvider.System.Now()).Take(news with { Headline = $"{news.Headline}, second source says", Updated = TimeProvider.System.Now() }, stop);
    });

    private static async Task<DemoStories> Edit(OpenHouse house, DatelineDb db, string edition, Editor editor)
    {
        var published = await db.Set<Story>().AsNoTracking().Include(story => story.Source).Include(story => story.Pictures)
            .Where(story => story.Edition == edition && story.Status == StoryStatus.Published).OrderBy(story => story.PublishedAt).ToListAsync();
        var counts = await db.Set<Reply>().Where(reply => reply.Edition == edition && reply.State == ReplyState.Published).GroupBy(reply => reply.StoryId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count);
        var quiet = published.Where(story => !counts.ContainsKey(story.Id)).ToList();
        var (killed, corrected, silent) = (quiet[0], quiet[1], quiet[2]);
        var discussed = published.Where(story => story.Pictures.Count > 0 && counts.ContainsKey(story.Id)).MaxBy(story => counts[story.Id])!;
        var carried = published.First(story => story is { Source.Terms: Terms.FullText, Pictures.Count: > 0 } && story != killed && story != corrected);
        var answered = await db.Set<Reply>().Where(reply => reply.StoryId == discussed.Id && reply.State == ReplyState.Published).Select(reply => reply.Id).FirstAsync();

        var note = edition switch
        {
            "ar" => "ذكرت نسخة سابقة من هذا الخبر رقمًا غير صحيح للسفن. العدد الصحيح إحدى عشرة سفينة.",
            "fa" => "در متن پیشین این خبر شمار کشتی‌ها نادرست بود. شمار درست یازده است.",
            _ => "An earlier version of this story gave the wrong number of ships. There were eleven, not seven.",
        };
        await house.Write(async (fresh, stop) =>
        {
            var text = new StoryText(corrected.Headline, corrected.Summary, corrected.Body, corrected.PlaceLine, [.. (await fresh.LoadStory(corrected.Id, stop))!.Topics.Select(topic => topic.TopicKey)], corrected.Urgent, corrected.Language);
            Assert.True((await CorrectStory.Perform(fresh, corrected.Id, corrected.Version, text, note, editor, TimeProvider.System.Now(), stop)).Done);
            Assert.True((await KillStory.Perform(fresh, killed.Id, "The figures can’t be confirmed.", editor, TimeProvider.System.Now(), stop)).Done);
        });
        var (confirm, mine) = await Mail(house, discussed);
        var report = new ReplyReport { Id = Guid.CreateVersion7(), ReplyId = answered, Reason = "off-subject", Words = corrected.Headline, ReporterKey = edition, At = TimeProvider.System.Now().AddHours(-1), Outcome = Dateline.Replies.Moderation.Outcome.Dismissed, By = editor.Id };
        await house.Write((fresh, _) => { fresh.Add(report); return Task.CompletedTask; });
        return new(discussed.Path, answered, carried.Path, corrected.Path, killed.Path, silent.Path, carried.Source!.Key, discussed.Headline.Split(' ')[0]) { Confirm = confirm, Mine = mine, Report = report.Id };
    }

    /// <summary>Somebody asks to follow a story, and for what is theirs.</summary>
    private static async Task<(string Confirm, string Mine)> Mail(OpenHouse house, Story story)
    {
        var vault = house.App.Services.GetRequiredService<AddressVault>();
        var (now, key, confirm, mine) = (TimeProvider.System.Now(), SenderKeys.AddressOf(vault, "noor@tidewater.example"), "", "");
        await house.Write((db, _) =>
        {
            var follow = new Follow { Id = Guid.CreateVersion7(now), StoryId = story.Id, StoryKey = story.Key, Edition = story.Edition, AddressKey = key, EmailCipher = vault.Hide("noor@tidewater.example"), SecretHash = story.Key, AskedAt = now };
            db.Add(follow);
            (confirm, mine) = (ReaderLinks.Make(db, ReaderErrand.ConfirmFollow, key, follow.Id, now), ReaderLinks.Make(db, ReaderErrand.MyData, key, null, now));
            return Task.CompletedTask;
        });
        return (confirm, mine);
    }

    /// <summary>A reader reports a reply, another asks why theirs still waits; a word is listed.</summary>
    private static async Task Complain(OpenHouse house, DatelineDb db, Guid held)
    {
        var reported = await db.Set<Reply>().Where(reply => reply.Edition == "ar" && reply.State == ReplyState.Published).Select(reply => reply.Id).FirstAsync();
        var now = TimeProvider.System.Now();
        await house.Write((fresh, _) =>
        {
            fresh.Add(new ReplyReport { Id = Guid.CreateVersion7(), ReplyId = reported, Reason = "personal-details", Words = "يذكر رقم هاتف أحد الجيران.", ReporterKey = "a", At = now.AddMinutes(-50) });
            fresh.Add(new Appeal { Id = Guid.CreateVersion7(), ReplyId = held, Words = "I wrote nothing that isn’t in the port’s own report.", At = now.AddHours(-3) });
            fresh.Add(new Replies.Screening.ListedWord { Id = Guid.CreateVersion7(), Word = "قمار", Language = "ar", Spam = true });
            fresh.Add(new Replies.Screening.ListedWord { Id = Guid.CreateVersion7(), Word = "jackpot", Language = "" });
            return Task.CompletedTask;
        });
    }

    private static async Task<DemoDesk> Begin(OpenHouse house, DatelineDb db, Editor editor)
    {
        var waiting = await db.WireItems.Where(item => item.StoryId == null && item.Number > 0 && item.Desk == DeskState.Waiting).OrderByDescending(item => item.PictureId != null).ToListAsync();
        var drafts = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var picked = waiting.First(item => item.Edition == "en").Id;
        foreach (var edition in new[] { "en", "ar" })
            await house.Write(async (fresh, stop) =>
            {
                var item = waiting.First(item => item.Edition == edition);
                drafts[edition] = (await PickUpItem.Perform(fresh, item.Id, editor, TimeProvider.System.Now(), stop)).Story!.Value;
                waiting.Remove(item);
            });
        await house.Write(async (fresh, stop) =>
        {
            var story = (await fresh.LoadStory(drafts["en"], stop))!;
            var text = new StoryText(story.Headline, "A second text, so that there is an earlier one to look at.", story.Body, story.PlaceLine, ["economy"], story.Urgent, story.Language);
            Assert.True((await SaveStory.Perform(fresh, story.Id, story.Version, text, editor, TimeProvider.System.Now(), stop)).Done);
        });
        await Update(house, picked);
        var held = await db.Set<Reply>().Where(reply => reply.State == ReplyState.Held).Select(reply => reply.Id).ToListAsync();
        Assert.True(held.Count > 2, "The demo leaves replies for the moderators");
        await Complain(house, db, held[^1]);
        var newest = await db.Set<Story>().Where(story => story.Edition == "en" && story.Status == StoryStatus.Published).OrderByDescending(story => story.PublishedAt).FirstAsync();
        var killed = await db.Set<Story>().FirstAsync(story => story.Edition == "en" && story.Status == StoryStatus.Killed);
        var (person, invited) = (await house.Hire(Role.Journalist, "Kamran Delshad"), await house.Hire(Role.Moderator, "سلمى القاضي"));
        return new(waiting[0].Id, picked, drafts["en"], drafts["ar"], newest.Id, killed.Id, waiting[0].SourceId, await db.Feeds.Where(feed => feed.Transport == Transport.Push).Select(feed => feed.SourceId).FirstAsync(), person, await house.WelcomeLink(invited, asksPassword: true));
    }
}
