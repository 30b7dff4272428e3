using Dateline.Foundation.Markup;

namespace Dateline.Stories;

/// <summary>A story's text as it once was, and all else that its form holds.</summary>
public sealed class Revision
{
    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    /// <summary>The story's version with this text.</summary>
    public required int Version { get; init; }

    public required string Headline { get; init; }

    public string? Summary { get; init; }

    public required Body Body { get; init; }

    /// <summary>Null in those of before they were kept.</summary>
    public Particulars? Particulars { get; init; }

    public required DateTimeOffset At { get; init; }

    public Guid? By { get; init; }

    public static Revision Of(Story story, Guid? by, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        StoryId = story.Id,
        Version = story.Version,
        Headline = story.Headline,
        Summary = story.Summary,
        Body = story.Body,
        Particulars = Particulars.Of(story),
        At = now,
        By = by,
    };
}

/// <summary>What the story's form holds beside the text.</summary>
/// <param name="Lead">Null without a picture above the text.</param>
public sealed record Particulars(
    PlaceLine PlaceLine, string Language, string Edition, IReadOnlyList<string> Topics, bool Urgent, DateTimeOffset? EmbargoUntil, DateTimeOffset? ExpiresAt, string? Byline, LeadWords? Lead)
{
    public static Particulars Of(Story story) => new(
        story.PlaceLine, story.Language, story.Edition, [.. story.Topics.Select(topic => topic.TopicKey).Order(StringComparer.Ordinal)], story.Urgent, story.EmbargoUntil, story.ExpiresAt, story.Byline, story.LeadWords);
}
