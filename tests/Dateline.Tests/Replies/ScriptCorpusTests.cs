using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Operating.Moving;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Own;
using Dateline.Replies.Reports;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies;

/// <summary>
/// Attempts to get script in (<see cref="ScriptAttempts"/>), in the name and the text, on every page that shows a reply, in its feed and in the export. The page
/// is parsed as browsers do; whatever isn't on the list of what we write is a failure. A sample in the suite, on and on in soak.
/// </summary>
public class ScriptCorpusTests
{
    private const int InOneRound = 60;

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
            // At the desk too, where what waits is shown, and in what moves out, where it is a text within JSON.
            await scene.House.Write(async (db, stop) => { foreach (var reply in await db.Replies.AsTracking().ToListAsync(stop)) (reply.State, reply.PublishedAt) = (ReplyState.Held, null); });
            using var moderator = await scene.House.SignIn(Role.Moderator);
            var queue = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync(new Uri("/desk/replies", UriKind.Relative)));
            Assert.NotEmpty(queue.QuerySelectorAll(".waiting"));
            Harmless(queue);
            using var export = new MemoryStream();
            await new ExportHouse(scene.House.Services, new ExportOptions()).Write(export, default);
            foreach (var line in System.Text.Encoding.UTF8.GetString(export.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries))
                if (JsonNode.Parse(line)!.AsObject() is var row && row["kind"]!.GetValue<string>() == "replies") Assert.Equal(written[row["id"]!.GetValue<Guid>()].Name, row["name"]!.GetValue<string>());
            tried += InOneRound;
        }
        Soak.Say($"{tried} attempts at script in names and texts: none got out of the text");
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
                Assert.False(attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc" or "formaction" or "http-equiv" or "autofocus", $"<{element.LocalName} {attribute.Name}>");
                if (attribute.Name is "href" or "src" or "action") Assert.Matches("^(?i:https?://|/|#)", attribute.Value);
            }
        }
        Within(page);
    }

    private static void Within(IDocument page)
    {
        foreach (var element in page.QuerySelectorAll(".letter *")) Assert.Contains(element.TagName, InLetter);
        foreach (var link in page.QuerySelectorAll(".letter-text a")) Assert.Equal(("nofollow ugc noopener", link.TextContent), (link.GetAttribute("rel"), link.GetAttribute("href")));
    }
}
