using Dateline.Browser.Tests.House;
using Dateline.Replies.Own;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Pages;

/// <summary>Every kind of page that readers see, by name, in one edition of the demo.</summary>
internal static class PublicPlaces
{
    public static readonly string[] Names =
    [
        "front", "story", "carried story", "corrected story", "story without replies", "topic", "source", "search", "search found", "search found nothing", "not found", "killed", "held", "reply form", "answer form", "reply refused",
        "replies", "replies newest", "one reply", "own reply", "no own reply", "report", "reported", "own report", "no own report", "follow", "follow asked", "follow stop", "your data", "your data asked", "link of a letter", "follow confirmed by link", "data by link",
    ];

    public static Place Of(string name, string edition, Demo demo)
    {
        var stories = demo.Stories[edition];
        var site = "/" + edition;
        return name switch
        {
            "front" => new(name, site),
            "story" => new(name, stories.WithReplies),
            "carried story" => new(name, stories.Carried),
            "corrected story" => new(name, stories.Corrected),
            "story without replies" => new(name, stories.Quiet),
            "topic" => new(name, $"{site}/topic/economy"),
            "source" => new(name, $"{site}/source/{stories.Source}"),
            "search" => new(name, $"{site}/search"),
            "search found" => new(name, $"{site}/search?q={Uri.EscapeDataString(stories.Word)}"),
            "search found nothing" => new(name, $"{site}/search?q=zyzzyva"),
            "not found" => new(name, $"{site}/topic/nowhere", 404),
            "killed" => new(name, stories.Killed, 410),
            "held" => new(name, $"{stories.WithReplies}/reply/held"),
            "replies" => new(name, $"{stories.WithReplies}/replies"),
            "replies newest" => new(name, $"{stories.WithReplies}/replies?sort=newest"),
            "one reply" => new(name, $"{stories.WithReplies}/replies/{stories.Reply:N}"),
            "own reply" => new(name, demo.House.App.Services.GetRequiredService<OwnKey>().Address(edition, stories.Reply)),
            "no own reply" => new(name, $"{site}/your-reply/nothing", 404),
            "report" => new(name, $"{stories.WithReplies}/replies/{stories.Reply:N}/report"),
            "own report" => new(name, demo.House.App.Services.GetRequiredService<OwnKey>().AddressOfReport(edition, stories.Report)),
            "no own report" => new(name, $"{site}/your-report/nothing", 404),
            "reported" => new(name, $"{stories.WithReplies}/reported"),
            "follow" => new(name, $"{stories.WithReplies}/follow"),
            "follow asked" => new(name, $"{stories.WithReplies}/follow/asked"),
            "follow stop" => new(name, $"{site}/follow/stop/nothing"),
            "your data" => new(name, $"{site}/your-data"),
            "your data asked" => new(name, $"{site}/your-data/asked"),
            "follow confirmed by link" => new(name, $"{site}/mail/{stories.Confirm}"),
            "data by link" => new(name, $"{site}/mail/{stories.Mine}"),
            "link of a letter" => new(name, $"{site}/mail/nothing", 404),
            "reply form" => new(name, $"{stories.WithReplies}/reply"),
            "answer form" => new(name, $"{stories.WithReplies}/reply?parent={stories.Reply}"),
            "reply refused" => new(name, $"{stories.WithReplies}/reply", 422)
            {
                Press = async page =>
                {
                    await page.Locator("#name").FillAsync("Ingrid");
                    await page.Locator("#website").FillAsync("not an address");
                    await page.Locator(".reply-form button[type=submit]").ClickAsync();
                },
            },
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
        };
    }
}
