using System.Net;
using Dateline.Replies;
using Dateline.Replies.Reports;
using Dateline.Replies.Screening;
using Dateline.Tests.House;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies.Letters;

/// <summary>Each way in which the house says no to whoever writes: what it logs of that must not say who it was, nor what they wrote.</summary>
internal static class Refusals
{
    private const string Reply = "Nobody asked the pilots of Ostrava sound.", Report = "It calls the harbour master a heron.";

    /// <summary>What somebody wrote that was refused.</summary>
    public static readonly string[] Words = [Reply, Report];

    /// <summary>A form, from an address of the network.</summary>
    public static async Task<HttpResponse> Send(TestHouse house, string from, string path, (string Name, string Value)[] fields, string site = "same-origin")
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var body = await form.ReadAsByteArrayAsync();
        return (await house.App.GetTestServer().SendAsync(http =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(from);
            (http.Request.Method, http.Request.Path, http.Request.ContentType) = ("POST", path, "application/x-www-form-urlencoded");
            http.Request.Headers["Sec-Fetch-Site"] = site;
            http.Request.Body = new MemoryStream(body);
        })).Response;
    }

    public static async Task All(ReplyScene scene, Reply about, string from, string email)
    {
        (string, string)[] Letter(int number, string website = "") => [("name", "Idris Vane"), ("email", email), ("website", website), ("text", $"{Reply} ({number})"), ("parent", "")];
        (string, string)[] Complaint(int number) => [("reason", "insult"), ("words", $"{Report} ({number})")];
        Task<HttpResponse> To(string path, (string, string)[] fields, string site = "same-origin") => Send(scene.House, from, path, fields, site);
        async Task Until(int status, Func<int, Task<HttpResponse>> send)
        {
            for (var number = 0; number < 50; number++)
                if ((await send(number)).StatusCode == status) return;
            Assert.Fail($"nothing was answered with {status}");
        }

        Assert.Equal(403, (await To(scene.At("/reply"), Letter(0), "cross-site")).StatusCode);
        Assert.Equal(422, (await To(scene.At("/reply"), Letter(0, "no website"))).StatusCode);
        await Until(429, number => To(scene.At("/reply"), Letter(number)));
        await Until(429, number => To(scene.At(ReportReply.Beside(about.Id)), Complaint(number)));
        await Until(429, _ => To(scene.At("/follow"), [("email", email), ("pace", "soon")]));
        scene.House.Clock.Advance(TimeSpan.FromMinutes(2));
        await scene.House.Write((db, _) =>
        {
            var network = SenderKeys.Of(scene.House.Services.GetRequiredService<AddressVault>(), IPAddress.Parse(from), "", "").Network;
            db.Add(new Ban { Id = Guid.CreateVersion7(), Kind = BanKind.Network, Key = network, Effect = BanEffect.Refuse, Label = "a ship", By = ReplyScene.Moderator.Id, At = TestHouse.Start });
            return Task.CompletedTask;
        });
        Assert.Equal(403, (await To(scene.At("/reply"), Letter(99))).StatusCode);
    }
}
