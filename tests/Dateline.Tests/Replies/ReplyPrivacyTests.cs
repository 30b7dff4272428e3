using System.Net;
using System.Text;
using Dateline.Foundation.Journal;
using Dateline.People;
using Dateline.Replies;
using Dateline.Tests.House;
using Dateline.Tests.Replies.Letters;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies;

public class ReplyPrivacyTests
{
    private const string Client = "203.0.113.77";

    [Fact]
    public async Task An_address_stands_nowhere_in_public_in_logs_in_meters_or_in_clear_on_the_disk()
    {
        using var meters = new MeterLines();
        await using var scene = await ReplyScene.Open();
        await SendFrom(scene, Client);
        using var moderator = await scene.House.SignIn(Role.Moderator);
        var queue = await moderator.GetStringAsync("/desk/replies");
        Assert.Contains("nineteen years", queue, StringComparison.Ordinal);
        await scene.Approve();
        using (await scene.Send(("website", "not a website"))) { } // refused, so it comes back to its writer and goes nowhere else

        var written = await scene.Read(db => db.Replies.SingleAsync());
        var (place, own) = (PublicReply.PlaceOf(written.Id), scene.House.Services.GetRequiredService<Dateline.Replies.Own.OwnKey>().Address("en", written.Id));
        var seen = new List<string> { queue };
        foreach (var path in new[] { scene.Story.Path, "/en", scene.At("/replies.atom"), scene.At("/reply"), scene.At("/reply/held"), scene.At("/replies"), scene.At("/replies?sort=newest"), scene.At("/replies?sort=discussed"), scene.At("/replies?sort=picks"), scene.At(place), scene.At(place + "/report"), own, "/en/feed.rss", "/en/feed.atom", "/en/feed.json", $"/api/v1/stories/{scene.Story.Key}", "/en/search?q=maryam", "/en/search?q=piloted" })
            seen.Add((await scene.House.Get(path)).Text);
        seen.AddRange(scene.House.Log.All);
        await Eventually.Holds(() => meters.All.Any(line => line.Contains("http.server.request.duration", StringComparison.Ordinal) && line.Contains("POST", StringComparison.Ordinal) && line.EndsWith("/reply", StringComparison.Ordinal)), "the sending of the form is measured");
        seen.AddRange(meters.All);
        seen.AddRange((await scene.Read(db => db.Set<JournalEntry>().ToListAsync())).Select(entry => entry.Ids));
        foreach (var secret in Secrets())
            Assert.DoesNotContain(seen, text => text.Contains(secret, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(scene.House.Log.All, line => line.Contains("nineteen years", StringComparison.OrdinalIgnoreCase));

        var files = Directory.EnumerateFiles(scene.House.Storage.DataFolder, "dateline.db*").ToList();
        if (!TestDatabase.OnPostgres) Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var bytes = await Bytes(file);
            foreach (var secret in Secrets().Append(Client)) Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, $"{file} holds {secret}");
        }
        var reply = await scene.Read(db => db.Replies.SingleAsync());
        Assert.Equal(ReplyScene.Address, ((AddressVault)scene.House.Services.GetService(typeof(AddressVault))!).Show(reply.EmailCipher));
    }

    private static IEnumerable<string> Secrets() => AddressForms.Of(ReplyScene.Address).Append(Client);

    private static async Task SendFrom(ReplyScene scene, string address)
    {
        using var form = new FormUrlEncodedContent(ReplyScene.Good.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var body = await form.ReadAsByteArrayAsync();
        var answer = await scene.House.App.GetTestServer().SendAsync(http =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            http.Request.Method = "POST";
            http.Request.Path = scene.At("/reply");
            http.Request.ContentType = "application/x-www-form-urlencoded";
            http.Request.Headers["Sec-Fetch-Site"] = "same-origin";
            http.Request.Body = new MemoryStream(body);
        });
        Assert.Equal(303, answer.Response.StatusCode);
    }

    private static async Task<byte[]> Bytes(string file)
    {
        await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await open.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    [Fact]
    public void No_public_type_has_room_for_an_address()
    {
        foreach (var type in new[] { typeof(PublicReply), typeof(Dateline.Replies.Threads.ReplyThread), typeof(Dateline.Replies.Moderation.WaitingReply) })
            Assert.DoesNotContain(type.GetProperties(), property => property.Name.Contains("mail", StringComparison.OrdinalIgnoreCase) || property.PropertyType == typeof(byte[]) || property.PropertyType == typeof(Reply));
    }
}
