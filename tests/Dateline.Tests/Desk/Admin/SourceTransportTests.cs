using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Dateline.People;
using Dateline.Stories;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Tests.House;
using Dateline.Tests.Wire;
using Dateline.Wire;
using Dateline.Wire.Mail;
using Dateline.Wire.Push;
using Dateline.Wire.Sftp;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Desk.Admin;

/// <summary>The forms of the source's page for everything that isn't an address of the web.</summary>
public class SourceTransportTests
{
    private static async Task<(WireHouse Wire, HttpClient Nadia, Source Source)> Open()
    {
        var wire = await WireHouse.Open(start: true);
        return (wire, await wire.House.SignIn(Role.Administrator), await wire.Source("Harbour Wire"));
    }

    [Fact]
    public async Task A_push_doors_secret_is_shown_once_and_renewed()
    {
        var (wire, nadia, source) = await Open();
        await using var _ = wire;
        using var browser = nadia;
        using var added = await nadia.Send($"/desk/sources/{source.Id}/feeds", ("kind", "push"), ("edition", "en"));
        Assert.Equal(HttpStatusCode.OK, added.StatusCode);
        var secret = Secret(await added.Content.ReadAsStringAsync());
        Assert.NotNull(secret);
        var key = Assert.Single(await wire.All<PushKey>());
        Assert.Equal(secret, wire.House.Services.GetRequiredService<FeedSecrets>().Open(key.Secret));
        Assert.Null(Secret(await nadia.GetStringAsync($"/desk/sources/{source.Id}")));

        using var renewed = await nadia.Send($"/desk/sources/{source.Id}/feeds/{key.FeedId}/secret");
        Assert.NotEqual(secret, Secret(await renewed.Content.ReadAsStringAsync()));
        Assert.Equal(key.Secret, Assert.Single(await wire.All<PushKey>()).Former);
        (await nadia.Send($"/desk/sources/{source.Id}/feeds/{key.FeedId}/secret", ("leaked", "yes"))).Dispose();
        Assert.Null(Assert.Single(await wire.All<PushKey>()).Former);

        using var second = await nadia.Send($"/desk/sources/{source.Id}/feeds", ("kind", "push"), ("edition", "en"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, second.StatusCode); // one door to a source
        Assert.DoesNotContain(wire.House.Log.All, line => line.Contains(secret!, StringComparison.Ordinal));
    }

    private static string? Secret(string page) => Regex.Match(page, "dlp_[A-Za-z0-9_-]{43}", RegexOptions.None, TimeSpan.FromSeconds(5)) is { Success: true } match ? match.Value : null;

    [Fact]
    public async Task A_folder_a_mailbox_and_an_sftp_server_are_added_with_what_they_need()
    {
        var (wire, nadia, source) = await Open();
        await using var _ = wire;
        using var browser = nadia;
        async Task<HttpStatusCode> Add(params (string, string)[] fields)
        {
            using var answer = await nadia.Send($"/desk/sources/{source.Id}/feeds", [("edition", "en"), .. fields]);
            return answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.SeeOther, await Add(("kind", "drop"), ("url", "")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Add(("kind", "drop"), ("url", "../etc")));

        (string, string)[] mail = [("kind", "mail"), ("url", "imaps://mail.meridian.example/INBOX"), ("user", "wire"), ("secret", "lighthouse"), ("server", "mx.meridian.example")];
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Add([.. mail, ("sender", "no domain")]));
        Assert.Empty(await wire.All<MailAccount>()); // and no feed without it
        Assert.Single(await wire.All<Feed>());
        Assert.Equal(HttpStatusCode.SeeOther, await Add([.. mail, ("sender", "@Harbour.example")]));
        Assert.Equal(("harbour.example", "mx.meridian.example"), (Assert.Single(await wire.All<MailAccount>()).Sender, (await wire.All<MailAccount>())[0].Server));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Add(("kind", "mail"), ("url", "imaps://mail.meridian.example/Other"), ("sender", "harbour.example"), ("server", "mx"), ("user", "wire")));

        Assert.Equal(HttpStatusCode.SeeOther, await Add(("kind", "sftp"), ("url", "sftp://files.harbour.example/out"), ("user", "meridian"), ("key", "-----BEGIN OPENSSH PRIVATE KEY-----"), ("pattern", "*.xml")));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await Add(("kind", "sftp"), ("url", "sftp://files.harbour.example/two"), ("user", "meridian"), ("secret", "x"), ("hostkey", "MD5:00")));
        var place = Assert.Single(await wire.All<SftpPlace>());
        Assert.DoesNotContain("OPENSSH", place.PrivateKey, StringComparison.Ordinal);

        var page = await nadia.GetStringAsync($"/desk/sources/{source.Id}");
        Assert.Contains("wires/harbour-wire", page, StringComparison.Ordinal);
        Assert.Contains("imaps://mail.meridian.example:993/INBOX", page, StringComparison.Ordinal);
        Assert.DoesNotContain("lighthouse", page, StringComparison.Ordinal);
        Assert.DoesNotContain("OPENSSH", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_servers_key_is_accepted_as_it_was_shown_and_no_other()
    {
        var (wire, nadia, source) = await Open();
        await using var _ = wire;
        using var browser = nadia;
        var feed = await wire.FeedAt(source, "sftp://files.harbour.example/out");
        var (shown, other) = ("SHA256:" + new string('A', 43), "SHA256:" + new string('B', 43));
        await wire.House.Writes.Run((db, _) => { db.Add(new SftpPlace { FeedId = feed.Id, Offered = shown }); return Task.CompletedTask; }, default);
        Assert.Contains(shown, await nadia.GetStringAsync($"/desk/sources/{source.Id}"), StringComparison.Ordinal);
        using (var wrong = await nadia.Send($"/desk/sources/{source.Id}/feeds/{feed.Id}/host-key", ("fingerprint", other))) Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        using (var right = await nadia.Send($"/desk/sources/{source.Id}/feeds/{feed.Id}/host-key", ("fingerprint", shown))) Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
        var place = Assert.Single(await wire.All<SftpPlace>());
        Assert.Equal((shown, null), (place.HostKey, place.Offered));
        Assert.Contains(shown, await nadia.GetStringAsync($"/desk/sources/{source.Id}"), StringComparison.Ordinal); // whoever wonders later sees which it is
    }

    [Fact]
    public async Task What_may_be_forged_is_taken_on_a_persons_word()
    {
        var (wire, nadia, source) = await Open();
        await using var _ = wire;
        using var browser = nadia;
        var feed = await wire.FeedAt(source, "imaps://mail.meridian.example/INBOX");
        await wire.House.Services.GetRequiredService<WireDocument>().Quarantine(feed, Encoding.UTF8.GetBytes(FeedText.Rss(FeedText.Item("a", "Strait reopens"))), whole: true, "It may be forged.", held: true, default);
        Assert.Contains("Take it all the same", await nadia.GetStringAsync($"/desk/sources/{source.Id}"), StringComparison.Ordinal);
        using var taken = await nadia.Send($"/desk/sources/{source.Id}/refused/{Assert.Single(await wire.Quarantine()).Id}");
        Assert.Equal(HttpStatusCode.SeeOther, taken.StatusCode);
        Assert.Equal("Strait reopens", Assert.Single(await wire.Items(source)).Headline);
    }

    [Fact]
    public async Task What_cannot_be_read_again_says_why()
    {
        var (wire, nadia, source) = await Open();
        await using var _ = wire;
        using var browser = nadia;
        var feed = await wire.FeedAt(source, "imaps://mail.meridian.example/INBOX");
        var documents = wire.House.Services.GetRequiredService<WireDocument>();
        await documents.Quarantine(feed, [], whole: false, "A message is larger than 16 MB.", held: false, default);
        await documents.Quarantine(feed, Encoding.UTF8.GetBytes("half of it"), whole: false, "It broke off.", held: false, default);
        var page = await nadia.GetStringAsync($"/desk/sources/{source.Id}");
        Assert.Contains("<span class=\"note\">It was too large to be fetched.</span>", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"note\">Only its beginning was kept.</span>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_of_feeds_goes_out_and_comes_in()
    {
        var (wire, nadia, source) = await Open();
        await using var _ = wire;
        using var browser = nadia;
        await wire.FeedAt(source, "https://harbour.example/feed");
        var list = await nadia.GetStringAsync("/desk/sources/opml");
        Assert.Contains("https://harbour.example/feed", list, StringComparison.Ordinal);

        var page = await Import(nadia, list.Replace("/feed\"", "/sport\"", StringComparison.Ordinal).Replace("</body>", "<outline xmlUrl=\"file:///x\"/></body>", StringComparison.Ordinal), HttpStatusCode.OK);
        Assert.Contains("1 feed added, 0 new sources. 0 were known already, 1 refused.", page, StringComparison.Ordinal);
        await Import(nadia, "<html></html>", HttpStatusCode.UnprocessableEntity);
        Assert.Equal(2, (await wire.All<Feed>()).Count);
    }

    private static async Task<string> Import(HttpClient nadia, string text, HttpStatusCode expected)
    {
        using var form = new MultipartFormDataContent { { new StringContent(""), "edition" }, { new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "list", "feeds.opml" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/desk/sources/opml") { Content = form };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        using var answer = await nadia.SendAsync(request);
        Assert.Equal(expected, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync();
    }

    [Fact]
    public async Task What_came_is_drawn_by_hour_and_told_in_numbers()
    {
        var (wire, nadia, source) = await Open();
        await using var _ = wire;
        using var browser = nadia;
        Assert.Contains("Nothing has come in the last two days.", await nadia.GetStringAsync($"/desk/sources/{source.Id}"), StringComparison.Ordinal);
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok(FeedText.Rss(FeedText.Item("a", "Strait reopens"), FeedText.Item("b", "Pilots end strike"), "<item></item>")));
        await wire.Feed(source, server);
        await wire.Poll();
        await wire.PollAgain(); // the same again is counted no more

        var page = await nadia.GetStringAsync($"/desk/sources/{source.Id}");
        Assert.Contains("In the last two days 2 new and changed items came, 2 in the busiest hour. 1 piece was refused.", page, StringComparison.Ordinal);
        Assert.Contains("<svg class=\"plot\"", page, StringComparison.Ordinal);
        Assert.Contains("16 Nov, 09:00: 2 items, 1 refused", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        var hour = Assert.Single(await wire.All<FeedHour>());
        Assert.Equal((2, 1, FeedHour.Of(TestHouse.Start)), (hour.Items, hour.Refused, hour.Hour));
    }
}
