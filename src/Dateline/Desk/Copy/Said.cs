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
        Said.Saved => "Saved.",
        Said.Published => "Published.",
        Said.Corrected => "The correction is public.",
        Said.Killed => "The story is killed: it’s gone from every page and feed.",
        Said.PickedUp => "Picked up. The credit came with it.",
        Said.PickedUpBefore => "This item was picked up already; here is the story.",
        Said.PutBack => "The older text is back.",
        Said.Answered => "Your answer is public. See it under Discussion.",
        Said.TakenOver => "The source’s new text is taken over.",
        _ => null,
    } : null;
}
