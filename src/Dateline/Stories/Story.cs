using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.People;

namespace Dateline.Stories;

public enum StoryStatus
{
    Draft,
    Published,
    Killed,
}

/// <summary>
/// A story from draft to archive. It knows what may be done with it; whoever changes it saves the change and
/// the fact together.
/// </summary>
public sealed class Story : IDue
{
    public required Guid Id { get; init; }

    /// <summary>Its word in addresses, eight letters and digits: never changes.</summary>
    public required string Key { get; init; }

    /// <summary>The first word of its address. A story can move; its old address sends readers to the new one.</summary>
    public required string Edition { get; set; }

    public required string Language { get; set; }

    public required string Headline { get; set; }

    /// <summary>The readable end of its address; another one redirects here.</summary>
    public required string Slug { get; set; }

    public string? Summary { get; set; }

    public required Body Body { get; set; }

    public PlaceLine PlaceLine { get; set; } = PlaceLine.None;

    /// <summary>Who of ours wrote it; a carried story's is in its <see cref="Credit"/>.</summary>
    public string? Byline { get; set; }

    public List<StoryTopic> Topics { get; set; } = [];

    public List<StoryPicture> Pictures { get; set; } = [];

    /// <summary>What stands with the picture above the text; null without one.</summary>
    public LeadWords? LeadWords => Pictures.Find(picture => picture.Lead) is { } lead ? new(lead.Alt, lead.Caption, lead.Credit) : null;

    public bool Urgent { get; set; }

    /// <summary>Null for our own work.</summary>
    public Guid? SourceId { get; init; }

    public Source? Source { get; init; }

    /// <summary>The wire item it was picked up from, and the version of it that was taken.</summary>
    public Guid? WireItemId { get; init; }

    public int? WireVersion { get; set; }

    /// <summary>The version of the item whose embargo the desk has heard of, when that is a newer one than the text's.</summary>
    public int? HoldHeard { get; set; }

    public Credit? Credit { get; init; }

    public StoryStatus Status { get; set; }

    /// <summary>Counts the saves; a save on an older one is a conflict.</summary>
    public int Version { get; set; } = 1;

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; set; }

    /// <summary>The last change readers can see.</summary>
    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>The end of an embargo whose end its source doesn't name: held until somebody sets a time.</summary>
    public static readonly DateTimeOffset NoTimeKnown = new(2199, 12, 31, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Nothing of it is public before.</summary>
    public DateTimeOffset? EmbargoUntil { get; set; }

    /// <summary>Nothing of it is public from then on.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>The corrections readers are told of, oldest first.</summary>
    public IReadOnlyList<Correction> Corrections { get; set; } = [];

    public Kill? Kill { get; set; }

    public bool RepliesOpen { get; set; } = true;

    public DateTimeOffset? DueAt { get; set; }

    public DateTimeOffset? LeasedUntil { get; set; }

    public string Path => StoryPath.Of(Edition, Key, Slug);

    public bool IsCarried => SourceId is not null || WireItemId is not null;

    /// <summary>Readers see it: what its source holds from now on comes too late for what they have seen, not for a newer text.</summary>
    public bool IsOut(DateTimeOffset now) => Status == StoryStatus.Published && !(EmbargoUntil > now);

    /// <summary>Takes over a new text. On a published story it shows at once, and the reader sees the new time.</summary>
    public Refusal? Edit(StoryText text, DateTimeOffset now)
    {
        if (Status == StoryStatus.Killed) return new("killed", T("This story was killed; it can't be changed any more."));
        if (string.IsNullOrWhiteSpace(text.Headline)) return new("no-headline", T("Give the story a headline."));
        if (text.Headline.Length > StoryText.LongestHeadline) return new("long-headline", T("A headline has at most {0} characters.", StoryText.LongestHeadline));
        if (text.Summary?.Length > StoryText.LongestSummary) return new("long-summary", T("A standfirst has at most {0} characters.", StoryText.LongestSummary));
        if (text.PlaceLine.Place?.Length > StoryText.LongestPlace) return new("long-place", T("A place has at most {0} characters.", StoryText.LongestPlace));
        if (text.Byline?.Length > StoryText.LongestByline) return new("long-byline", T("A byline has at most {0} characters.", StoryText.LongestByline));
        if (text.Lead is { } words && (words.Alt.Length > StoryText.LongestCaption || words.Caption?.Length > StoryText.LongestCaption || words.Credit?.Length > StoryText.LongestPictureCredit))
            return new("long-caption", T("A picture’s description and caption have at most {0} characters, its credit {1}.", StoryText.LongestCaption, StoryText.LongestPictureCredit));
        if (text.Hold is { EmbargoUntil: { } from, ExpiresAt: { } to } && to <= from) return new("never", T("It would expire before its embargo ends: nobody could ever read it."));

        Headline = text.Headline;
        Slug = StoryPath.Slug(text.Headline);
        Summary = string.IsNullOrWhiteSpace(text.Summary) ? null : text.Summary;
        Body = text.Body;
        PlaceLine = text.PlaceLine;
        Urgent = text.Urgent;
        Topics = [.. text.Topics.Distinct(StringComparer.Ordinal).Select(key => Topics.Find(topic => topic.TopicKey == key) ?? new StoryTopic { StoryId = Id, TopicKey = key })];
        Language = text.Language ?? Language;
        Edition = text.Edition ?? Edition;
        if (text.Byline is { } byline && Credit is null) Byline = byline.Length == 0 ? null : byline;
        if (text.Lead is { } lead && Pictures.Find(picture => picture.Lead) is { } picture) (picture.Alt, picture.Caption, picture.Credit) = (lead.Alt, lead.Caption, lead.Credit);
        if (text.Hold is { } hold) (EmbargoUntil, ExpiresAt) = (hold.EmbargoUntil, hold.ExpiresAt);
        if (Status == StoryStatus.Published) Turn(now);
        Version++;
        return null;
    }

    /// <summary>Its source holds it longer than was known; what readers have seen stays.</summary>
    /// <returns>False when that changes nothing.</returns>
    public bool HoldUntil(DateTimeOffset until, DateTimeOffset now)
    {
        if (Status == StoryStatus.Killed || IsOut(now) || until <= now || EmbargoUntil >= until) return false;
        EmbargoUntil = until;
        if (Status == StoryStatus.Published) Turn(now);
        Version++;
        return true;
    }

    /// <summary>What readers are told of the time, and when the clock acts next. What nobody saw yet is as new as its embargo's end.</summary>
    private void Turn(DateTimeOffset now)
    {
        if (PublishedAt > now) PublishedAt = UpdatedAt = EmbargoUntil > now ? EmbargoUntil : now;
        else UpdatedAt = now;
        DueAt = NextTurn(now);
    }

    public Refusal? Publish(DateTimeOffset now)
    {
        if (Status == StoryStatus.Killed) return new("killed", T("This story was killed; it can't be published again."));
        if (Status == StoryStatus.Published) return new("published", T("This story is published already."));
        if (IsCarried && Credit is not { IsWhole: true }) return new("no-credit", T("A carried story can't be published without the credit of its source."));
        if (string.IsNullOrWhiteSpace(Headline)) return new("no-headline", T("Give the story a headline."));
        if (Body.IsEmpty && Credit?.SourceUrl is null) return new("no-text", T("The story has no text."));
        if (ExpiresAt <= now) return new("expired", T("The time until which it may be public has passed."));

        Status = StoryStatus.Published;
        PublishedAt = UpdatedAt = EmbargoUntil > now ? EmbargoUntil : now; // what readers are told, and what lists sort by
        DueAt = NextTurn(now);
        Version++;
        return null;
    }

    /// <summary>Tells readers what was wrong; the right text comes with an edit in the same save.</summary>
    public Refusal? Correct(string note, Editor by, DateTimeOffset now)
    {
        if (Status != StoryStatus.Published) return new("not-published", T("Only a published story is corrected in public."));
        if (string.IsNullOrWhiteSpace(note)) return new("no-note", T("Say what was wrong and what is right: readers see this note."));
        if (note.Length > StoryText.LongestNote) return new("long-note", T("A note has at most {0} characters.", StoryText.LongestNote));

        Corrections = [.. Corrections, new Correction(now, note.Trim(), by.Id)];
        UpdatedAt = now;
        Version++;
        return null;
    }

    /// <summary>Takes it off every surface, for good.</summary>
    public Refusal? KillFor(string reason, Guid? by, DateTimeOffset now)
    {
        if (Status == StoryStatus.Killed) return new("killed", T("This story is killed already."));
        if (string.IsNullOrWhiteSpace(reason)) return new("no-reason", T("Give the reason: it goes into the record."));
        if (reason.Length > StoryText.LongestNote) return new("long-reason", T("A reason has at most {0} characters.", StoryText.LongestNote));

        Status = StoryStatus.Killed;
        Kill = new Kill { StoryId = Id, At = now, By = by, Reason = reason.Trim() };
        RepliesOpen = false;
        DueAt = null;
        Version++;
        return null;
    }

    /// <summary>When the clock alone changes what is public: the embargo's end or the expiry, whichever comes next.</summary>
    public DateTimeOffset? NextTurn(DateTimeOffset now)
    {
        var turns = new[] { EmbargoUntil, ExpiresAt }.Where(at => at > now).OfType<DateTimeOffset>().ToList();
        return turns.Count == 0 ? null : turns.Min();
    }
}

/// <summary>What was wrong and what is right, as readers are told.</summary>
public sealed record Correction(DateTimeOffset At, string Note, Guid? By);

/// <summary>A story's end: who, when and why. By nobody of ours when its source withdrew it.</summary>
public sealed class Kill
{
    public required Guid StoryId { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? By { get; init; }

    public required string Reason { get; init; }
}
