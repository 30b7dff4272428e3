using System.Net;
using Dateline.Replies;
using Dateline.Replies.Own;
using Dateline.Replies.Reports;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies;

/// <summary>What others may try from outside, over all that readers can send.</summary>
public class ReplySecurityTests
{
    [Fact]
    public async Task No_form_of_readers_is_taken_from_another_site()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        await scene.Approve();
        var own = scene.House.Services.GetRequiredService<OwnKey>().Address("en", reply.Id);
        string[] places = [scene.At("/reply"), own + "/text", own + "/withdrawal", own + "/appeal", scene.At(ReportReply.Beside(reply.Id)), scene.At("/follow"), "/en/your-data", "/en/mail/x/erase"];
        foreach (var place in places)
            foreach (var site in new[] { "cross-site", "same-site" })
            {
                using var browser = scene.House.Browser();
                using var form = new FormUrlEncodedContent([KeyValuePair.Create("text", "Theirs."), KeyValuePair.Create("reason", "other"), KeyValuePair.Create("email", "a@b.example")]);
                using var request = new HttpRequestMessage(HttpMethod.Post, place) { Content = form, Headers = { { "Sec-Fetch-Site", site } } };
                using var answer = await browser.SendAsync(request);
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
        var after = await scene.Read(db => db.Replies.SingleAsync());
        Assert.Equal((ReplyState.Published, (DateTimeOffset?)null), (after.State, after.EditedAt));
    }

    [Theory]
    [InlineData("Host")]
    [InlineData("X-Forwarded-Host")]
    [InlineData("X-Forwarded-Proto")]
    [InlineData("X-Forwarded-Prefix")]
    [InlineData("X-Original-URL")]
    [InlineData("Forwarded")]
    public async Task Nothing_that_a_request_says_of_its_host_gets_into_a_kept_page(string header)
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        await scene.Approve();
        foreach (var path in new[] { scene.Story.Path, scene.At("/replies"), scene.At("/replies?sort=newest"), scene.At(PublicReply.PlaceOf(reply.Id)), scene.At("/replies.atom"), scene.At("/reply") })
        {
            using var client = scene.House.Client();
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(header, header == "Forwarded" ? "host=thief.example" : "thief.example");
            using (var first = await client.SendAsync(request)) Assert.DoesNotContain("thief.example", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.DoesNotContain("thief.example", (await scene.House.Get(path)).Text, StringComparison.Ordinal);
        }
    }
}
