using System.Net;
using System.Text;
using System.Text.Json;
using Dateline.Foundation.Journal;
using Dateline.Layout;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Replies.Own;
using Dateline.Replies.Readers;
using Dateline.Replies.Reports;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Dateline.Tests.Desk.Stories;
using Dateline.Tests.House;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies.Letters;

/// <summary>
/// All that a house lets out: every address that answers, to guests and at the desk, with every surface of the list among them; every letter, log
/// line, measurement and fact, and the files of its engine. In none stands where a reader writes from, but in letters to that reader.
/// </summary>
public class SurfacePrivacyTests
{
    private const string Second = "idris.vane@example.org";

    /// <summary>Each sends from a place of their own.</summary>
    private static readonly (string Address, string From)[] Readers =
        [(ReplyScene.Address, "203.0.113.77"), (MailScene.Follower, "198.51.100.201"), (Second, "2001:db8:77:1::5"), ("", "192.0.2.113")];

    /// <summary>Addresses that never end, or show bytes.</summary>
    private static readonly string[] Streams = ["/desk/inbox/stream", "/desk/replies/stream", "/reply/stream/{story}", "/desk/pictures/{id:guid}/{width:int}.jpg", "/pictures/{id:guid}/{width:int}.jpg", "/pictures/{id:guid}/{width:int}.png"];

    [Fact]
    public async Task No_address_and_no_network_of_a_reader_stands_anywhere()
    {
        using var meters = new MeterLines();
        await using var scene = await MailScene.Open();
        var (house, at) = (scene.House, scene.Scene);
        var first = await Seed(scene);

        var shown = await at.Read(async db => PublicStory.Of((await db.LoadStory(at.Story.Id, default))!));
        var keys = await at.Read(async db => new
        {
            Addresses = await db.Set<Reply>().Select(reply => reply.AddressKey!).ToListAsync(),
            Networks = await db.Set<ReplyTrace>().Select(trace => trace.NetworkKey).ToListAsync(),
            Report = await db.Set<ReplyReport>().OrderBy(report => report.At).Select(report => report.Id).FirstAsync(),
        });
        Assert.Equal(2, keys.Networks.Distinct(StringComparer.Ordinal).Count()); // it was known from where each was sent
        string[] secrets = [.. Readers.SelectMany(reader => AddressForms.Of(reader.Address).Append(reader.From)), .. keys.Addresses.Concat(keys.Networks).Select(AddressForms.OfKey)];

        var own = house.Services.GetRequiredService<OwnKey>();
        var ids = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["edition"] = "en",
            ["key"] = at.Story.Key,
            ["slug"] = at.Story.Slug,
            ["topic"] = "sea",
            ["source"] = at.Cast.HarbourWire.Key,
            ["secret"] = "x",
            ["token"] = "x",
            ["name"] = "site.css",
            ["month"] = "2026-11",
            ["format"] = "rss",
            ["code"] = "en",
            ["version"] = "1",
        };
        using var guest = house.Client();
        foreach (var path in Routes(house, desk: false, ids, first.Id).Concat(Surfaces.All.SelectMany(surface => surface.Addresses(shown))).Concat([own.Address("en", first.Id), own.AddressOfReport("en", keys.Report), at.At($"/follow?reply={first.Id}"), at.At("/replies?sort=discussed"), at.At("/replies?sort=picks"), "/en/search?q=maryam", "/en/feed.atom", "/en/feed.json"]))
            await Nothing(secrets, guest, path);

        using var administrator = await house.SignIn(Role.Administrator);
        var (staff, source) = await at.Read(async db => (await db.Staff.Select(row => row.Id).FirstAsync(), await db.Set<Source>().Select(row => row.Id).FirstAsync()));
        var looked = 0;
        foreach (var path in Routes(house, desk: true, ids, first.Id, at.Story.Id, staff, source).Concat(new[] { "held", "published", "rejected", "spam", "withdrawn" }.Select(state => $"/desk/replies?show={state}")).Concat(["/desk/replies/log?show=acts", "/desk/replies/bans?show=past"]))
        {
            if (await Nothing(secrets, administrator, path) == HttpStatusCode.OK && path.Contains("/replies", StringComparison.Ordinal)) looked++;
        }
        Assert.True(looked > 15, $"{looked} pages of moderators were seen");

        None(secrets, JsonSerializer.Serialize(await at.Read(db => db.Set<JournalEntry>().ToListAsync())), "the journal");
        Assert.NotEmpty(house.Log.All);
        foreach (var line in house.Log.All) None([.. secrets, .. Refusals.Words], line, "a log line");
        Assert.NotEmpty(meters.All);
        foreach (var line in meters.All) None(secrets, line, "a measurement");
        foreach (var letter in scene.Mail.Letters())
        {
            var to = letter.To.Mailboxes.Single().Address;
            None(Readers.SelectMany(reader => (reader.Address == to ? [] : AddressForms.Of(reader.Address)).Append(reader.From)).Concat(keys.Addresses.Concat(keys.Networks).Select(AddressForms.OfKey)), letter.ToString(), "a letter");
        }
        foreach (var file in Directory.EnumerateFiles(house.Storage.DataFolder, "dateline.db*")) None(Readers.SelectMany(reader => AddressForms.Of(reader.Address).Append(reader.From)), await Read(file), "the database"); // where hashed keys stand
    }

    /// <summary>Two write, one of them answering; two follow; one reports, appeals, asks for what is theirs, and has a ban made on their network.</summary>
    private static async Task<Reply> Seed(MailScene scene)
    {
        var at = scene.Scene;
        async Task<string> From(int reader, string path, params (string Name, string Value)[] fields)
        {
            scene.House.Clock.Advance(TimeSpan.FromMinutes(2));
            var answer = await Refusals.Send(scene.House, Readers[reader].From, path, fields);
            Assert.True(answer.StatusCode is 200 or 303, $"{path}: {answer.StatusCode}");
            await scene.House.Heard();
            None(Readers.SelectMany(one => AddressForms.Of(one.Address).Append(one.From)), string.Join('\n', answer.Headers.Select(header => $"{header.Key}: {header.Value}")), $"the answer to {path}");
            return answer.Headers.Location.ToString();
        }
        (string, string)[] Letter(string name, string email, string text, string parent = "") => [("name", name), ("email", email), ("website", ""), ("text", text), ("parent", parent)];

        var place = (await From(0, at.At("/reply"), Letter("Maryam Daneshvar", ReplyScene.Address, ReplyScene.Text))).Split('?', '#')[0];
        var first = await at.Read(db => db.Replies.SingleAsync());
        await From(0, place + "/appeal", ("words", "It is kind."));
        await at.Approve();
        await From(3, at.At(ReportReply.Beside(first.Id)), ("reason", "insult"), ("words", "It is unkind."));
        await From(0, place + "/text", ("text", ReplyScene.Text + " And one more."));
        await at.Approve(); // changed words are read again
        foreach (var reader in new[] { 1, 0 })
        {
            await From(reader, at.At("/follow"), ("email", Readers[reader].Address), ("pace", "soon"), ("reply", ""));
            await From(reader, MailScene.Links(await scene.Next())[0] + "/confirm");
        }
        await From(2, at.At("/reply"), Letter("Idris Vane", Second, "The harbour master says otherwise.", first.Id.ToString()));
        await at.Approve();
        await From(1, "/en/your-data", ("email", MailScene.Follower));
        await scene.ComesDue(MailScene.Soon);
        await scene.Settle();
        Assert.Equal([ReplyScene.Address, MailScene.Follower], scene.Mail.Letters().Where(letter => letter.Subject!.Contains(at.Story.Headline, StringComparison.Ordinal)).Select(letter => letter.To.Mailboxes.Single().Address).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

        using var moderator = await scene.House.SignIn(Role.Moderator);
        foreach (var kind in new[] { "Network", "Address" })
            using (var made = await moderator.Send($"/desk/replies/{first.Id}/ban", ("kind", kind), ("effect", "Hold"), ("label", "the loud one"), ("note", "Twice."), ("days", "7"))) Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        using (var made = await moderator.Send("/desk/replies/bans", ("kind", "Network"), ("effect", "Hold"), ("label", "a street"), ("note", "Again."), ("days", "7"), ("whom", Readers[3].From))) Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        foreach (var (kind, whom) in new[] { ("Address", Second), ("Reader", MailScene.Follower) })
            using (var made = await moderator.Send("/desk/replies/bans", ("kind", kind), ("effect", "Hold"), ("label", "a loud one"), ("note", "Again."), ("days", "7"), ("whom", whom))) Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        await Refusals.All(at, first, Readers[2].From, Second);
        return first;
    }

    /// <summary>Every address of the program that is read, filled with what was seeded: of a route with an id one for each that it may be.</summary>
    private static IEnumerable<string> Routes(TestHouse house, bool desk, Dictionary<string, string> ids, params Guid[] things)
    {
        var routes = ((IEndpointRouteBuilder)house.App).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(route => "/" + route.RoutePattern.RawText!.Trim('/')).Where(route => !Streams.Contains(route, StringComparer.Ordinal) && route.StartsWith("/desk", StringComparison.Ordinal) == desk).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(routes.Count > 20);
        return routes.SelectMany(route => route.Contains("{id", StringComparison.Ordinal) ? things.Select(id => Fill(route, ids, id)) : [Fill(route, ids, Guid.Empty)]);
    }

    private static string Fill(string route, Dictionary<string, string> ids, Guid id)
    {
        var path = new StringBuilder();
        foreach (var part in route.Split('{'))
        {
            var end = part.IndexOf('}', StringComparison.Ordinal);
            if (end < 0)
            {
                path.Append(part);
                continue;
            }
            var name = part[..end].Split(':')[0].TrimStart('*');
            path.Append(name == "id" ? id.ToString() : ids.TryGetValue(name, out var value) ? value : throw new KeyNotFoundException($"{route}: nothing was seeded for {name}")).Append(part[(end + 1)..]);
        }
        return path.ToString();
    }

    /// <summary>Neither in what is shown at an address nor in the lines above it.</summary>
    private static async Task<HttpStatusCode> Nothing(IEnumerable<string> secrets, HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True((int)answer.StatusCode < 500, path);
        None(secrets, $"{answer.Headers}{answer.Content.Headers}{await answer.Content.ReadAsStringAsync()}", path);
        return answer.StatusCode;
    }

    private static void None(IEnumerable<string> secrets, string text, string where)
    {
        foreach (var secret in secrets) Assert.False(text.Contains(secret, StringComparison.OrdinalIgnoreCase), $"{where} holds {secret}");
    }

    private static async Task<string> Read(string file)
    {
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(open, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
