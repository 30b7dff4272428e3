using Dateline.Browser.Tests.House;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Pages;

/// <summary>Every kind of page that the staff see, by name, in the demo.</summary>
internal static class StaffPlaces
{
    /// <summary>Pages before the desk, seen by who isn't signed in.</summary>
    public static readonly string[] AtTheDoor = ["sign-in", "sign-in refused", "welcome", "welcome refused"];

    public static readonly string[] Names =
    [
        "inbox", "inbox item", "inbox found nothing", "wire versions", "source’s update", "stories", "drafts", "killed stories", "new story", "editor of a draft", "editor of an Arabic draft", "editor refused", "editor of a published story", "editor of a killed story", "corrections drawer", "kill drawer", "preview", "earlier text", "conflict",
        "replies waiting", "replies approved", "replies rejected", "replies narrowed", "reply’s history", "reply’s writer", "ban a writer", "answer a reply", "change an answer", "reports", "appeals", "discussion rules", "rules of a story", "rules refused", "bans", "ban refused", "words", "filter", "test box", "test box told", "figures", "moderation log", "moderation acts", "checks outside", "sources", "source", "source’s forms", "pushing source", "a new secret", "new source", "source refused", "editions", "edition", "new edition", "edition example", "topic", "new topic", "people", "person", "invitation", "me", "sign-in", "sign-in refused", "welcome", "welcome refused", "not allowed", "no such page",
    ];

    public static Place Of(string name, Demo demo)
    {
        var desk = demo.Desk;
        return name switch
        {
            "inbox" => new(name, "/desk/inbox"),
            "inbox item" => new(name, $"/desk/inbox/{desk.WireItem}"),
            "inbox found nothing" => new(name, "/desk/inbox?q=zyzzyva"),
            "wire versions" => new(name, $"/desk/inbox/{desk.UpdatedItem}/versions"),
            "source’s update" => new(name, $"/desk/stories/{desk.Draft}/wire"),
            "stories" => new(name, "/desk/stories?show=published"),
            "drafts" => new(name, "/desk/stories"),
            "killed stories" => new(name, "/desk/stories?show=killed"),
            "new story" => new(name, "/desk/stories/new"),
            "editor of a draft" => new(name, $"/desk/stories/{desk.Draft}"),
            "editor of an Arabic draft" => new(name, $"/desk/stories/{desk.ArabicDraft}"),
            "editor refused" => new(name, $"/desk/stories/{desk.Draft}", 422)
            {
                Press = async page =>
                {
                    await page.Locator("#headline").FillAsync("   ");
                    await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
                },
            },
            "editor of a published story" => new(name, $"/desk/stories/{desk.Published}"),
            "editor of a killed story" => new(name, $"/desk/stories/{desk.Killed}"),
            "corrections drawer" => new(name, $"/desk/stories/{desk.Published}") { Open = page => page.GetByText("Correct…").ClickAsync() },
            "kill drawer" => new(name, $"/desk/stories/{desk.Published}") { Open = page => page.GetByText("Kill…").ClickAsync() },
            "preview" => new(name, $"/desk/stories/{desk.Draft}/preview"),
            "earlier text" => new(name, $"/desk/stories/{desk.Draft}/revisions/1"),
            "conflict" => new(name, $"/desk/stories/{desk.Draft}", 409)
            {
                Press = async page =>
                {
                    // As a page does that was opened before somebody saved.
                    await page.EvaluateAsync("() => { for (const name of ['version', 'base']) document.querySelector(`[name=${name}]`).value = '1'; }");
                    await page.Locator("#headline").FillAsync("Another headline, written meanwhile");
                    await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
                },
            },
            "replies waiting" => new(name, "/desk/replies"),
            "replies approved" => new(name, "/desk/replies?show=Published"),
            "replies rejected" => new(name, "/desk/replies?show=Rejected"),
            "replies narrowed" => new(name, "/desk/replies?show=published&edition=en"),
            "reply’s history" => new(name, $"/desk/replies/{demo.Stories["en"].Reply}/history"),
            "reply’s writer" => new(name, $"/desk/replies/{demo.Stories["en"].Reply}/sender"),
            "ban a writer" => new(name, $"/desk/replies/{demo.Stories["en"].Reply}/ban"),
            "answer a reply" => new(name, $"/desk/replies/{demo.Stories["en"].Reply}/answer"),
            "change an answer" => new(name, $"/desk/replies/{demo.Desk.Answer}/words"),
            "reports" => new(name, "/desk/replies/reports"),
            "appeals" => new(name, "/desk/replies/appeals"),
            "discussion rules" => new(name, "/desk/replies/rules"),
            "rules of a story" => new(name, $"/desk/replies/rules?scope=story:{demo.Stories["en"].WithReplies.Split('/')[2]}"),
            "rules refused" => new(name, "/desk/replies/rules", 422)
            {
                Press = async page =>
                {
                    await page.Locator("#days").FillAsync("soon");
                    await page.GetByRole(AriaRole.Button, new() { Name = "Change the rules" }).ClickAsync();
                },
            },
            "bans" => new(name, "/desk/replies/bans"),
            "ban refused" => new(name, "/desk/replies/bans", 422)
            {
                Press = async page =>
                {
                    await page.Locator("#whom").FillAsync("no address");
                    await page.Locator("#label").FillAsync("Somebody");
                    await page.Locator("#note").FillAsync("A reason");
                    await page.GetByRole(AriaRole.Button, new() { Name = "Ban", Exact = true }).ClickAsync();
                },
            },
            "words" => new(name, "/desk/replies/words"),
            "filter" => new(name, "/desk/replies/filter"),
            "test box" => new(name, "/desk/replies/test"),
            "test box told" => new(name, "/desk/replies/test")
            {
                Press = async page =>
                {
                    await page.Locator("#text").FillAsync("See https://one.example/ and https://two.example/ for it.");
                    await page.GetByRole(AriaRole.Button, new() { Name = "Try it" }).ClickAsync();
                },
            },
            "figures" => new(name, "/desk/replies/figures"),
            "moderation log" => new(name, "/desk/replies/log"),
            "moderation acts" => new(name, "/desk/replies/log?show=acts"),
            "checks outside" => new(name, "/desk/replies/checks"),
            "sources" => new(name, "/desk/sources"),
            "source" => new(name, $"/desk/sources/{desk.Source}"),
            "source’s forms" => new(name, $"/desk/sources/{desk.Source}") { Open = page => page.EvaluateAsync("() => document.querySelectorAll('details').forEach(it => it.open = true)") },
            "pushing source" => new(name, $"/desk/sources/{desk.PushingSource}"),
            "a new secret" => new(name, $"/desk/sources/{desk.PushingSource}")
            {
                PostedTo = $"/desk/sources/{desk.PushingSource}/feeds",
                Press = async page =>
                {
                    await page.GetByText("Change this feed").ClickAsync();
                    await page.GetByRole(AriaRole.Button, new() { Name = "Make a new secret" }).ClickAsync();
                },
            },
            "new source" => new(name, "/desk/sources/new"),
            "source refused" => new(name, "/desk/sources/new", 422)
            {
                PostedTo = "/desk/sources",
                Press = async page =>
                {
                    await page.Locator("#name").FillAsync("Northern Wire");
                    await page.Locator("#site").FillAsync("https://northernwire.example/");
                    await page.Locator("#language").FillAsync("not a tag!");
                    await page.GetByRole(AriaRole.Button, new() { Name = "Add the source" }).ClickAsync();
                },
            },
            "editions" => new(name, "/desk/editions"),
            "edition" => new(name, "/desk/editions/ar"),
            "new edition" => new(name, "/desk/editions/new"),
            "edition example" => new(name, "/desk/editions/en") { Press = page => page.GetByRole(AriaRole.Button, new() { Name = "Show the example" }).ClickAsync() },
            "topic" => new(name, "/desk/topics/economy"),
            "new topic" => new(name, "/desk/topics/new"),
            "people" => new(name, "/desk/people"),
            "person" => new(name, $"/desk/people/{desk.Person}"),
            "invitation" => new(name, $"/desk/people/{desk.Person}") { Press = page => page.GetByRole(AriaRole.Button, new() { Name = "Make a new link" }).ClickAsync() },
            "me" => new(name, "/desk/me"),
            "sign-in" => new(name, "/desk/sign-in"),
            "sign-in refused" => new(name, "/desk/sign-in", 422)
            {
                Press = async page =>
                {
                    await page.Locator("#email").FillAsync("nobody@meridian.example");
                    await page.Locator("#password").FillAsync("not the password");
                    await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
                },
            },
            "welcome" => new(name, desk.Invitation),
            "welcome refused" => new(name, desk.Invitation, 422)
            {
                Press = async page =>
                {
                    await page.Locator("#password").FillAsync("سلمى القاضي"); // their own name
                    await page.GetByRole(AriaRole.Button, new() { Name = "Set the password" }).ClickAsync();
                },
            },
            "not allowed" => new(name, "/desk/refused", 403),
            "no such page" => new(name, $"/desk/stories/{Guid.Empty}", 404),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };
    }
}
