using Dateline.Wire;

namespace Dateline.Desk.Sources;

/// <summary>How feeds fare, in words.</summary>
internal static class FeedHealth
{
    public static string Of(Feed feed) => feed switch
    {
        { Paused: true, Failure: { } } => $"Paused. {feed.FailureSentence}",
        { Paused: true } => "Paused",
        { Failure: { } } => (feed.FailuresInARow > 1 ? $"Failing, {feed.FailuresInARow} times in a row. " : "Failing. ") + feed.FailureSentence,
        { IsAsked: false, SucceededAt: null } => "Open; nothing has come yet",
        { IsAsked: false } => "Open",
        { PolledAt: null } => "Not asked yet",
        _ => "Answering",
    };

    /// <summary>Of all feeds of a source, the word that needs somebody's eye first.</summary>
    public static string Of(IReadOnlyList<Feed> feeds) =>
        feeds.Count == 0 ? "No feed yet" : Of(feeds.FirstOrDefault(IsFailing) ?? feeds.FirstOrDefault(feed => !feed.Paused) ?? feeds[0]);

    public static bool IsFailing(Feed feed) => feed is { Paused: false, IsHealthy: false };

    public static string Every(int seconds) => seconds switch
    {
        < 60 => $"{seconds} s",
        < 3_600 => $"{seconds / 60} min",
        _ => $"{seconds / 3_600} h",
    };

    private static readonly int[] Intervals = [5, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 10_800, 43_200];

    /// <summary>The intervals to choose from, with the one that is set.</summary>
    public static IEnumerable<(string Value, string Name)> Choices(int set) =>
        Intervals.Append(set).Distinct().Order().Select(seconds => (seconds.ToString(System.Globalization.CultureInfo.InvariantCulture), Every(seconds)));
}
