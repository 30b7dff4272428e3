using System.Net;
using Dateline.Foundation.Pages;
using Dateline.Tests.Replies;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Site;

/// <summary>Anybody may put anything into an address; the memory for pages holds what there is, once.</summary>
public class InventedParametersTests
{
    private const int Invented = 20;

    [Theory]
    [InlineData("/reply?parent={0}", true)]
    [InlineData("/follow?reply={0}", true)]
    [InlineData("/replies?sort={0}", true)]
    [InlineData("/replies?place={0}", true)]
    [InlineData("/replies/{1}?place={0}", true)]
    [InlineData("/en/topic/sea?before={0}", false)]
    [InlineData("/en/source/harbour-wire?before={0}", false)]
    public async Task Inventing_values_adds_a_page_at_most(string address, bool besideStory)
    {
        await using var scene = await ReplyScene.Open(options: given => given with { Mail = new MailOptions("127.0.0.1", 9, Tls: false, null, null, "replies@meridian.example") });
        var reply = await scene.Receive();
        await scene.Approve();
        string At(string value) => (besideStory ? scene.Story.Path : "") + string.Format(null, address, value, reply.Id.ToString("N"));
        var cache = scene.House.Services.GetRequiredService<PageCache>();
        var before = cache.Count;
        for (var number = 0; number < Invented; number++)
            Assert.True((await scene.House.Get(At($"{Guid.CreateVersion7()}"))).Status is HttpStatusCode.OK or HttpStatusCode.NotFound);
        Assert.InRange(cache.Count - before, 0, 1);
    }

    [Fact]
    public async Task What_can_be_asked_is_kept_under_one_key_however_it_is_written()
    {
        await using var scene = await ReplyScene.Open();
        var reply = await scene.Receive();
        await scene.Approve();
        var cache = scene.House.Services.GetRequiredService<PageCache>();
        var before = cache.Count;
        foreach (var form in new[] { "D", "N", "B", "X" })
            Assert.Contains("In reply to", (await scene.House.Get(scene.At("/reply?parent=" + Uri.EscapeDataString(reply.Id.ToString(form))))).Text, StringComparison.Ordinal);
        Assert.Equal(1, cache.Count - before);
        foreach (var sort in new[] { "newest", "oldest", "", "Newest" }) await scene.House.Get(scene.At("/replies?sort=" + sort));
        Assert.Equal(3, cache.Count - before);
    }
}
