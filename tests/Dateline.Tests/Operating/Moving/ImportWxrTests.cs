using System.Net;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Operating.Moving;
using Dateline.Replies;
using Dateline.Replies.MyData;
using Dateline.Stories;
using Dateline.Tests.Desk.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Operating.Moving;

public class ImportWxrTests
{
    private static async Task<int> Import(TestHouse house, string wxr, string? edition = "en")
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, wxr);
            return await new ImportWxr(house.Services).Run(file, edition, default);
        }
        finally
        {
            File.Delete(file);
            await house.Heard();
        }
    }

    private static async Task<T> Ask<T>(TestHouse house, Func<Dateline.Foundation.Storage.DatelineDb, Task<T>> query)
    {
        await using var db = house.OpenDb();
        return await query(db);
    }

    private static string Sample => WxrSample.Of(
        WxrSample.Post(7, "Pier opens &amp; ferries sail", "The pier opened.\n\nFerries sail <a href=\"/2021/map\">again</a>.",
            comments: WxrSample.Comment(70, "At last!") + WxrSample.Comment(71, "Agreed.", parent: 70, author: "Second", email: "second@mail.example") + WxrSample.Comment(72, "Thank you.", parent: 71, author: "Mira Castellan", email: "mira@harbourpost.example", user: 1)
                + WxrSample.Comment(73, "Wait.", approved: "0") + WxrSample.Comment(74, "Buy pills", approved: "spam") + WxrSample.Comment(75, "Rude.", approved: "trash") + WxrSample.Comment(76, "[…] elsewhere", type: "pingback")),
        WxrSample.Post(8, "A draft", "Not yet.", status: "draft", date: "0000-00-00 00:00:00", link: WxrSample.Site + "/?p=8"),
        WxrSample.Post(9, "About us", "We are.", type: "page"),
        WxrSample.Post(10, "Lakes Wire/ Ice on the sound", "Ice came.", link: WxrSample.Site + "/archives/یخ-روی-تنگه.html"),
        WxrSample.Post(11, "Later", "Then.", status: "future", date: "2031-01-01 00:00:00"));

    [Fact]
    public async Task Stories_authors_topics_and_threads_are_what_they_were()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        await house.Write((db, _) => { db.Add(new Source { Id = Guid.CreateVersion7(), Key = "lakes-wire", Name = "Lakes Wire", Site = "https://lakeswire.example/", Language = "en", IndexPolicy = IndexPolicy.Index }); return Task.CompletedTask; });
        Assert.Equal(0, await Import(house, Sample));

        var stories = await Ask(house, db => db.Stories.Include(story => story.Topics).OrderBy(story => story.Id).ToListAsync());
        Assert.Equal(["Pier opens & ferries sail", "A draft", "Ice on the sound", "Later"], stories.Select(story => story.Headline));
        Assert.Equal([StoryStatus.Published, StoryStatus.Draft, StoryStatus.Published, StoryStatus.Draft], stories.Select(story => story.Status));
        var pier = stories[0];
        Assert.Equal(("Mira Castellan", new DateTimeOffset(2021, 5, 4, 9, 30, 0, TimeSpan.Zero), "economy"), (pier.Byline, pier.PublishedAt, pier.Topics.Single().TopicKey));
        Assert.Equal(("Lakes Wire", true), (stories[2].Credit!.Source, stories[2].Credit!.IsWhole));

        var replies = (await Ask(house, db => db.Replies.ToListAsync())).OrderBy(reply => reply.Path, StringComparer.Ordinal).ToList();
        Assert.Equal([(ReplyState.Published, 0, 2), (ReplyState.Published, 1, 1), (ReplyState.Published, 2, 0), (ReplyState.Held, 0, 0), (ReplyState.Spam, 0, 0), (ReplyState.Rejected, 0, 0)],
            replies.Select(reply => (reply.State, ThreadPath.Depth(reply.Path), reply.Answers)));
        Assert.Equal([false, false, true], replies.Take(3).Select(reply => reply.IsStaff));
        var vault = (AddressVault)house.Services.GetService(typeof(AddressVault))!;
        Assert.Equal("second@mail.example", vault.Show(replies[1].EmailCipher));

        var page = (await house.Get(pier.Path)).Text;
        Assert.Contains("Mira Castellan", page, StringComparison.Ordinal);
        Assert.Contains("At last!", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Wait.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("198.51.100.77", string.Concat(replies.Select(reply => $"{reply.Name} {reply.Website} {PlainText.From(reply.Body)}")), StringComparison.Ordinal);
        Assert.Contains("Pier opens", (await house.Get("/en/search?q=ferries")).Text, StringComparison.Ordinal);
        Assert.NotNull(cast);
    }

    [Theory]
    [InlineData("en", "Anonymous")]
    [InlineData("ar", "بلا اسم")]
    public async Task Who_gave_no_name_is_called_nameless_in_the_editions_language(string edition, string name)
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        Assert.Equal(0, await Import(house, WxrSample.Of(WxrSample.Post(7, "Pier opens", "The pier opened.", comments: WxrSample.Comment(70, "At last!", author: "") + WxrSample.Comment(71, "Yes.", author: " \u200B "))), edition));
        Assert.Equal([name, name], await Ask(house, db => db.Replies.Select(reply => reply.Name).ToListAsync()));
    }

    [Fact]
    public async Task What_waited_at_the_former_site_waits_apart_and_makes_nobody_late()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        Assert.Equal(0, await Import(house, Sample));
        using var moderator = await house.SignIn(Dateline.People.Role.Moderator);
        var queue = await moderator.GetStringAsync("/desk/replies");
        Assert.DoesNotContain("Wait.", queue, StringComparison.Ordinal);
        Assert.DoesNotContain("the oldest for", queue, StringComparison.Ordinal);
        Assert.Contains("href=\"/desk/replies?show=held&amp;rule=moved\"", queue, StringComparison.Ordinal);
        var moved = await moderator.GetStringAsync("/desk/replies?show=held&rule=moved");
        Assert.Contains("Wait.", moved, StringComparison.Ordinal);
        var pier = await Ask(house, db => db.Stories.Where(story => story.Headline.StartsWith("Pier")).Select(story => story.Key).SingleAsync());
        Assert.Contains("Wait.", await moderator.GetStringAsync($"/desk/replies?show=held&story={pier}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Old_addresses_lead_to_the_new_ones_and_to_nothing_that_is_not_public()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        await house.Get("/2021/05/post-7/"); // a 404 that is kept must not stay
        await Import(house, Sample);
        var stories = await Ask(house, db => db.Stories.OrderBy(story => story.Id).ToListAsync());
        using var client = house.Client();
        foreach (var (old, at) in new[]
        {
            ("/2021/05/post-7/", stories[0].Path), ("/2021/05/post-7", stories[0].Path), ("/?p=7", stories[0].Path),
            ("/archives/%DB%8C%D8%AE-%D8%B1%D9%88%DB%8C-%D8%AA%D9%86%DA%AF%D9%87.html", stories[2].Path), ("/category/economy/", "/en/topic/economy"), ("/feed/", "/en/feed.rss"),
            ("/2021/05/post-7/comment-page-2/", stories[0].Path), ("/2021/05/post-7/feed/", stories[0].Path + "/replies.atom"), ("/category/trade/economy/", "/en/topic/economy"), ("/category/economy/page/2/", "/en/topic/economy"),
            ("/category/trade/economy/feed/", "/en/topic/economy/feed.rss"), ("/comments/feed/", "/en/feed.rss"), ("/feed/atom/", "/en/feed.atom"), ("/?feed=rss2", "/en/feed.rss"), ("/?feed=atom", "/en/feed.atom"),
        })
        {
            using var answer = await client.GetAsync(new Uri(old, UriKind.Relative));
            Assert.Equal((HttpStatusCode.MovedPermanently, at), (answer.StatusCode, answer.Headers.Location!.OriginalString));
            Assert.True(answer.Headers.CacheControl is { NoCache: true } or { NoStore: true } or { MustRevalidate: true }, $"{old}: {answer.Headers.CacheControl}");
        }
        foreach (var hidden in new[] { "/?p=8", "/?p=11", "/2021/05/post-11/", "/2021/05/post-11/feed/", "/2021/05/post-11/comment-page-1", "/?feed=x", "/2021/05/post-99/", "/about" })
        {
            using var answer = await client.GetAsync(new Uri(hidden, UriKind.Relative));
            Assert.DoesNotContain("later", answer.Headers.Location?.OriginalString ?? "", StringComparison.Ordinal);
            Assert.NotEqual(HttpStatusCode.MovedPermanently, answer.StatusCode);
        }

        await house.Write(async (db, stop) =>
        {
            var story = (await db.LoadStory(stories[0].Id, stop))!;
            Assert.Null(story.KillFor("Wrong.", null, house.Clock.GetUtcNow()));
            db.Add(story.Kill!);
            db.Journal.Add(new StoryKilled(story.Id, story.Key, story.Edition, [], null));
        });
        using var killed = await client.GetAsync(new Uri("/2021/05/post-7/", UriKind.Relative));
        Assert.DoesNotContain("pier", killed.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await house.Get(killed.Headers.Location.OriginalString)).Status);
    }

    /// <summary>What follows the # never reaches a server.</summary>
    [Fact]
    public async Task The_old_place_of_a_comment_is_found_on_the_page()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        await Import(house, Sample);
        var pier = await Ask(house, db => db.Stories.OrderBy(story => story.Id).FirstAsync());
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument((await house.Get(pier.Path)).Text);
        Assert.Equal("At last!", page.GetElementById("comment-70")!.Closest("article")!.QuerySelector(".letter-text")!.TextContent.Trim());
        Assert.Null(page.GetElementById("comment-73")); // waits

        var second = await Ask(house, db => db.Replies.SingleAsync(reply => reply.OldNumber == 71));
        using var client = house.Client();
        foreach (var (number, at) in new[] { ("71", $"/replies/{second.Id:N}#comment-71"), ("73", "/replies#replies"), ("9999", "/replies#replies") })
        {
            using var answer = await client.GetAsync(new Uri($"{pier.Path}/replies?comment={number}", UriKind.Relative));
            Assert.Equal((HttpStatusCode.Redirect, pier.Path + at), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        }
        Assert.Contains("id=\"comment-71\"", (await house.Get($"{pier.Path}/replies/{second.Id:N}")).Text, StringComparison.Ordinal);
        foreach (var number in new[] { "-1", "x", "0", "99999999999999999999" }) Assert.Equal(HttpStatusCode.OK, (await house.Get($"{pier.Path}/replies?comment={number}")).Status);
    }

    [Fact]
    public async Task A_second_run_gives_numbers_to_what_came_before_they_were_kept_and_not_to_the_erased()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        await Import(house, Sample);
        await EraseReader.Perform(house.Writes, (await Ask(house, db => db.Replies.SingleAsync(reply => reply.Name == "Second"))).AddressKey!, house.Clock.Now(), default);
        Assert.Null((await Ask(house, db => db.Replies.SingleAsync(reply => reply.ErasedAt != null))).OldNumber);
        await house.Write((db, stop) => db.Replies.ExecuteUpdateAsync(row => row.SetProperty(reply => reply.OldNumber, (long?)null), stop));
        await Import(house, Sample);
        Assert.Equal([70, 72, 73, 74, 75], await Ask(house, db => db.Replies.Where(reply => reply.OldNumber != null).Select(reply => reply.OldNumber!.Value).Order().ToListAsync()));
    }

    /// <summary>Each batch tells the house once.</summary>
    [Fact]
    public async Task Long_texts_are_written_before_there_are_many_of_them_in_memory()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        async Task<int> Told() => (await Ask(house, db => db.Set<JournalEntry>().ToListAsync())).Count(entry => FactNames.Read(entry)!.Fact is HouseChanged);
        await Import(house, Sample);
        var before = await Told();
        var text = string.Concat(Enumerable.Repeat("The ferry sails. ", 30_000));
        await Import(house, WxrSample.Of([.. Enumerable.Range(100, 12).Select(id => WxrSample.Post(id, $"Long {id}", text))]));
        Assert.Equal(before + 2, await Told());
        Assert.Equal(12, await Ask(house, db => db.Stories.CountAsync(story => story.Headline.StartsWith("Long "))));
    }

    /// <summary>An address of one word is like an edition's, and its 404 is kept.</summary>
    [Fact]
    public async Task What_is_published_later_is_found_at_its_old_address_then()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        await Import(house, WxrSample.Of(WxrSample.Post(7, "Pier opens", "Text.", link: WxrSample.Site + "/pier-opens/", status: "draft")));
        Assert.Equal(HttpStatusCode.NotFound, (await house.Get("/pier-opens")).Status);
        var path = "";
        await house.Write(async (db, stop) =>
        {
            var story = (await db.LoadStory((await db.Stories.SingleAsync(stop)).Id, stop))!;
            Assert.Null(story.Publish(house.Clock.GetUtcNow()));
            db.Journal.Add(new StoryPublished(story.Id, story.Key, story.Edition, [], null));
            path = story.Path;
        });
        using var client = house.Client();
        using var answer = await client.GetAsync(new Uri("/pier-opens", UriKind.Relative));
        Assert.Equal((HttpStatusCode.MovedPermanently, path), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task A_second_run_changes_nothing_and_takes_what_is_new()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        await Import(house, Sample);
        var before = await Ask(house, db => db.Stories.OrderBy(story => story.Id).Select(story => new { story.Id, story.Key, story.Version }).ToListAsync());
        await house.Write(async (db, stop) => (await db.Stories.AsTracking().FirstAsync(story => story.Headline.StartsWith("Pier"), stop)).Headline = "Edited here");

        Assert.Equal(0, await Import(house, Sample.Replace("At last!", "Changed there", StringComparison.Ordinal).Replace("</channel>", WxrSample.Post(12, "New", "Text.", comments: WxrSample.Comment(80, "Hi.")) + "</channel>", StringComparison.Ordinal)));
        var after = await Ask(house, db => db.Stories.OrderBy(story => story.Id).Select(story => new { story.Id, story.Key, story.Version }).ToListAsync());
        Assert.Equal(before, after.Take(before.Count));
        Assert.Equal(before.Count + 1, after.Count);
        Assert.True(await Ask(house, db => db.Stories.AnyAsync(story => story.Headline == "Edited here")));
        Assert.Equal(7, await Ask(house, db => db.Replies.CountAsync()));
        Assert.Contains("At last!", (await house.Get(before.Count > 0 ? await Ask(house, db => db.Stories.Where(story => story.Headline == "Edited here").Select(story => "/en/" + story.Key + "/" + story.Slug).FirstAsync()) : "/")).Text, StringComparison.Ordinal);
    }

    /// <summary>What each published reply says, deeper ones behind a bar for each level, in the order in which a thread is read.</summary>
    private static async Task<List<string>> Thread(TestHouse house) => (await Ask(house, db => db.Replies.OrderBy(reply => reply.Path).ToListAsync()))
        .ConvertAll(reply => new string('|', ThreadPath.Depth(reply.Path)) + PlainText.From(reply.Body));

    [Fact]
    public async Task A_thread_is_what_it_was_in_whatever_order_the_file_has_it()
    {
        await using var house = await TestHouse.Open(start: false);
        await Cast.Enter(house);
        var numberless = WxrSample.Comment(99, "Without a number.").Replace("<wp:comment_id>99</wp:comment_id>", "", StringComparison.Ordinal);
        var file = Path.Combine(house.Storage.DataFolder, "export.xml");
        await File.WriteAllTextAsync(file, WxrSample.Of(WxrSample.Post(7, "Pier opens", "Text.", comments: string.Concat(
            WxrSample.Comment(33, "third", parent: 32), WxrSample.Comment(32, "second", parent: 31), WxrSample.Comment(31, "first"),
            WxrSample.Comment(34, "[…] elsewhere", parent: 31, type: "pingback"), WxrSample.Comment(35, "answers the ping", parent: 34),
            WxrSample.Comment(40, "answers spam", parent: 39), WxrSample.Comment(41, "and that", parent: 40),
            WxrSample.Comment(50, "round", parent: 51), WxrSample.Comment(51, "and round", parent: 50), WxrSample.Comment(52, "itself", parent: 52),
            numberless, numberless, WxrSample.Comment(31, "first")))), TestContext.Current.CancellationToken);
        var import = new ImportWxr(house.Services);
        Assert.Equal(0, await import.Run(file, "en", default));
        Assert.Equal(["first", "|second", "||third", "|answers the ping", "answers spam", "|and that", "and round", "|round", "itself"], await Thread(house));
        Assert.Equal([("comments that came twice", 1), ("comments without a number", 2), ("missing comments that others answer", 1), ("pingbacks", 1)],
            import.LeftOut.Select(one => (one.Key, one.Value)).OrderBy(one => one.Key, StringComparer.Ordinal));
        Assert.Equal(3, await Ask(house, db => db.Replies.Where(reply => reply.ParentId == null).MaxAsync(reply => reply.Answers)));
    }

    [Fact]
    public async Task Replies_stand_in_the_order_of_their_dates_none_of_which_is_to_come_and_a_date_that_changed_makes_none_anew()
    {
        await using var house = await TestHouse.Open();
        await Cast.Enter(house);
        string Export(string changed) => WxrSample.Of(WxrSample.Post(7, "Pier opens", "Text.", comments:
            WxrSample.Comment(90, "second", date: changed) + WxrSample.Comment(91, "first", date: "2019-01-01 10:00:00") + WxrSample.Comment(92, "fourth", date: "2031-01-01 10:00:00")
            + WxrSample.Comment(1093, "third", date: "2021-06-01 10:00:05") + WxrSample.Comment(94, "|", parent: 90, date: "2018-01-01 10:00:00")));
        await Import(house, Export("2021-06-01 10:00:00"));
        var order = await Thread(house);
        Assert.Equal(["first", "second", "||", "third", "fourth"], order);
        Assert.Equal(house.Clock.GetUtcNow(), await Ask(house, db => db.Replies.MaxAsync(reply => reply.SubmittedAt)));
        Assert.Equal(order, new AngleSharp.Html.Parser.HtmlParser().ParseDocument((await house.Get(await Ask(house, async db => (await db.Stories.SingleAsync()).Path))).Text)
            .QuerySelectorAll(".letter-text").Select(text => text.TextContent.Trim().Replace("|", "||", StringComparison.Ordinal)));
        await Import(house, Export("2021-07-01 10:00:00").Replace("</item>", WxrSample.Comment(95, "|", parent: 90, date: "2021-08-01 10:00:00") + "</item>", StringComparison.Ordinal));
        Assert.Equal(["first", "second", "||", "||", "third", "fourth"], await Thread(house));
    }

    /// <summary>Broken off at any batch, as by a kill, and run again: what is there is what one run would have made.</summary>
    [Fact]
    public async Task A_run_that_was_broken_off_is_taken_up_again()
    {
        var posts = Enumerable.Range(1, 30).Select(number => WxrSample.Post(number, $"Story {number}", "Text.", comments: string.Concat(Enumerable.Range(0, 40).Select(one => WxrSample.Comment(number * 100 + one, $"Words {one}.", parent: one % 3 == 0 ? 0 : number * 100 + one - 1)).Reverse()))).ToArray(); // each stands before what it answers
        var whole = WxrSample.Of(posts);
        await using var once = await TestHouse.Open(start: false);
        await Cast.Enter(once);
        Assert.Equal(0, await Run(once, whole));

        await using var twice = await TestHouse.Open(start: false);
        await Cast.Enter(twice);
        Assert.Equal(1, await Run(twice, whole[..(whole.Length * 2 / 3)])); // the last story has only some of its replies
        Assert.Equal(0, await Run(twice, whole));
        Assert.Equal(await All(once), await All(twice));
        Assert.Equal(1200, (await All(twice)).Count);

        static Task<int> Run(TestHouse house, string wxr)
        {
            var file = Path.Combine(house.Storage.DataFolder, "export.xml");
            File.WriteAllText(file, wxr);
            return new ImportWxr(house.Services).Run(file, "en", default);
        }

        static Task<List<string>> All(TestHouse house) => Ask(house, async db =>
            (await db.Replies.OrderBy(reply => reply.Path).ToListAsync()).ConvertAll(reply => $"{reply.StoryKey} {reply.Path} {reply.Answers} {reply.State} {reply.PublishedAt:O} {PlainText.From(reply.Body)}"));
    }

    [Theory]
    [InlineData("<rss><channel></channel></rss>")]
    [InlineData("<?xml version='1.0' encoding='x-mystery'?><rss><channel></channel></rss>")]
    [InlineData("no xml")]
    [InlineData("")]
    public async Task What_is_no_export_is_told_and_changes_nothing(string text)
    {
        await using var house = await TestHouse.Open(start: false);
        await Cast.Enter(house);
        var file = Path.Combine(house.Storage.DataFolder, "export.xml");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        Assert.NotEqual(0, await new ImportWxr(house.Services).Run(file, null, default));
        Assert.False(await Ask(house, db => db.Stories.AnyAsync()));
        Assert.NotEqual(0, await new ImportWxr(house.Services).Run(file + "x", null, default));
        await File.WriteAllTextAsync(file, Sample, TestContext.Current.CancellationToken);
        Assert.Equal(2, await new ImportWxr(house.Services).Run(file, "xx", default));
    }
}
