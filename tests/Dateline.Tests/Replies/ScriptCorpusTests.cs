using System.Text.Json.Nodes;
using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.Layout.Languages;
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
/// Attempts to get script in, put together from parts, in the name and the text, on every page that shows a reply, in its feed and in the export. The page
/// is parsed as browsers do; whatever isn't on the list of what we write is a failure. A sample in the suite, on and on in soak.
/// </summary>
public class ScriptCorpusTests
{
    private const int InOneRound = 60;

    private static readonly string[] Openings = ["", "\"", "'", "`", ">", "\">", "'>", "</p>", "</bdi>", "</title>", "</textarea>", "</script>", "<!--", "-->", "]]>", "*", "_", "> ", ">> ", "&quot;>", "&#34;>", "\u202e", "\u2066", "%22%3E", "\\\"", "{{", "${"];
    private static readonly string[] Elements = ["script", "SCRIPT", "scr\u200bipt", "img", "svg", "math", "iframe", "object", "embed", "base", "link", "meta", "style", "form", "input", "button", "details", "video", "audio", "body", "template", "noscript", "xmp", "plaintext", "a", "b", "x-y", "foreignObject", "mglyph", "image", "isindex", "marquee"];
    private static readonly string[] Attributes = ["", " src=x onerror=alert(1)", "/onload=alert(1)", " onclick=alert(1)", " href=javascript:alert(1)", " href=\"java\tscript:alert(1)\"", " href=data:text/html;base64,PHNjcmlwdD4=", " srcdoc='<script>alert(1)</script>'", " style=\"background:url(//evil.example)\"", " autofocus onfocus=alert(1)", " formaction=javascript:alert(1)", " xlink:href=javascript:alert(1)", " ontoggle=alert(1) open", " http-equiv=refresh content=0;url=//evil.example", " id=__proto__ name=cookie"];
    private static readonly string[] Closings = ["", ">", ">alert(1)", ">alert(1)</script>", "/>", ">x", " //", "<!--", "\n", "--><b>"];
    private static readonly string[] Targets = ["https://a.example/\"onmouseover=alert(1)", "javascript:alert(1)//https://a.example", "https://a.example/<script>", "http://a.example/'><svg onload=alert(1)>", "https://javascript:alert(1)@a.example", "HTTPS://a.example/#javascript:alert(1)"];

    private static readonly HashSet<string> InLetter = ["ARTICLE", "HEADER", "H2", "H3", "BDI", "A", "TIME", "P", "DIV", "SPAN", "BR", "EM", "BLOCKQUOTE"];

    private static string Vector(Random random)
    {
        string One(string[] of) => of[random.Next(of.Length)];
        var vector = $"{One(Openings)}<{One(Elements)}{One(Attributes)}{One(Closings)}";
        return random.Next(4) == 0 ? vector + " " + One(Targets) : vector;
    }

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
            var written = ids.ToDictionary(id => id, _ => Taken(random));
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

    /// <summary>What the form's own check makes of an attempt; of one that it refuses, another.</summary>
    private static CheckedReply Taken(Random random)
    {
        while (true)
            if (new ReplyForm(Vector(random), "a@b.example", random.Next(2) == 0 ? "" : Targets[random.Next(Targets.Length)], Vector(random) + "\n\n" + Vector(random), "").Check(Wording.Of("en")).Reply is { } reply) return reply;
            else if (new ReplyForm(Vector(random), "a@b.example", "", Vector(random), "").Check(Wording.Of("en")).Reply is { } plain) return plain;
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
