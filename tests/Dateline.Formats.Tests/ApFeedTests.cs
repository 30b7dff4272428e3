using System.Text;

namespace Dateline.Formats.Tests;

/// <summary>How AP's own vocabulary manages the entries of its Atom feeds.</summary>
public class ApFeedTests
{
    private const string Release = "<apnm:PublishingReleaseDateTime>2026-11-17T06:00:00Z</apnm:PublishingReleaseDateTime>";
    private const string Held = "<apnm:PublishingStatus>Embargoed</apnm:PublishingStatus>";

    [Theory]
    [InlineData(Held + Release, true, "2026-11-17T06:00:00Z")]
    [InlineData(Release + Held, true, "2026-11-17T06:00:00Z")]
    [InlineData(Held, true, null)]
    [InlineData(Release + "<apnm:PublishingStatus>Usable</apnm:PublishingStatus>", false, null)]
    public async Task An_embargo_has_its_end_wherever_that_stands(string management, bool held, string? until)
    {
        var feed = $"""
            <feed xmlns="http://www.w3.org/2005/Atom" xmlns:apnm="http://ap.org/schemas/03/2005/apnm"><title>AX</title><id>urn:x:1</id>
            <entry><id>urn:x:2</id><title>US--Ferry</title><updated>2026-11-16T09:30:00Z</updated><apnm:NewsManagement>{management}</apnm:NewsManagement></entry></feed>
            """;
        var item = Assert.Single((await FeedReading.OfAsync(Encoding.UTF8.GetBytes(feed))).Items);
        Assert.Equal(held, item.Embargo is not null);
        Assert.Equal(until is null ? null : DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture), item.Embargo?.Until);
    }
}
