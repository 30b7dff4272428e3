namespace Dateline.Replies.Moderation;

/// <summary>How long something took, in words.</summary>
internal static class Spans
{
    public static string Of(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => T("under a minute"),
        { TotalHours: < 1 } => T("{0} min", span.Minutes),
        { TotalDays: < 1 } when span.Minutes == 0 => T("{0} h", span.Hours),
        { TotalDays: < 1 } => T("{0} h {1} min", span.Hours, span.Minutes),
        { TotalDays: < 2 } => T(1, "a day", "{0} days"),
        _ => T((int)span.TotalDays, "a day", "{0} days"),
    };
}
