using Dateline.Foundation.Journal;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Dateline.Tests.House;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Replies.Screening;

/// <summary>Nobody is public at once under the name of somebody here, of the agency, or with the words of the staff's mark.</summary>
public class OwnNameTests
{
    private static async Task<ReplyScene> Open()
    {
        var scene = await ReplyScene.Open();
        await scene.House.Hire(Role.Moderator, "Night Editor", "night@meridian.example");
        await scene.House.Write((db, _) =>
        {
            var rule = new DiscussionRule { Scope = DiscussionRule.Site, Mode = DiscussionMode.Open };
            db.Add(rule);
            db.Journal.Add(rule.Changed());
            return Task.CompletedTask;
        });
        return scene;
    }

    private static async Task<Reply> Latest(ReplyScene scene) => await scene.Read(db => db.Replies.OrderByDescending(reply => reply.SubmittedAt).FirstAsync());

    [Theory]
    [InlineData("Night Editor")]
    [InlineData("night  EDITOR")]
    [InlineData("NightEditor")]
    [InlineData("Nіght Edіtor")] // Cyrillic letters in it
    [InlineData("N i g h t Editor")]
    [InlineData("Night Editor (moderator)")]
    [InlineData("Moderator: Night Editor")]
    [InlineData("Maryam · Editorial staff")]
    [InlineData("Maryam, هيئة التحرير")]
    [InlineData("مریم، تحریریه")]
    [InlineData("Moderator")]
    [InlineData("The Editors")]
    [InlineData("M0DERATOR 2")]
    [InlineData("Аdmin")] // a Cyrillic letter in it
    [InlineData("Site admin")]
    [InlineData("Editor-in-Chief")]
    [InlineData("المشرف")]
    [InlineData("رئيس التحرير")]
    [InlineData("سردبیر سایت")]
    [InlineData("La rédaction")]
    [InlineData("Редакция")]
    [InlineData("编辑部")]
    public async Task A_name_that_speaks_for_the_house_waits_and_its_writer_is_told_why(string name)
    {
        await using var scene = await Open();
        using var answer = await scene.Send(("name", name));
        ReplyScene.AssertHeld(answer);
        Assert.Equal((ReplyState.Held, "staff-name"), await Latest(scene) is var reply ? (reply.State, reply.HeldBy) : default);
        using var browser = scene.House.Browser();
        Assert.Contains("Its name is like one under which the editorial staff or the agency speaks", await browser.GetStringAsync(answer.Headers.Location), StringComparison.Ordinal);
        using var moderator = await scene.House.SignIn(Role.Moderator);
        Assert.Contains("its name speaks for the house", await moderator.GetStringAsync("/desk/replies"), StringComparison.Ordinal);
    }

    /// <summary>What an eye takes for a name of ours waits; the name of somebody else, however near, doesn't.</summary>
    [Theory]
    [InlineData("Helena Marcheti-Voss", true)]
    [InlineData("Helena Marchetti-Vosz", true)]
    [InlineData("Helena Marchetti  Vos", true)]
    [InlineData("HeIena Marchetti-Voss", true)] // a capital I
    [InlineData("Helena Macrhetti-Voss", true)]
    [InlineData("He1ena Marchetti-Voss", true)]
    [InlineData("Helena Marchetti-Voss MERIDIAN", true)]
    [InlineData("Meridian Press Association Helena Marchetti-Voss", true)]
    [InlineData("Arno Iversen", true)]
    [InlineData("Amo Iversen", true)] // rn and m
    [InlineData("سلمی القاضی", true)] // as it is written in Persian
    [InlineData("سـلمى  القاضى", true)]
    [InlineData("Helena Voss", false)]
    [InlineData("Helena Marchetti", false)]
    [InlineData("Elena Marchetti-Vossberg", false)]
    [InlineData("Arne Iversen", false)] // short: one letter makes it somebody else's
    [InlineData("Arno Iversen Dahl", false)]
    [InlineData("سلمى القاسمي", false)]
    [InlineData("Ana", false)]
    public async Task A_name_that_an_eye_takes_for_one_of_ours_waits(string name, bool waits)
    {
        await using var scene = await Open();
        foreach (var (own, number) in new[] { "Helena Marchetti-Voss", "Arno Iversen", "سلمى القاضي", "Anna" }.Select((own, number) => (own, number)))
            await scene.House.Hire(Role.Editor, own, $"staff{number}@meridian.example");
        using (await scene.Send(("name", name))) { }
        Assert.Equal(waits ? "staff-name" : null, (await Latest(scene)).HeldBy);
    }

    [Fact]
    public async Task So_does_the_agencys_and_nobody_elses()
    {
        await using var scene = await Open();
        var styles = await scene.Read(async db => (await db.Editions.ToListAsync()).ConvertAll(edition => edition.Style));
        var own = styles.SelectMany(style => new[] { style.ShortName, style.FullName }).Distinct().ToList();
        Assert.True(own.Count > 1);
        var number = 0;
        foreach (var (name, waits) in own.Select(name => (name, true)).Concat([("Night", false), ("Nightingale Editorial", false), ("Modesta Admire", false), ("Editha Chief", false), ("Admina Suport", false), ("Team Spirit", false), ("مدير الدين", false), ("ناظم", false), ("Staffan Editor-Knight", false)]))
        {
            scene.House.Clock.Advance(TimeSpan.FromMinutes(1));
            using (await scene.Send(("name", name), ("text", $"Letter {number++}, unlike the others."))) { }
            Assert.Equal((name, waits ? "staff-name" : null), (name, (await Latest(scene)).HeldBy));
        }
    }

    [Fact]
    public async Task A_reader_whom_moderators_trust_keeps_their_name()
    {
        await using var scene = await Open();
        var vault = scene.House.Services.GetRequiredService<AddressVault>();
        var reader = new Reader { Id = Guid.CreateVersion7(), AddressKey = SenderKeys.AddressOf(vault, ReplyScene.Address), EmailCipher = vault.Hide(ReplyScene.Address), Name = "Night Editor", VerifiedAt = TestHouse.Start, SeenAt = TestHouse.Start, Standing = Standing.Trusted };
        await scene.House.Write((db, _) =>
        {
            db.Add(reader);
            return Task.CompletedTask;
        });
        using var browser = scene.House.Browser();
        browser.DefaultRequestHeaders.Add("Cookie", $"{ReaderCookie.Name}={scene.House.Services.GetRequiredService<ReaderCookie>().Value(new ReaderPass(reader.Id, 1))}");
        using (await browser.Send(scene.At("/reply"), [.. ReplyScene.Good.Where(field => field.Name != "name"), ("name", "Night Editor")])) { }
        Assert.Equal(ReplyState.Published, (await Latest(scene)).State);
    }

    [Fact]
    public async Task Who_came_a_minute_ago_is_known()
    {
        await using var scene = await Open();
        using (await scene.Send(("name", "Dawn Editor"))) { }
        Assert.Null((await Latest(scene)).HeldBy);
        await scene.House.Hire(Role.Editor, "Dawn Editor", "dawn@meridian.example");
        scene.House.Clock.Advance(OwnNames.Term);
        using (await scene.Send(("name", "Dawn Editor"), ("text", "Something else altogether."))) { }
        Assert.Equal("staff-name", (await Latest(scene)).HeldBy);
    }
}
