namespace Dateline.Desk.Copy;

/// <summary>What the desk says after something was done, carried in the next page's address.</summary>
public enum Said
{
    Saved,
    Published,
    Corrected,
    Killed,
    PickedUp,
    PickedUpBefore,
    PutBack,
    TakenOver,
    Answered,
}

internal static class SaidWords
{
    public static string? Of(string? said) => Enum.TryParse<Said>(said, out var done) ? done switch
    {
        Said.Saved => T("Saved."),
        Said.Published => T("Published."),
        Said.Corrected => T("The correction is public."),
        Said.Killed => T("The story is killed: it’s gone from every page and feed."),
        Said.PickedUp => T("Picked up. The credit came with it."),
        Said.PickedUpBefore => T("This item was picked up already; here is the story."),
        Said.PutBack => T("The older text is back."),
        Said.Answered => T("Your answer is public. See it under Discussion."),
        Said.TakenOver => T("The source’s new text is taken over."),
        _ => null,
    } : null;
}
