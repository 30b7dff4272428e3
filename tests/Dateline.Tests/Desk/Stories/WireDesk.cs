using Dateline.Formats;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;

namespace Dateline.Tests.Desk.Stories;

/// <summary>A partner wire in a test's hand: it sends, updates and withdraws by the one receive path.</summary>
internal sealed class WireDesk(TestHouse house, Feed feed)
{
    public static async Task<WireDesk> Open(TestHouse house, Source source, string edition = "en")
    {
        var feed = new Feed { Id = Guid.CreateVersion7(), SourceId = source.Id, Url = $"https://{source.Key}.example/feed", Edition = edition, Paused = true };
        await house.Write((db, _) => { db.Add(feed); return Task.CompletedTask; });
        return new WireDesk(house, feed);
    }

    public static NewsItem News(string guid, string headline, string text) => new()
    {
        Uri = guid,
        Headline = headline,
        Summary = $"{headline}: the short of it.",
        Language = "en",
        Body = new NewsBody(text, BodyKind.Html),
        Published = TestHouse.Start.AddMinutes(-10),
    };

    /// <summary>Sends parts, and waits until this node has heard; the item of the last one.</summary>
    public async Task<WireItem> Send(params NewsPart[] parts)
    {
        await house.Write(async (db, stop) =>
        {
            var receiving = new Receiving(db, feed, house.Clock.Now());
            foreach (var part in parts) await receiving.Take(part, stop);
        });
        await using var db = house.OpenDb();
        return db.WireItems.Where(item => item.SourceId == feed.SourceId).OrderByDescending(item => item.Row).First();
    }
}
