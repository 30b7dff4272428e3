using Dateline.Foundation.Markup;

namespace Dateline.Stories;

/// <summary>A story's text as it once was.</summary>
public sealed class Revision
{
    public required Guid Id { get; init; }

    public required Guid StoryId { get; init; }

    /// <summary>The story's version with this text.</summary>
    public required int Version { get; init; }

    public required string Headline { get; init; }

    public string? Summary { get; init; }

    public required Body Body { get; init; }

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
        At = now,
        By = by,
    };
}
