using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Replies;
using Dateline.Replies.Screening;
using Dateline.Tests.House;

namespace Dateline.Tests.Replies.Screening;

/// <summary>What counts as a link in a reply: all that leads whoever copies it somewhere, and no prose.</summary>
public class LinkCountTests
{
    private static int Count(string text, string? website = null) => LinkPhase.Count(ReaderText.Read(text).Value!, website);

    [Theory]
    [InlineData("See www.evil.example for it")]
    [InlineData("WWW.EVIL.EXAMPLE")]
    [InlineData("(www.evil.example)")]
    [InlineData("www.evil.example/path?x=1.")]
    [InlineData("See evil.example/path")]
    [InlineData("evil.example/")]
    [InlineData("evil.example:8080/path")]
    [InlineData("sub.evil-pills.co.uk/win")]
    [InlineData("evil。example/path")]
    [InlineData("مثال.إختبار/صفحة")]
    [InlineData("ftp://evil.example")]
    [InlineData("hxxps://evil.example/path")]
    [InlineData("https://bank.example@thief.example/")]
    [InlineData("evil.example/path and again evil.example/path")]
    [InlineData("https://evil.example/a.b/c")]
    [InlineData("https://www.evil.example")]
    public void What_leads_somewhere_is_one_link(string text) => Assert.Equal(1, Count(text));

    [Theory]
    [InlineData("Yahoo.com and Booking.com are companies")]
    [InlineData("Written in Node.js, of course")]
    [InlineData("Node.js/Express and Vue.js/React")]
    [InlineData("as e.g.this or e.g./i.e. that")]
    [InlineData("It ended.This is new")]
    [InlineData("he/she and/or him/her")]
    [InlineData("at 10.30/11.30, or 1.5/2")]
    [InlineData("the U.S./U.K. line")]
    [InlineData("write to me@evil.example")]
    [InlineData("in readme.txt/index.html/page.php/x")]
    [InlineData("www is old; awww.nice is no host")]
    [InlineData("the ratio :// and //")]
    public void Prose_is_none(string text) => Assert.Equal(0, Count(text));

    [Fact]
    public void Different_ones_are_counted_and_links_and_the_website_with_them() =>
        Assert.Equal(4, Count("https://one.example/ then www.two.example, three.example/x", "https://me.example/"));

    /// <summary>However it is made, a text is gone through once.</summary>
    [Theory]
    [InlineData("a.")]
    [InlineData("www.")]
    [InlineData("a.bc/ ")]
    [InlineData("a-")]
    [InlineData("x:/")]
    [InlineData("/.")]
    public void The_longest_text_is_counted(string part) =>
        Assert.InRange(TypedAddresses.In(string.Concat(Enumerable.Repeat(part, ReplyForm.LongestText / part.Length))).Count(), 0, ReplyForm.LongestText);

    [Fact]
    public async Task What_is_typed_waits_like_what_is_linked()
    {
        await using var scene = await ReplyScene.Open();
        await scene.House.Write((db, _) =>
        {
            db.Add(new DiscussionRule { Scope = DiscussionRule.Site, Mode = DiscussionMode.Open });
            db.Journal.Add(new DiscussionRule { Scope = DiscussionRule.Site }.Changed());
            return Task.CompletedTask;
        });
        var reply = await scene.Receive(("text", "Look at www.evil.example and evil.example/path"));
        Assert.Equal(("links", 2), (reply.HeldBy, reply.Links));
    }
}
