using System.Xml.Linq;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Dateline.People;
using Dateline.Replies;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Replies;

/// <summary>Whatever a reader writes into whichever field is text on every page that shows it.</summary>
public class ReplyMarkupTests
{
    private static readonly string[] Vectors =
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg/onload=alert(1)>", "[x](javascript:alert(1))", "<a href=\"java\tscript:alert(1)\">x</a>",
        "https://good.example/\"onmouseover=\"alert(1)", "javascript:alert(1)", "*<b onclick=alert(1)>x</b>*", "> <iframe srcdoc='<script>alert(1)</script>'>", "</textarea><script>alert(1)</script>",
        "<!--><script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "\u202e<script>", "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        "' autofocus onfocus=alert(1) x='", "</bdi></h3><base href=//evil.example>", "{{7*7}}", "]]><script>alert(1)</script>", "https://good.example/?a=<script>",
    ];

    private static readonly HashSet<string> Letter = ["ARTICLE", "HEADER", "H3", "BDI", "A", "TIME", "P", "DIV", "SPAN", "BR", "EM", "BLOCKQUOTE"];
    private static readonly HashSet<string> Waiting = [.. Letter, "H2", "LABEL", "INPUT", "FORM", "BUTTON", "KBD", "SELECT", "OPTION", "SPAN", "DETAILS", "SUMMARY", "FIGURE", "FIGCAPTION", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD", "CODE"]; // the codes of rules are the page's own
    private static readonly HashSet<string> Attributes = ["data-answer", "data-story", "data-newest", "aria-current", "aria-label", "class", "id", "dir", "lang", "href", "rel", "title", "datetime", "aria-labelledby", "for", "type", "name", "value", "form", "method", "action", "data-key", "data-quick", "role", "tabindex", "scope", "aria-pressed"];

    [Fact]
    public async Task Every_field_is_text_on_the_story_in_the_queue_and_in_the_feed()
    {
        await using var scene = await ReplyScene.Open();
        foreach (var vector in Vectors)
        {
            scene.House.Clock.Advance(TimeSpan.FromMinutes(2));
            await scene.Receive(("name", vector.Contains("://", StringComparison.Ordinal) ? "N" : "N " + vector), ("text", "T " + vector), ("website", "https://reader.example/?q='&amp;x=<".TrimEnd('<')));
        }
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var queue = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync("/desk/replies"));
        Assert.Equal(Vectors.Length, queue.QuerySelectorAll(".waiting").Length);
        foreach (var waiting in queue.QuerySelectorAll(".waiting")) Harmless(waiting, Waiting);

        await scene.Approve();
        var page = await scene.Page(scene.Story.Path);
        Assert.Equal(Vectors.Length, page.QuerySelectorAll(".letter").Length);
        foreach (var letter in page.QuerySelectorAll(".letter"))
        {
            Harmless(letter, Letter);
            Assert.All(letter.QuerySelectorAll("a[href^=http]"), link => Assert.Equal("nofollow ugc noopener", link.GetAttribute("rel")));
            Assert.Equal("auto", letter.QuerySelector(".letter-text")!.GetAttribute("dir"));
            Assert.NotNull(letter.QuerySelector(".letter-name bdi"));
        }

        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse((await scene.House.Get(scene.At("/replies.atom"))).Text);
        foreach (var content in feed.Descendants(atom + "content"))
            Harmless(new HtmlParser().ParseDocument($"<div>{content.Value}</div>").Body!.FirstElementChild!, Letter);
    }

    /// <summary>Not the whole sentence: its last stop would go with a name that is written from the other side.</summary>
    [Fact]
    public async Task A_name_in_a_sentence_is_isolated_by_itself()
    {
        await using var scene = await ReplyScene.Open();
        var arabic = await scene.Cast.Publish(scene.House, scene.Cast.Carried("أعيد فتح المضيق", "نص.", edition: "ar"));
        async Task Write(string story, string name, string text, Guid? parent = null)
        {
            scene.House.Clock.Advance(TimeSpan.FromMinutes(2));
            using var browser = scene.House.Browser();
            using (await browser.Send(story + "/reply", ("name", name), ("email", ReplyScene.Address), ("text", text), ("parent", $"{parent}"))) { }
            await scene.Approve();
        }
        await Write(arabic.Path, "Dr. Smith, Ph.D.", "The tide turned at noon.");
        await Write(scene.Story.Path, "سلمى (٣)!", "Ask the cooks what the crews eat.");
        var (smith, salma) = await scene.Read(async db => (await db.Replies.SingleAsync(reply => reply.Edition == "ar"), await db.Replies.SingleAsync(reply => reply.Edition == "en")));
        await Write(arabic.Path, "نوال", "بعد الظهر.", smith.Id);
        await Write(scene.Story.Path, "Ingrid", "They eat what there is.", salma.Id);

        foreach (var (story, reply, to, answered) in new[] { (arabic.Path, smith, "رُد على ", "ردًا على "), (scene.Story.Path, salma, "Reply to ", "In reply to ") })
        {
            var name = $"<bdi>{reply.Name}</bdi>";
            var page = await scene.Page(story);
            Assert.Equal(to + name, page.QuerySelector("a[data-answer]")!.InnerHtml);
            Assert.Equal(answered + name, page.QuerySelector(".deep .letter-answer a")!.InnerHtml);
            Assert.Equal(answered + name, (await scene.Page($"{story}/reply?parent={reply.Id}")).QuerySelector(".reply-form .letter-answer")!.InnerHtml);
            var report = await scene.Page(story + Dateline.Replies.Reports.ReportReply.Beside(reply.Id));
            Assert.Contains(name, report.QuerySelector("h1")!.InnerHtml, StringComparison.Ordinal);
            Assert.Contains($"\u2068{reply.Name}\u2069", report.Title, StringComparison.Ordinal);
        }
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var queue = await new HtmlParser().ParseDocumentAsync(await moderator.GetStringAsync($"/desk/replies?show=published&story={scene.Story.Key}"));
        Assert.Contains($"Answers \u2068{salma.Name}\u2069", queue.QuerySelectorAll(".mark").Select(mark => mark.InnerHtml));
    }

    [Fact]
    public async Task A_refused_form_gives_every_value_back_as_text()
    {
        await using var scene = await ReplyScene.Open();
        foreach (var vector in Vectors)
        {
            using var answer = await scene.Send(("name", vector), ("email", vector), ("website", vector), ("text", vector), ("parent", vector));
            var page = await ReplyScene.Page(answer);
            Assert.Equal(vector, page.QuerySelector("#name")!.GetAttribute("value"));
            Assert.Equal(vector, page.QuerySelector("#email")!.GetAttribute("value"));
            Assert.Equal(vector, page.QuerySelector("#website")!.GetAttribute("value"));
            Assert.Equal(vector, page.QuerySelector("#text")!.TextContent);
            Assert.Empty(page.QuerySelector("main")!.QuerySelectorAll("script:not([src^='/assets/']), img, svg, iframe, math, style, base, [onfocus], [onerror], [onload], [onmouseover], [autofocus]"));
        }
    }

    private static void Harmless(IElement root, HashSet<string> elements)
    {
        foreach (var element in root.QuerySelectorAll("*").Append(root))
        {
            Assert.Contains(element.TagName, elements);
            Assert.All(element.Attributes, attribute => Assert.Contains(attribute.Name, Attributes));
            if (element.GetAttribute("href") is { } href) Assert.Matches("^(https?://|#|/en/|/desk/replies[/?])", href);
        }
    }
}
