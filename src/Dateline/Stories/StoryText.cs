using Dateline.Foundation.Markup;

namespace Dateline.Stories;

/// <summary>The text of a story as a form brings it.</summary>
/// <param name="Language">Null: it stays what it is.</param>
/// <param name="Hold">Null: embargo and expiry stay what they are.</param>
/// <param name="Edition">The code of the edition it is in from now on. Null: it stays where it is.</param>
/// <param name="Byline">Of our own work. Null: it stays what it is; empty: nobody's.</param>
/// <param name="Lead">What stands with the picture above the text. Null: it stays what it is.</param>
public sealed record StoryText(
    string Headline, string? Summary, Body Body, PlaceLine PlaceLine, IReadOnlyList<string> Topics, bool Urgent = false, string? Language = null, Hold? Hold = null,
    string? Edition = null, string? Byline = null, LeadWords? Lead = null)
{
    public const int LongestHeadline = 300;
    public const int LongestSummary = 1_000;
    public const int LongestPlace = 100;
    public const int LongestByline = 200;

    /// <summary>For the description of a picture and for its caption.</summary>
    public const int LongestCaption = 1_000;
    public const int LongestPictureCredit = 200;

    /// <summary>For a correction's note and a kill's reason.</summary>
    public const int LongestNote = 2_000;

    /// <summary>True when taking it over would change nothing.</summary>
    public bool IsOf(Story story) =>
        Headline == story.Headline && (string.IsNullOrWhiteSpace(Summary) ? null : Summary) == story.Summary && PlaceLine == story.PlaceLine && Urgent == story.Urgent
        && (Language ?? story.Language) == story.Language && (Edition ?? story.Edition) == story.Edition && (Hold is null || Hold == new Hold(story.EmbargoUntil, story.ExpiresAt))
        && (Byline is null || story.Credit is not null || Byline == (story.Byline ?? "")) && (Lead is null || story.LeadWords is null || Lead == story.LeadWords)
        && story.Topics.Select(topic => topic.TopicKey).ToHashSet(StringComparer.Ordinal).SetEquals(Topics) && Body.Equals(story.Body);
}

/// <summary>When a story is public at the earliest, and until when.</summary>
public sealed record Hold(DateTimeOffset? EmbargoUntil, DateTimeOffset? ExpiresAt);

/// <summary>What stands with the picture above the text.</summary>
/// <param name="Alt">For who can't see it.</param>
/// <param name="Credit">Null: the one that came with the picture.</param>
public sealed record LeadWords(string Alt, string? Caption, string? Credit);
