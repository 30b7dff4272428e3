namespace Dateline.Replies.Moderation;

/// <summary>How long something took, in words.</summary>
internal static class Spans
{
    public static string Of(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "under a minute",
        { TotalHours: < 1 } => $"{span.Minutes} min",
        { TotalDays: < 1 } when span.Minutes == 0 => $"{span.Hours} h",
        { TotalDays: < 1 } => $"{span.Hours} h {span.Minutes} min",
        { TotalDays: < 2 } => "a day",
        _ => $"{(int)span.TotalDays} days",
    };
}
