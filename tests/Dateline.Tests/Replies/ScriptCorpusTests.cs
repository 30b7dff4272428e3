using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Operating.Moving;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Letters;
using Dateline.Replies.Moderation;
using Dateline.Replies.MyData;
using Dateline.Replies.Own;
using Dateline.Replies.Reports;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Tests.Replies.Letters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies;

/// <summary>
/// Attempts to get script in (<see cref="ScriptAttempts"/>), in the name and the text, on every page that shows a reply, those of the desk too, in its feed, the
/// API, letters, a reader's own file and the export. Each page is parsed as browsers do; whatever isn't on the list of what we write is a failure. A sample in the suite, on and on in soak.
/// </summary>
public class ScriptCorpusTests
{
    private const int InOneRound = 60;

    private const int InOneLetter = 10;
    private static readonly string Sender = new('a', 32);
    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly HashSet<string> InText = ["P", "BR", "EM", "BLOCKQUOTE", "A"];
    private static readonly HashSet<string> InLetter = ["ARTICLE", "HEADER", "H2", "H3", "BDI", "A", "TIME", "P", "DIV", "SPAN", "BR", "EM", "BLOCKQUOTE"];

    [Fact]
    [Trait("Soak", "yes")]
    public async Task Whatever_is_put_together_stays_text_on_every_page()
    {
        var random = new Random(Soak.Seed);
        var tried = 0;
        foreach (var _ in Soak.Rounds(inSuite: 1))
        {
            await using var scene = await ReplyScene.Open();
            var ids = await scene.Add(InOneRound, ReplyState.Published, i => TestHouse.Start.AddSeconds(i));
            var written = ids.ToDictionary(id => id, _ => ScriptAttempts.Taken(ScriptAttempts.Form(random))!);
            await scene.House.Write(async (db, stop) =>
            {
                foreach (var reply in await db.Replies.AsTracking().ToListAsync(stop))
                    (reply.Name, reply.Body, reply.Website) = (written[reply.Id].Name, written[reply.Id].Body, written[reply.Id].Website);
            });
            foreach (var order in new[] { "oldest", "newest", "discussed" })
            {
                for (var path = scene.At($"/replies?sort={order}"); path is not null;)
                {
                    var page = await scene.Page(path);
                    Harmless(page);
                    path = page.QuerySelector(".replies .pages a[rel=next]")?.GetAttribute("href")?.Split('#')[0];
                }
            }
            foreach (var id in ids.Take(20))
                foreach (var path in new[] { scene.At(PublicReply.PlaceOf(id)), scene.At(ReportReply.Beside(id)), scene.At($"/reply?parent={id}"), scene.House.Services.GetRequiredService<OwnKey>().Address("en", id) })
                    Harmless(await scene.Page(path));
            XNamespace atom = "http://www.w3.org/2005/Atom";
            foreach (var content in XDocument.Parse((await scene.House.Get(scene.At("/replies.atom"))).Text).Descendants(atom + "content"))
                Within(new HtmlParser().ParseDocument($"<div class=letter>{content.Value}</div>"));
            foreach (var path in new[] { $"/api/v1/stories/{scene.Story.Key}", "/api/v1/en/stories" }) WithinJson((await scene.House.Get(path)).Text);
            using var editor = await scene.House.SignIn(Role.Editor);
            await AtTheDesk(scene, editor, ids, random);

            // What waits is shown there too; and in what moves out it is a text within JSON.
            await scene.House.Write(async (db, stop) => { foreach (var reply in await db.Replies.AsTracking().ToListAsync(stop)) (reply.State, reply.PublishedAt) = (ReplyState.Held, null); });
            var queue = await new HtmlParser().ParseDocumentAsync(await editor.GetStringAsync(new Uri("/desk/replies", UriKind.Relative)));
            Assert.NotEmpty(queue.QuerySelectorAll(".waiting"));
            Harmless(queue);
            using var export = new MemoryStream();
            await new ExportHouse(scene.House.Services, new ExportOptions()).Write(export, default);
            foreach (var line in System.Text.Encoding.UTF8.GetString(export.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
                if (JsonNode.Parse(line)!.AsObject() is var row && row["kind"]!.GetValue<string>() == "replies" && row["id"]!.GetValue<Guid>() is var id && id != ids[0])
                    Assert.Equal((written[id].Name, written[id].Body), (row["name"]!.GetValue<string>(), Body.FromJson(row["body"]!.ToJsonString()).OrThrow()));
            tried += InOneRound;
        }
        Soak.Say($"{tried} attempts at script in names and texts: none got out of the text");
    }

    /// <summary>Letters are text alone, whatever was written: a mail program has nothing to make anything of, no header comes from a reader, and no address but ours.</summary>
    [Fact]
    [Trait("Soak", "yes")]
    public async Task Whatever_is_put_together_goes_by_mail_as_text_and_into_a_readers_own_file_as_JSON()
    {
        var random = new Random(Soak.Seed);
        var tried = 0;
        foreach (var _ in Soak.Rounds(inSuite: 1))
        {
            await using var scene = await MailScene.Open();
            foreach (var attempt in Enumerable.Range(0, InOneLetter).Select(_ => ScriptAttempts.Next(random)))
                using (var refused = await scene.Send(scene.Scene.At("/follow"), ("email", $"{attempt}@a.example\r\nBcc: victim@evil.example"), ("pace", "soon"))) Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            await scene.Follow();
            var plain = Assert.Single(scene.Mail.Letters()); // the one that asked: none of those above went out
            var written = await Publish(scene, random);
            await scene.ComesDue(MailScene.Soon);
            var letter = await scene.Next();

            Assert.Equal(("text/plain", 1, null), (letter.Body!.ContentType.MimeType, letter.BodyParts.Count(), letter.HtmlBody));
            Assert.Equal($"{InOneLetter} new replies: Strait reopens", letter.Subject);
            Assert.Equal(MailScene.Follower, Assert.Single(letter.To.Mailboxes).Address);
            Assert.Equal(plain.Headers.Select(header => header.Field).Concat(["List-Unsubscribe", "List-Unsubscribe-Post"]).Order(StringComparer.OrdinalIgnoreCase), letter.Headers.Select(header => header.Field).Order(StringComparer.OrdinalIgnoreCase), StringComparer.OrdinalIgnoreCase);
            var text = letter.TextBody!;
            foreach (var reply in written) Assert.Contains(Quotation.Of(reply.Name), text, StringComparison.Ordinal);
            Assert.All(text.Split((char[]?)null).Where(word => word.Contains("//", StringComparison.Ordinal) || word.Contains("example", StringComparison.OrdinalIgnoreCase)), word => Assert.StartsWith("http://localhost/en/", word, StringComparison.Ordinal));

            // And in the file of who wrote it.
            var own = await scene.Scene.Read(db => ReaderExport.Of(db, Sender, _ => "", default));
            var file = JsonNode.Parse(JsonSerializer.SerializeToUtf8Bytes(own, ReaderExport.Options))!["replies"]!.AsArray();
            Assert.Equal(written.Select(reply => (reply.Name, PlainText.From(reply.Body))).Order(), file.Select(reply => (reply!["name"]!.GetValue<string>(), reply["text"]!.GetValue<string>())).Order());
            tried += InOneLetter;
        }
        Soak.Say($"{tried} attempts at script in letters: text, and no header");
    }

    /// <summary>Becomes public under the story that is followed.</summary>
    private static async Task<IReadOnlyList<CheckedReply>> Publish(MailScene scene, Random random)
    {
        scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
        var now = scene.House.Clock.Now();
        var ids = await scene.Scene.Add(InOneLetter, ReplyState.Published, i => now.AddSeconds(i));
        var written = ids.ToDictionary(id => id, _ => ScriptAttempts.Taken(ScriptAttempts.Form(random))!);
        await scene.House.Write(async (db, stop) =>
        {
            foreach (var reply in await db.Replies.AsTracking().ToListAsync(stop)) (reply.Name, reply.Body, reply.AddressKey) = (written[reply.Id].Name, written[reply.Id].Body, Sender);
            db.Journal.Add(new ReplyPublished(ids[^1], scene.Scene.Story.Key, "en"));
        });
        return [.. written.Values];
    }

    /// <summary>Every page of the desk that shows what readers write: the words of reports and appeals, and what somebody tries in the test box, too.</summary>
    private static async Task AtTheDesk(ReplyScene scene, HttpClient editor, IReadOnlyList<Guid> ids, Random random)
    {
        var story = scene.Story.Id;
        await scene.House.Write(async (db, stop) =>
        {
            var now = scene.House.Clock.Now();
            var replies = await db.Replies.AsTracking().ToListAsync(stop);
            foreach (var reply in replies) reply.AddressKey = Sender;
            var asked = replies.Single(reply => reply.Id == ids[0]);
            asked.Body = ScriptAttempts.Taken(ScriptAttempts.Form(random) with { Text = $"{ScriptAttempts.Next(random)}\n\nIs it so?" })?.Body ?? Body.Plain("Is it so?");
            db.AddRange(ids.Take(10).Select(id => new ReplyReport { Id = Guid.CreateVersion7(now), ReplyId = id, Reason = "other", Words = ScriptAttempts.Fill(random, ReplyReport.LongestWords), ReporterKey = $"{id:N}", At = now }));
            db.AddRange(ids.Skip(10).Take(10).Select(id => new Appeal { Id = Guid.CreateVersion7(now), ReplyId = id, Words = ScriptAttempts.Fill(random, Appeal.LongestWords), At = now }));
            var jonas = await db.Set<Staff>().Where(staff => staff.Role == Role.Editor).Select(staff => staff.Id).FirstAsync(stop);
            db.Add(new Revision { Id = Guid.CreateVersion7(now), StoryId = story, Version = 99, Headline = "Strait reopens", Body = Body.Plain("Text."), At = now, By = jonas });
        });
        using (await editor.Send($"/desk/replies/{ids[1]}/ban", ("kind", "Name"), ("effect", "Hold"), ("label", ScriptAttempts.Next(random)), ("note", ScriptAttempts.Next(random)), ("days", "30"))) { }
        using (await editor.Send("/desk/replies/decisions", ("reply", $"{ids[2]}"), ("from", "Published"), ("verdict", "reject:insult"))) { }
        foreach (var path in (string[])["/desk/replies?show=published", "/desk/replies?show=published&question=1", "/desk/replies?show=rejected", "/desk/replies/reports", "/desk/replies/appeals", "/desk/replies/log", "/desk/replies/log?show=acts", "/desk/replies/bans", "/desk/stories", $"/desk/stories/{story}",
            .. ids.Take(3).SelectMany(_ => new[] { "history", "sender", "answer", "ban" }, (id, page) => $"/desk/replies/{id}/{page}")])
        {
            var page = await new HtmlParser().ParseDocumentAsync(await editor.GetStringAsync(new Uri(path, UriKind.Relative)));
            Assert.True(page.QuerySelector("main")!.TextContent.Contains('<', StringComparison.Ordinal), path); // an attempt stands there to be read
            Harmless(page);
        }
        using var tried = await editor.Send("/desk/replies/test", ("name", ScriptAttempts.Next(random)), ("email", ScriptAttempts.Next(random)), ("website", ScriptAttempts.Next(random)), ("text", ScriptAttempts.Fill(random, 2_000)), ("story", scene.Story.Key));
        Harmless(await ReplyScene.Page(tried));
    }

    /// <summary>The markup within JSON, by the same list as a page's. Of replies nothing stands there.</summary>
    private static void WithinJson(string json)
    {
        var root = JsonNode.Parse(json)!;
        foreach (var story in root["stories"] is JsonArray all ? all.ToList() : [root])
            Harmless(new HtmlParser().ParseDocument(story!["bodyHtml"]!.GetValue<string>()));
        foreach (var attempt in new[] { "alert(", "onerror", "javascript:", "evil.example" }) Assert.DoesNotContain(attempt, root.ToJsonString(Readable), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>No script but our files, no handler, no style, no address but ours and the web's.</summary>
    private static void Harmless(IDocument page)
    {
        foreach (var element in page.All)
        {
            if (element.TagName == "SCRIPT") Assert.StartsWith("/assets/", element.GetAttribute("src"), StringComparison.Ordinal);
            Assert.DoesNotContain(element.TagName, new[] { "IFRAME", "OBJECT", "EMBED", "BASE", "STYLE", "MATH", "TEMPLATE", "VIDEO", "AUDIO", "PLAINTEXT", "XMP", "MARQUEE" });
            foreach (var attribute in element.Attributes)
            {
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc" or "http-equiv" or "autofocus" || (attribute.Name == "formaction" && !attribute.Value.StartsWith("/desk/", StringComparison.Ordinal)), $"<{element.LocalName} {attribute.Name}>");
                if (attribute.Name is "href" or "src" or "action") Assert.Matches("^(?i:https?://|/|#)", attribute.Value);
            }
        }
        Within(page);
    }

    private static void Within(IDocument page)
    {
        foreach (var element in page.QuerySelectorAll(".letter *")) Assert.Contains(element.TagName, InLetter);
        foreach (var element in page.QuerySelectorAll(".waiting-text *, .answered blockquote *")) Assert.Contains(element.TagName, InText);
        foreach (var link in page.QuerySelectorAll(".letter-text a, .waiting-text a, .answered blockquote a")) Assert.Equal(("nofollow ugc noopener", link.TextContent), (link.GetAttribute("rel"), link.GetAttribute("href")));
    }
}
