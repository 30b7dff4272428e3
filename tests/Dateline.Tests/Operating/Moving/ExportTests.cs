using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Operating.Moving;
using Dateline.Replies;
using Dateline.Replies.Screening;
using Dateline.Tests.House;
using Dateline.Tests.Replies;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Tests.Operating.Moving;

public class ExportTests
{
    private static async Task<List<JsonObject>> Export(TestHouse house, ExportOptions options)
    {
        using var output = new MemoryStream();
        await new ExportHouse(house.Services, options).Write(output, default);
        return [.. Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    /// <summary>Who adds a table says whether it goes out, and if not, why.</summary>
    [Fact]
    public async Task Every_table_is_exported_or_left_out_with_a_reason()
    {
        await using var house = await TestHouse.Open(start: false);
        await using var db = house.OpenDb();
        var tables = db.Model.GetEntityTypes().Select(kind => kind.GetTableName()!).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(tables.Order(StringComparer.Ordinal), ExportedTables.Taken.Keys.Concat(ExportedTables.LeftOut.Keys).Order(StringComparer.Ordinal));
        var columns = ExportedTables.Taken.SelectMany(taken => taken.Value.Select(column => (taken.Key, column)));
        foreach (var (table, column) in columns) Assert.NotNull(db.Model.GetEntityTypes().Single(kind => kind.GetTableName() == table).FindProperty(column));

        // A new column whose name sounds like a secret is withheld, or its table is left out.
        foreach (var kind in db.Model.GetEntityTypes().Where(kind => ExportedTables.Taken.ContainsKey(kind.GetTableName()!)))
            foreach (var column in kind.GetProperties().Where(column => new[] { "Password", "Secret", "Stamp", "Cipher", "AddressKey", "Token", "Private" }.Any(word => column.Name.Contains(word, StringComparison.Ordinal))))
                Assert.True(ExportedTables.Withheld.Contains(column.Name) || column.Name is ExportedTables.Cipher or "AllowPrivate", $"{kind.GetTableName()}.{column.Name}");
    }

    [Fact]
    public async Task No_line_has_a_member_twice()
    {
        await using var house = await TestHouse.Open(start: false);
        await using (var db = house.OpenDb())
            foreach (var kind in db.Model.GetEntityTypes().Where(kind => ExportedTables.Taken.ContainsKey(kind.GetTableName()!)))
            {
                var members = kind.GetProperties().Select(column => ExportedTables.Member(kind.GetTableName()!, column.Name)).Append("kind").ToList();
                Assert.Equal(members.Distinct(StringComparer.Ordinal), members);
            }

        await house.Write((db, _) =>
        {
            db.Add(new Ban { Id = Guid.CreateVersion7(), Kind = BanKind.Network, Key = "k", Effect = BanEffect.Hold, Label = "Somebody", By = Guid.CreateVersion7(), At = TestHouse.Start });
            return Task.CompletedTask;
        });
        using var output = new MemoryStream();
        await new ExportHouse(house.Services, new ExportOptions()).Write(output, default);
        var bans = Encoding.UTF8.GetString(output.ToArray()).Split('\n').Where(line => line.Contains("\"reply_bans\"", StringComparison.Ordinal)).Select(line => JsonDocument.Parse(line, new JsonDocumentOptions { AllowDuplicateProperties = false }).RootElement).ToList();
        Assert.Equal("network", Assert.Single(bans).GetProperty("banned").GetString());
    }

    [Fact]
    public async Task Everything_is_there_and_no_address_unless_it_was_asked_for()
    {
        await using var scene = await ReplyScene.Open();
        await scene.House.Hire(People.Role.Editor, "Jonas Weld", "jonas.weld@meridian.example", "a long password of his");
        var held = await scene.Receive();
        await scene.Approve(held.Id);

        var lines = await Export(scene.House, new ExportOptions());
        Assert.Equal(("dateline", 1), (lines[0]["kind"]!.GetValue<string>(), lines[0]["format"]!.GetValue<int>()));
        var story = lines.Single(line => line["kind"]!.GetValue<string>() == "stories");
        Assert.Equal((scene.Story.Headline, "published", "Harbour Wire"), (story["headline"]!.GetValue<string>(), story["status"]!.GetValue<string>(), story["credit"]!["source"]!.GetValue<string>()));
        Assert.Equal("doc", story["body"]!["type"]!.GetValue<string>());
        var reply = lines.Single(line => line["kind"]!.GetValue<string>() == "replies");
        Assert.Equal(("Maryam Daneshvar", "published", held.Id.ToString()), (reply["name"]!.GetValue<string>(), reply["state"]!.GetValue<string>(), reply["id"]!.GetValue<string>()));
        Assert.NotEmpty(reply["findings"]!.AsArray());
        Assert.Equal(held.Id.ToString(), lines.Single(line => line["kind"]!.GetValue<string>() == "reply_decisions")["replyId"]!.GetValue<string>());

        var all = string.Concat(lines.Select(line => line.ToJsonString()));
        Assert.DoesNotContain("@", all, StringComparison.Ordinal);
        foreach (var secret in await scene.Read(db => db.Replies.Select(one => one.AddressKey!).ToListAsync())) Assert.DoesNotContain(secret, all, StringComparison.Ordinal);

        var withAddresses = await Export(scene.House, new ExportOptions(Addresses: true));
        Assert.Equal(ReplyScene.Address, withAddresses.Single(line => line["kind"]!.GetValue<string>() == "replies")["email"]!.GetValue<string>());
        Assert.Equal("jonas.weld@meridian.example", withAddresses.Single(line => line["kind"]!.GetValue<string>() == "staff")["email"]!.GetValue<string>());
        Assert.DoesNotContain("passwordHash", string.Concat(withAddresses.Select(line => line.ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_there_whole_or_not_at_all_and_for_its_owner_alone()
    {
        await using var house = await TestHouse.Open(start: false);
        await Cast.Enter(house);
        var file = Path.Combine(house.Storage.DataFolder, "out.jsonl");
        Assert.Equal(0, await new ExportHouse(house.Services, new ExportOptions()).Run(file, default));
        Assert.EndsWith("\n", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        Assert.Equal(1, await new ExportHouse(house.Services, new ExportOptions()).Run(Path.Combine(house.Storage.DataFolder, "no", "out.jsonl"), default));
        Assert.Equal([file], Directory.GetFiles(house.Storage.DataFolder, "out*"));
    }
}
