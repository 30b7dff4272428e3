using System.Net;
using System.Text;
using AngleSharp.Html.Parser;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Replies;

public class ReplyTests
{
    private static readonly Editor Moderator = new(Guid.CreateVersion7(), "Omid", Role.Moderator);

    private static Dictionary<string, string> Good => new(StringComparer.Ordinal)
    {
        ["name"] = "Maryam Daneshvar",
        ["email"] = "maryam.daneshvar@example.org",
        ["website"] = "",
        ["text"] = "I piloted the northern channel for nineteen years.",
    };

    private static async Task<HttpResponseMessage> Send(TestHouse house, Story story, Dictionary<string, string> fields)
    {
        using var client = house.Client();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        using var form = new FormUrlEncodedContent(fields);
        return await client.PostAsync(new Uri($"{story.Path}/reply", UriKind.Relative), form);
    }

    private static async Task<Reply> Only(TestHouse house)
    {
        await using var db = house.OpenDb();
        return await db.Replies.SingleAsync();
    }

    private static async Task Approve(TestHouse house) =>
        await house.Write(async (db, stop) =>
        {
            var ids = await db.Replies.Where(reply => reply.State == ReplyState.Held).Select(reply => reply.Id).ToListAsync(stop);
            Assert.Null((await DecideReplies.Perform(db, ids, ReplyState.Held, ReplyState.Published, null, Moderator, house.Clock.Now(), stop)).Refusal);
        });

    [Fact]
    public async Task A_story_has_the_form_and_the_count()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));
        var (_, page) = await house.Get(story.Path);
        foreach (var words in new[] { ">0 replies<", "Leave a Reply", "Want to join the discussion? Feel free to contribute!", "Your email address will not be published. Required fields are marked *" })
            Assert.Contains(words, page, StringComparison.Ordinal);

        var arabic = await cast.Publish(house, cast.Carried("افتتاح المضيق", "نص.", edition: "ar"));
        Assert.Contains("لا تعليقات", (await house.Get(arabic.Path)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_reply_is_held_then_approved_then_shown()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));

        using var answer = await Send(house, story, Good);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal($"{story.Path}/reply/held", answer.Headers.Location?.OriginalString);
        Assert.Contains("Held for moderation", (await house.Get($"{story.Path}/reply/held")).Text, StringComparison.Ordinal);
        foreach (var path in new[] { story.Path, "/en", $"{story.Path}/replies.atom", $"{story.Path}/reply", $"{story.Path}/reply/held" })
            Assert.DoesNotContain("nineteen years", (await house.Get(path)).Text, StringComparison.Ordinal);

        await Approve(house);
        var (_, page) = await house.Get(story.Path);
        Assert.Contains(">1 reply<", page, StringComparison.Ordinal);
        Assert.Contains("nineteen years", page, StringComparison.Ordinal);
        Assert.Contains("nineteen years", (await house.Get($"{story.Path}/replies.atom")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_post_is_one_reply()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Send(house, story, Good)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode));
        await Only(house);
    }

    public static TheoryData<string, string> BadFields => new()
    {
        { "name", "" }, { "name", "   " }, { "name", new string('x', 246) }, { "name", "\u202e\u200b" },
        { "email", "" }, { "email", "no-at-sign" }, { "email", "a@b" }, { "email", new string('a', 95) + "@b.org" }, { "email", "a@b.org\r\nBcc: c@d.org" },
        { "email", "\"x\" <a@b.org>" }, { "email", "a@b.org,c@d.org" },
        { "website", "javascript:alert(1)" }, { "website", "data:text/html,x" }, { "website", "https://" + new string('x', 200) }, { "website", "//evil.example" },
        { "text", "" }, { "text", " \n\n " }, { "text", new string('x', 10_001) },
    };

    [Theory]
    [MemberData(nameof(BadFields))]
    public async Task A_bad_field_is_told_and_the_values_stay(string field, string value)
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));
        var fields = Good;
        fields[field] = value;
        using var answer = await Send(house, story, fields);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);

        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        Assert.Equal("true", page.QuerySelector($"#{field}")!.GetAttribute("aria-invalid"));
        Assert.NotNull(page.QuerySelector($"#problems a[href='#{field}']"));
        if (field != "name") Assert.Equal(Good["name"], page.QuerySelector("#name")!.GetAttribute("value"));
        if (field != "text") Assert.Equal(Good["text"], page.QuerySelector("#text")!.TextContent);
        await using var db = house.OpenDb();
        Assert.Equal(0, await db.Replies.CountAsync());
    }

    public static TheoryData<string> Vectors =>
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg/onload=alert(1)>", "[x](javascript:alert(1))", "<a href=\"java\tscript:alert(1)\">x</a>",
        "https://good.example/\"onmouseover=\"alert(1)", "javascript:alert(1)", "*<b>x</b>*", "> <iframe srcdoc='<script>alert(1)</script>'>", "</textarea><script>alert(1)</script>",
        "<!--><script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "\u202e<script>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    ];

    [Theory]
    [MemberData(nameof(Vectors))]
    public async Task What_readers_write_is_text_on_every_page(string vector)
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));
        var fields = Good;
        fields["name"] = "N " + vector;
        fields["text"] = "T " + vector;
        using (await Send(house, story, fields)) { }
        await Approve(house);

        var page = await new HtmlParser().ParseDocumentAsync((await house.Get(story.Path)).Text);
        var letter = page.QuerySelector(".letter")!;
        Assert.Empty(letter.QuerySelectorAll("script, img, svg, iframe, math, style, form, object, embed"));
        Assert.All(letter.QuerySelectorAll("*"), element =>
        {
            Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc");
            if (element.GetAttribute("href") is { } href) Assert.Matches("^(https?:|mailto:|#|/)", href);
        });
    }

    [Fact]
    public async Task An_address_stands_nowhere_in_public_in_logs_or_in_clear_on_the_disk()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));
        using (await Send(house, story, Good)) { }
        await Approve(house);
        foreach (var path in new[] { story.Path, "/en", $"{story.Path}/replies.atom", $"{story.Path}/reply", "/en/feed.rss", "/en/feed.atom", "/en/feed.json", $"/api/v1/stories/{story.Key}", "/en/search?q=maryam" })
            Assert.DoesNotContain("maryam.daneshvar@", (await house.Get(path)).Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(house.Log.All, line => line.Contains("maryam.daneshvar@", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(house.Log.All, line => line.Contains("nineteen years", StringComparison.OrdinalIgnoreCase));

        foreach (var file in Directory.EnumerateFiles(house.Storage.DataFolder, "dateline.db*"))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes);
            Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes("maryam.daneshvar@")) < 0, $"{file} holds the address in clear");
        }
        var reply = await Only(house);
        Assert.Equal("maryam.daneshvar@example.org", ((AddressVault)house.Services.GetService(typeof(AddressVault))!).Show(reply.EmailCipher));
    }

    [Fact]
    public async Task A_program_that_fills_the_hidden_field_learns_nothing_and_is_not_shown()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));
        var fields = Good;
        fields[ReplyForm.Honey] = "https://spam.example";
        using var answer = await Send(house, story, fields);
        Assert.Equal($"{story.Path}/reply/held", answer.Headers.Location?.OriginalString);
        Assert.Equal(ReplyState.Spam, (await Only(house)).State);
    }

    [Fact]
    public async Task Too_many_from_one_network_are_asked_to_wait_with_their_words_kept()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));
        for (var i = 0; i < 6; i++)
        {
            var fields = Good;
            fields["text"] = $"Letter number {i}";
            using var one = await Send(house, story, fields);
            Assert.Equal(HttpStatusCode.SeeOther, one.StatusCode);
        }
        var last = Good;
        last["text"] = "One letter too many";
        using var refused = await Send(house, story, last);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Contains("One letter too many", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        house.Clock.Advance(TimeSpan.FromMinutes(1));
        using var again = await Send(house, story, last);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
    }

    [Fact]
    public async Task Two_moderators_decide_once()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));
        using (await Send(house, story, Good)) { }
        var reply = await Only(house);
        var outcomes = await Task.WhenAll(new[] { ReplyState.Published, ReplyState.Spam }.Select(state => house.Writes.Run(
            (db, stop) => DecideReplies.Perform(db, [reply.Id], ReplyState.Held, state, null, Moderator, house.Clock.Now(), stop), default)));
        Assert.Single(outcomes, outcome => outcome.Value.Refusal is null);
        await using var db = house.OpenDb();
        Assert.Equal(1, await db.Set<ReplyDecision>().CountAsync());
    }

    [Fact]
    public async Task Replies_of_a_killed_story_are_closed_and_gone()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));
        using (await Send(house, story, Good)) { }
        await Approve(house);
        await house.Write(async (db, stop) => await Dateline.Desk.KillStory.Perform(db, story.Id, "Wrong.", null, house.Clock.Now(), stop));

        Assert.DoesNotContain("nineteen years", (await house.Get(story.Path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await house.Get($"{story.Path}/replies.atom")).Status);
        using var answer = await Send(house, story, Good);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_long_thread_is_paged_and_counted_whole()
    {
        await using var house = await TestHouse.Open();
        var cast = await Cast.Enter(house);
        var story = await cast.Publish(house, cast.Carried("Strait reopens", "Text."));
        var vault = new AddressVault(house.Storage);
        await house.Write((db, _) =>
        {
            for (var i = 0; i < 120; i++)
                db.Add(new Reply
                {
                    Id = Guid.CreateVersion7(),
                    StoryId = story.Id,
                    StoryKey = story.Key,
                    Edition = "en",
                    Name = $"Reader {i}",
                    EmailCipher = vault.Hide("a@b.org"),
                    Body = Dateline.Foundation.Markup.Body.Plain($"Letter {i}."),
                    State = ReplyState.Published,
                    SubmittedAt = TestHouse.Start,
                    PublishedAt = TestHouse.Start.AddSeconds(i / 3),
                    RepeatKey = $"k{i}",
                });
            return Task.CompletedTask;
        });
        var seen = new List<string>();
        for (var path = story.Path; path is not null;)
        {
            var page = await new HtmlParser().ParseDocumentAsync((await house.Get(path)).Text);
            Assert.Equal("120 replies", page.QuerySelector("#replies-name")!.TextContent);
            seen.AddRange(page.QuerySelectorAll(".letter-text").Select(text => text.TextContent.Trim()));
            path = page.QuerySelector(".replies .pages a")?.GetAttribute("href")?.Split('#')[0];
        }
        Assert.Equal(120, seen.Distinct().Count());
        Assert.Equal(120, seen.Count);
    }
}
