using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Letters;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Tests.Desk.Stories;
using Dateline.Tests.Foundation.Fetching;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies;

/// <summary>What went wrong with replies elsewhere, tried here.</summary>
public class IncidentTests
{
    /// <summary>wpDiscuz, 2020: a picture that was a program came with a comment, and the server ran it.</summary>
    [Theory]
    [InlineData("picture")]
    [InlineData("text")]
    [InlineData("wmu_files[]")]
    public async Task A_file_that_comes_with_a_reply_is_kept_nowhere(string field)
    {
        const string marker = "GIF89a<?php echo 'kept-by-mistake';";
        await using var scene = await ReplyScene.Open();
        var before = Files(scene);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in ReplyScene.Good) form.Add(new StringContent(value), name);
        using var file = new ByteArrayContent(Encoding.UTF8.GetBytes(marker)) { Headers = { ContentType = new MediaTypeHeaderValue("image/gif") } };
        form.Add(file, field, "shell.php");
        using var request = new HttpRequestMessage(HttpMethod.Post, scene.At("/reply")) { Content = form, Headers = { { "Sec-Fetch-Site", "same-origin" } } };
        using var browser = scene.House.Browser();
        using (var answer = await browser.SendAsync(request)) ReplyScene.AssertHeld(answer);
        await scene.Approve();

        Assert.Equal(ReplyScene.Text, Dateline.Foundation.Markup.PlainText.From((await scene.Read(db => db.Replies.SingleAsync())).Body));
        Assert.Equal(before, Files(scene));
        foreach (var path in Directory.EnumerateFiles(scene.House.Storage.DataFolder, "*", SearchOption.AllDirectories)) Assert.DoesNotContain("kept-by-mistake", await Read(path), StringComparison.Ordinal);
        Assert.DoesNotContain(scene.House.Log.All, line => line.Contains("kept-by-mistake", StringComparison.Ordinal) || line.Contains("shell.php", StringComparison.Ordinal));
        foreach (var path in new[] { "/shell.php", "/assets/shell.php", "/uploads/shell.php", scene.At("/shell.php"), "/pictures/shell.php" }) Assert.Equal(HttpStatusCode.NotFound, (await scene.House.Get(path)).Status);
        Assert.DoesNotContain("shell.php", (await scene.House.Get(scene.Story.Path)).Text, StringComparison.Ordinal);
    }

    /// <summary>The files of the house but those of the engine, which come and go.</summary>
    private static List<string> Files(ReplyScene scene) =>
        [.. Directory.EnumerateFiles(scene.House.Storage.DataFolder, "*", SearchOption.AllDirectories).Where(path => !Path.GetFileName(path).StartsWith("dateline.db", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static async Task<string> Read(string path)
    {
        await using var open = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(open, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }

    /// <summary>Remark42, 2026, and each program that shows a preview of a link: the server was sent to addresses of the reader's choice.</summary>
    [Fact]
    public async Task Where_a_reply_leads_nobody_goes_from_here()
    {
        using var calls = new OutgoingCalls();
        await using var server = new LoopbackServer(_ => LoopbackServer.Ok("<title>Inner</title>"));
        var host = $"h{Guid.CreateVersion7():N}.invalid";
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive(("name", "Ingrid"), ("website", $"https://{host}/me"), ("text", $"See https://{host}/a.jpg and {server.At("/inner.jpg")} and www.{host} ![x](https://{host}/b.png) <img src=https://{host}/c.png>"));
        await scene.Approve();
        foreach (var path in new[] { scene.Story.Path, scene.At("/replies"), scene.At("/replies?sort=newest"), scene.At(PublicReply.PlaceOf(reply.Id)), scene.At("/replies.atom"), $"/api/v1/stories/{scene.Story.Key}", "/en/search?q=inner" })
            Assert.Equal(HttpStatusCode.OK, (await scene.House.Get(path)).Status);
        using var moderator = await scene.House.SignIn(Role.Moderator);
        foreach (var path in new[] { "/desk/replies?show=published", $"/desk/replies/{reply.Id}/history", $"/desk/replies/{reply.Id}/sender", "/desk/replies/log" }) Assert.Contains("Ingrid", await moderator.GetStringAsync(path), StringComparison.Ordinal);
        await scene.House.Heard();
        Assert.Empty(calls.To(host));
        Assert.Empty(server.Requests);

        // What listens does hear: a name that is looked up is told of.
        await Assert.ThrowsAnyAsync<System.Net.Sockets.SocketException>(() => Dns.GetHostAddressesAsync("canary-" + host));
        Assert.NotEmpty(calls.To("canary-" + host));
        using var canary = new System.Net.Sockets.TcpClient();
        await canary.ConnectAsync(server.EndPoint);
        await Eventually.Holds(() => server.Guests > 0, "a guest who asks for nothing is seen");
        Assert.Equal(1, server.Guests); // guests are let in as they come: before the canary there was none
    }

    /// <summary>Mass assignment: whatever other fields a form has, they are nobody's.</summary>
    [Fact]
    public async Task Fields_that_the_form_does_not_have_do_nothing()
    {
        await using var scene = await ReplyScene.Open();
        var reader = Guid.CreateVersion7();
        await scene.House.Write((db, _) =>
        {
            db.Add(new Reader { Id = reader, AddressKey = "0123456789abcdef0123456789abcdef", EmailCipher = [], Name = "Trusted", SeenAt = scene.House.Clock.Now(), VerifiedAt = scene.House.Clock.Now(), Standing = Standing.Trusted });
            return Task.CompletedTask;
        });
        var parent = Guid.CreateVersion7().ToString();
        (string, string)[] more =
        [
            ("state", "Published"), ("standing", "Trusted"), ("status", "1"), ("approved", "true"), ("comment_approved", "1"), ("published", "1"), ("reader", reader.ToString()), ("staff", "1"), ("user_id", "1"), ("role", "Administrator"), ("trusted", "true"), ("verified", "1"), ("picked", "1"), ("pinned", "1"), ("date", "2001-01-01T00:00:00Z"),
            .. Fillable(typeof(Reply), reader), .. Fillable(typeof(Candidate), reader), .. Fillable(typeof(Reader), reader), .. Fillable(typeof(ReplyDecision), reader), .. Fillable(typeof(Discussion), reader),
        ];
        Assert.Contains(("editedAt", "2026-01-01T00:00:00Z"), more);
        var fields = more.Concat(more.Select(field => (char.ToUpperInvariant(field.Item1[0]) + field.Item1[1..], field.Item2))).Concat(more.Select(field => ($"reply[{field.Item1}]", field.Item2))).Concat(more.Select(field => ($"Reply.{field.Item1}", field.Item2)));
        var reply = await scene.Receive([.. fields]);
        Assert.Equal((ReplyState.Held, "first", false, 0, 1), (reply.State, reply.HeldBy, reply.IsStaff, reply.Answers, reply.Version));
        Assert.Equal((null, null, null, null, null, null), (reply.ReaderId, reply.PickedAt, reply.PinnedAt, reply.PublishedAt, reply.ErasedAt, reply.DecisionId));
        Assert.Equal((null, null, null), (reply.OldNumber, reply.TrainedAs, reply.ParentId));
        Assert.Equal((scene.Story.Id, scene.Story.Key, "en", scene.House.Clock.Now()), (reply.StoryId, reply.StoryKey, reply.Edition, reply.SubmittedAt));
        // And whatever else it may come to have: a moment that only something that happened to it sets.
        Assert.All(typeof(Reply).GetProperties().Where(property => property.PropertyType == typeof(DateTimeOffset?)), property => Assert.True(property.GetValue(reply) is null, property.Name));
        Assert.Equal(ThreadPath.Of(null, reply.Id), reply.Path);
        Assert.NotEqual(Guid.Parse(parent), reply.Id);
        Assert.NotEmpty(reply.Findings);
    }

    /// <summary>All that a type has, each with a value that it could take, but what the form has itself.</summary>
    private static IEnumerable<(string Name, string Value)> Fillable(Type type, Guid id) =>
        from property in type.GetProperties()
        let name = char.ToLowerInvariant(property.Name[0]) + property.Name[1..]
        where name is not ("name" or "email" or "website" or "text" or "parent" or "remember")
        let kind = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType
        select (name, kind switch
        {
            _ when kind == typeof(DateTimeOffset) => "2026-01-01T00:00:00Z",
            _ when kind == typeof(Guid) => id.ToString(),
            _ when kind == typeof(bool) => "true",
            _ when kind == typeof(int) || kind == typeof(long) => "7",
            { IsEnum: true } => Enum.GetNames(kind)[^1],
            _ => "x",
        });

    /// <summary>Whether anybody ever wrote from an address can't be told from the answer, nor from what is asked of the engine for it.</summary>
    [Theory]
    [InlineData("/en/your-data")]
    [InlineData("/follow")]
    public async Task An_address_that_nobody_knows_is_answered_and_worked_for_like_any_other(string place)
    {
        await using var scene = await ReplyScene.Open(builder => builder.Services.AddSingleton(new NodeRoles(Web: true, Worker: false)), given => given with { Mail = new MailOptions("127.0.0.1", 9, Tls: false, null, null, "replies@meridian.example") });
        var reply = await scene.Receive();
        await scene.Approve();
        await scene.House.Write((db, _) =>
        {
            db.Add(new Follow { Id = Guid.CreateVersion7(), StoryId = scene.Story.Id, StoryKey = scene.Story.Key, Edition = "en", AddressKey = reply.AddressKey!, EmailCipher = reply.EmailCipher, SecretHash = "x", AskedAt = TestHouse.Start, ConfirmedAt = TestHouse.Start });
            return Task.CompletedTask;
        });
        var at = place == "/follow" ? scene.At(place) : place;
        var (answers, work) = (new List<string>(), new List<string>());
        foreach (var address in new[] { "first.of.all@example.org", ReplyScene.Address, "nobody.at.all@example.org" }) // the first finds every page still to be made
        {
            scene.House.Clock.Advance(TimeSpan.FromSeconds(1));
            var letters = await scene.Read(db => db.Set<OutgoingLetter>().CountAsync());
            using var statements = new Statements(scene.House);
            using var browser = scene.House.Browser();
            using var answer = await browser.Send(at, ("email", address));
            answers.Add($"{(int)answer.StatusCode} {answer.Headers.Location} {await answer.Content.ReadAsStringAsync()} {string.Join(' ', answer.Headers.Select(header => header.Key))}");
            work.Add(string.Join('\n', statements.All.Where(statement => !statement.Contains("journal", StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal)));
            Assert.Equal(letters + 1, await scene.Read(db => db.Set<OutgoingLetter>().CountAsync()));
        }
        Assert.StartsWith("303 ", answers[1], StringComparison.Ordinal);
        Assert.Contains("letters", work[1], StringComparison.Ordinal);
        Assert.Equal(answers[1], answers[2]);
        Assert.Equal(work[1], work[2]);
    }
}
