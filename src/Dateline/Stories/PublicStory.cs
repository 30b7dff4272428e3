using Dateline.Foundation.Markup;

namespace Dateline.Stories;

/// <summary>A story as the public may see it; made by the gate alone.</summary>
public sealed record PublicStory
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required string Edition { get; init; }

    public required string Language { get; init; }

    public required string Headline { get; init; }

    public required string Path { get; init; }

    public required string Slug { get; init; }

    public string? Summary { get; init; }

    /// <summary>What stands above the text: the summary, unless the text begins with it, as in most feeds, and would say it twice.</summary>
    public string? Standfirst { get; init; }

    /// <summary>All, an excerpt or nothing, as the contract says (<see cref="Terms"/>).</summary>
    public required Body Body { get; init; }

    public required PlaceLine PlaceLine { get; init; }

    public required bool Urgent { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public required IReadOnlyList<Correction> Corrections { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public required IReadOnlyList<PublicPicture> Pictures { get; init; }

    public PublicPicture? Lead => Pictures.FirstOrDefault(picture => picture.Lead);

    /// <summary>Null for our own work.</summary>
    public PublicSource? Source { get; init; }

    public Credit? Credit { get; init; }

    /// <summary>Who wrote it, as a person.</summary>
    public string? Byline { get; init; }

    public Terms Terms => Source?.Terms ?? Terms.FullText;

    public IndexPolicy IndexPolicy => Source?.IndexPolicy ?? IndexPolicy.Index;

    public required bool RepliesOpen { get; init; }

    /// <summary>Counts the saves: the version that machines are told.</summary>
    public required int Version { get; init; }

    public static PublicStory Of(Story story) => Of(story, story.Summary is { } summary && Beginning.Is(summary, story.Body));

    private static PublicStory Of(Story story, bool beginsWithSummary) => new()
    {
        Id = story.Id,
        Key = story.Key,
        Edition = story.Edition,
        Language = story.Language,
        Headline = story.Headline,
        Path = story.Path,
        Slug = story.Slug,
        Summary = Contract.Summary(story.Source, story.Summary),
        Standfirst = beginsWithSummary ? null : Contract.Summary(story.Source, story.Summary),
        Body = Contract.Cut(story.Source, beginsWithSummary ? null : story.Summary, story.Body),
        PlaceLine = story.PlaceLine,
        Urgent = story.Urgent,
        PublishedAt = story.PublishedAt ?? story.CreatedAt,
        UpdatedAt = story.UpdatedAt ?? story.CreatedAt,
        Corrections = story.Corrections,
        Topics = [.. story.Topics.Select(topic => topic.TopicKey)],
        Pictures = Contract.ShowsPictures(story.Source)
            ? [.. story.Pictures.Where(row => row.Picture is not null).Select(row => new PublicPicture(
                row.PictureId, row.Picture!.Width, row.Picture.Height, row.Picture.Widths, row.Picture.Color, row.Alt, row.Caption, row.Credit ?? row.Picture.Credit, row.Lead))]
            : [],
        Source = PublicSource.Of(story.Source),
        Credit = story.Credit,
        Byline = story.Credit is { } credit ? credit.Byline : story.Byline,
        RepliesOpen = story.RepliesOpen,
        Version = story.Version,
    };
}

/// <summary>A story in a list.</summary>
public sealed record StoryCard
{
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required string Edition { get; init; }

    public required string Language { get; init; }

    public required string Headline { get; init; }

    public required string Path { get; init; }

    public string? Summary { get; init; }

    public required bool Urgent { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public PublicSource? Source { get; init; }

    public Credit? Credit { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public PublicPicture? Picture { get; init; }
}

public sealed record PublicSource(Guid Id, string Key, string Name, string? Site, CreditStyle? CreditStyle, Terms Terms, IndexPolicy IndexPolicy)
{
    public static PublicSource? Of(Source? source) =>
        source is null ? null : new(source.Id, source.Key, source.Name, source.Site, source.CreditStyle, source.Terms, source.IndexPolicy);
}

public sealed record PublicPicture(
    Guid Id, int Width, int Height, IReadOnlyList<int> Widths, string? Color, string Alt, string? Caption, string? Credit, bool Lead)
{
    /// <summary>True in a preview: the staff's address of the picture, which asks for no public story.</summary>
    public bool ForStaff { get; init; }

    /// <summary>The address of the variant nearest to this width from above, or of the largest.</summary>
    public string Src(int width) => Path(Widths.FirstOrDefault(kept => kept >= width, Widths[^1]));

    public string SrcSet => string.Join(", ", Widths.Select(width => $"{Path(width)} {width}w"));

    /// <summary>The address of one of <see cref="Widths"/>.</summary>
    public string Path(int width) => ForStaff ? Picture.StaffPath(Id, width) : Picture.Path(Id, width);
}

/// <summary>What the contract with a source lets us show.</summary>
public static class Contract
{
    /// <summary>The body that may stand below the standfirst: an excerpt of so many words is both together, the standfirst first.</summary>
    public static Body Cut(Source? source, string? standfirst, Body body) => source?.Terms switch
    {
        Terms.LinkOnly => Body.Empty,
        Terms.Excerpt => body.Excerpt(Math.Max(0, source.ExcerptWords - Words.Count(Summary(source, standfirst) ?? ""))),
        _ => body,
    };

    public static string? Summary(Source? source, string? summary) => source?.Terms switch
    {
        Terms.LinkOnly => null,
        Terms.Excerpt when summary is not null => PlainText.From(Body.Plain(summary).Excerpt(source.ExcerptWords)),
        _ => summary,
    };

    public static bool ShowsPictures(Source? source) => source is null or { Terms: Terms.FullText };
}
