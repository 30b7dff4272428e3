using Dateline.Wire;

namespace Dateline.Desk.Sources;

/// <summary>How feeds fare, in words.</summary>
internal static class FeedHealth
{
    public static string Of(Feed feed) => feed switch
    {
        { Paused: true, Failure: { } } => T("Paused. {0}", Why(feed)),
        { Paused: true } => T("Paused"),
        { Failure: { } } => T(Math.Max(1, feed.FailuresInARow), "Failing. {1}", "Failing, {0} times in a row. {1}", Why(feed)),
        { IsAsked: false, SucceededAt: null } => T("Open; nothing has come yet"),
        { IsAsked: false } => T("Open"),
        { PolledAt: null } => T("Not asked yet"),
        _ => T("Answering"),
    };

    /// <summary>Of all feeds of a source, the word that needs somebody's eye first.</summary>
    public static string Of(IReadOnlyList<Feed> feeds) =>
        feeds.Count == 0 ? T("No feed yet") : Of(feeds.FirstOrDefault(IsFailing) ?? feeds.FirstOrDefault(feed => !feed.Paused) ?? feeds[0]);

    public static bool IsFailing(Feed feed) => feed is { Paused: false, IsHealthy: false };

    /// <summary>The sentence is kept in English, with hosts and numbers; in other languages its kind is told, and the sentence after it.</summary>
    private static string Why(Feed feed) =>
        feed.FailureSentence is not { } sentence ? "" : T(sentence) is var said && said != sentence || DeskWords.Language == "en" || FailureWords.Of(feed.Failure) is not { } kind ? said : T("{0} ({1})", kind, sentence);

    public static string Every(int seconds) => seconds switch
    {
        < 60 => T("{0} s", seconds),
        < 3_600 => T("{0} min", seconds / 60),
        _ => T("{0} h", seconds / 3_600),
    };

    private static readonly int[] Intervals = [5, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 10_800, 43_200];

    /// <summary>The intervals to choose from, with the one that is set.</summary>
    public static IEnumerable<(string Value, string Name)> Choices(int set) =>
        Intervals.Append(set).Distinct().Order().Select(seconds => (seconds.ToString(System.Globalization.CultureInfo.InvariantCulture), Every(seconds)));
}
