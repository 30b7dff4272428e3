using System.Net;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.House;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Desk.Admin;

public class SourceTests
{
    private static (string Name, string Value)[] Form(params (string Name, string Value)[] changed)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["name"] = "Harbour Wire",
            ["site"] = "https://harbour.example/",
            ["language"] = "en",
            ["terms"] = "FullText",
            ["words"] = "60",
            ["index"] = "NoIndexNews",
            ["credit"] = "",
            ["version"] = "1",
        };
        foreach (var (name, value) in changed) form[name] = value;
        return [.. form.Select(field => (field.Key, field.Value))];
    }

    /// <summary>A house whose wire asks nobody: these tests are about the pages.</summary>
    private static async Task<(TestHouse House, HttpClient Nadia, Guid Source)> OpenWithSource()
    {
        var house = await TestHouse.Open(options: one => one with { Worker = false });
        var nadia = await house.SignIn(Role.Administrator);
        await house.Writes.Run((db, _) =>
        {
            db.Add(new Edition { Code = "en", Name = "English", Language = "en", TimeZone = "UTC", Style = new HouseStyle { ShortName = "Meridian", FullName = "Meridian Press Association" } });
            return Task.CompletedTask;
        }, default);
        using var added = await nadia.Send("/desk/sources", Form());
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        await using var db = house.OpenDb();
        return (house, nadia, (await db.Sources.SingleAsync()).Id);
    }

    private static async Task<Feed> AddFeed(TestHouse house, HttpClient nadia, Guid source, string url = "https://harbour.example/feed", string user = "", string secret = "")
    {
        using var added = await nadia.Send($"/desk/sources/{source}/feeds", ("url", url), ("edition", "en"), ("interval", "300"), ("user", user), ("secret", secret), ("allowPrivate", "10.0.0.7:80"), ("AllowPrivate", "10.0.0.7:80"));
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        await using var db = house.OpenDb();
        return await db.Feeds.SingleAsync(feed => feed.Url == url);
    }

    [Fact]
    public async Task A_source_is_added_with_the_terms_agreed_and_changed_later()
    {
        var (house, nadia, source) = await OpenWithSource();
        await using var _ = house;
        using (var changed = await nadia.Send($"/desk/sources/{source}", Form(("terms", "Excerpt"), ("words", "40"), ("index", "CanonicalToSource"), ("credit", "Byline"), ("language", "pt-br"))))
            Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        await using var db = house.OpenDb();
        var row = await db.Sources.SingleAsync();
        Assert.Equal((Terms.Excerpt, 40, IndexPolicy.CanonicalToSource, CreditStyle.Byline, "pt-BR", 2), (row.Terms, row.ExcerptWords, row.IndexPolicy, row.CreditStyle, row.Language, row.Version));
        Assert.Contains("Opening only", await nadia.GetStringAsync("/desk/sources"), StringComparison.Ordinal);

        using var late = await nadia.Send($"/desk/sources/{source}", Form(("name", "The Harbour Wire")));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("value=\"The Harbour Wire\"", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("name", "")]
    [InlineData("site", "javascript:alert(1)")]
    [InlineData("language", "\"><script>x()</script>")]
    [InlineData("terms", "Everything")]
    [InlineData("words", "0")]
    [InlineData("words", "many")]
    [InlineData("index", "9")]
    [InlineData("credit", "Nowhere")]
    public async Task What_cannot_be_kept_is_refused_by_field(string field, string value)
    {
        var (house, nadia, source) = await OpenWithSource();
        await using var _ = house;
        foreach (var path in (string[])["/desk/sources", $"/desk/sources/{source}"])
        {
            using var refused = await nadia.Send(path, Form((field, value)));
            var page = await refused.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains($"href=\"#{field}\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script>x()", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task No_form_opens_the_inner_network_to_a_feed()
    {
        var (house, nadia, source) = await OpenWithSource();
        await using var _ = house;
        var feed = await AddFeed(house, nadia, source);
        Assert.Null(feed.AllowPrivate);
        (await nadia.Send($"/desk/sources/{source}/feeds/{feed.Id}", ("edition", "en"), ("interval", "600"), ("allowPrivate", "10.0.0.7:80"))).Dispose();
        await using var db = house.OpenDb();
        Assert.Null((await db.Feeds.SingleAsync()).AllowPrivate);
        Assert.Equal(600, (await db.Feeds.SingleAsync()).IntervalSeconds);

        foreach (var url in (string[])["file:///etc/passwd", "gopher://x.example/", "https://user:word@harbour.example/feed", "https://harbour.example:22/", "not an address", "https://harbour.example/feed"])
        {
            using var refused = await nadia.Send($"/desk/sources/{source}/feeds", ("url", url), ("edition", "en"), ("interval", "300"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        }
        using var nowhere = await nadia.Send($"/desk/sources/{source}/feeds", ("url", "https://harbour.example/other"), ("edition", "xx"), ("interval", "300"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nowhere.StatusCode);
    }

    [Fact]
    public async Task A_password_goes_in_encrypted_and_never_comes_out()
    {
        var (house, nadia, source) = await OpenWithSource();
        await using var _ = house;
        const string Secret = "the-lighthouse-keepers-word";
        var feed = await AddFeed(house, nadia, source, user: "meridian", secret: Secret);
        Assert.NotNull(feed.Password);
        Assert.DoesNotContain(Secret, feed.Password, StringComparison.Ordinal);
        Assert.NotNull(house.Services.GetRequiredService<FeedSecrets>().Of(feed, new Uri(feed.Url)));
        var page = await nadia.GetStringAsync($"/desk/sources/{source}");
        Assert.DoesNotContain(Secret, page, StringComparison.Ordinal);
        Assert.DoesNotContain(feed.Password, page, StringComparison.Ordinal);

        using (var colon = await nadia.Send($"/desk/sources/{source}/feeds/{feed.Id}/credentials", ("user", "a:b"), ("secret", Secret))) Assert.Equal(HttpStatusCode.UnprocessableEntity, colon.StatusCode);
        (await nadia.Send($"/desk/sources/{source}/feeds/{feed.Id}/credentials", ("forget", "yes"))).Dispose();
        await using var db = house.OpenDb();
        Assert.Null((await db.Feeds.SingleAsync()).Password);
        Assert.DoesNotContain(house.Log.All, line => line.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_piece_is_read_again_from_the_page_of_its_own_source()
    {
        var (house, nadia, source) = await OpenWithSource();
        await using var _ = house;
        using var browser = nadia;
        var feed = await AddFeed(house, nadia, source);
        Quarantined Piece(string raw, bool whole) => new() { Id = Guid.CreateVersion7(), FeedId = feed.Id, SourceId = source, Reason = "The item is not JSON.", Raw = raw, IsWhole = whole, At = TestHouse.Start };
        var (good, cut) = (Piece("""{"id":"b","title":"Pilots end strike"}""", true), Piece("""{"id":"c","title":"Lake f""", false));
        await house.Writes.Run((db, _) => { db.AddRange(good, cut); return Task.CompletedTask; }, default);
        var page = await nadia.GetStringAsync($"/desk/sources/{source}");
        Assert.Contains($"refused/{good.Id}", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"refused/{cut.Id}", page, StringComparison.Ordinal); // there isn't enough of it

        using (var foreign = await nadia.Send($"/desk/sources/{Guid.CreateVersion7()}/refused/{good.Id}")) Assert.Equal(HttpStatusCode.NotFound, foreign.StatusCode);
        using (var read = await nadia.Send($"/desk/sources/{source}/refused/{good.Id}")) Assert.Equal(HttpStatusCode.SeeOther, read.StatusCode);

        await using var db = house.OpenDb();
        Assert.Equal("Pilots end strike", (await db.WireItems.SingleAsync()).Headline);
        using var twice = await nadia.Send($"/desk/sources/{source}/refused/{good.Id}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, twice.StatusCode);
    }

    [Fact]
    public async Task A_feed_is_paused_resumed_asked_and_read_again()
    {
        var (house, nadia, source) = await OpenWithSource();
        await using var _ = house;
        var feed = await AddFeed(house, nadia, source);
        var here = $"/desk/sources/{source}/feeds/{feed.Id}";
        await house.Writes.Run(async (db, stop) =>
        {
            var row = await db.Feeds.AsTracking().SingleAsync(stop);
            (row.ETag, row.DueAt, row.PolledAt, row.Failure, row.FailureSentence, row.FailuresInARow) = ("\"x\"", null, house.Clock.GetUtcNow(), "TlsFailed", "No secure connection to harbour.example.", 3);
            db.Add(new Quarantined { Id = Guid.CreateVersion7(), FeedId = feed.Id, SourceId = source, Reason = "The entry has no text.", Raw = "<entry><script>x()</script>", Line = 12, At = house.Clock.GetUtcNow() });
        }, default);
        var page = await nadia.GetStringAsync($"/desk/sources/{source}");
        Assert.Contains("Failing, 3 times in a row. No secure connection to harbour.example.", page, StringComparison.Ordinal);
        Assert.Contains("The entry has no text.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>x()", page, StringComparison.Ordinal);
        Assert.Contains("one failing", await nadia.GetStringAsync("/desk/sources"), StringComparison.Ordinal);

        (await nadia.Send(here + "/again")).Dispose();
        await using var look = house.OpenDb();
        var now = await look.Feeds.SingleAsync();
        Assert.Null(now.ETag);
        Assert.Equal(house.Clock.Now(), now.DueAt);
        Assert.NotNull((await look.Quarantine.SingleAsync()).ReplayedAt);

        (await nadia.Send(here + "/pause")).Dispose();
        Assert.True((await look.Feeds.SingleAsync()).Paused);
        using (var cant = await nadia.Send(here + "/again")) Assert.Equal(HttpStatusCode.UnprocessableEntity, cant.StatusCode);
        (await nadia.Send(here + "/resume")).Dispose();
        (await nadia.Send(here + "/poll")).Dispose();
        Assert.False((await look.Feeds.SingleAsync()).Paused);

        using var elsewhere = await nadia.Send($"/desk/sources/{Guid.CreateVersion7()}/feeds/{feed.Id}/pause");
        Assert.Equal(HttpStatusCode.NotFound, elsewhere.StatusCode);
    }
}
