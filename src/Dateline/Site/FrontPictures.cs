using Dateline.Stories;

namespace Dateline.Site;

/// <summary>
/// The pictures that a front has shown so far: none stands there twice, also when partners send it again with another story. Each
/// story keeps its own copy, so a picture is known by its size and its colour.
/// </summary>
internal sealed class FrontPictures
{
    private readonly HashSet<(int, int, string)> _seen = [];

    /// <summary>False when the story's picture has been shown already.</summary>
    public bool Add(StoryCard card) => Look(card) is not { } look || _seen.Add(look);

    /// <summary>The stories; those whose picture was shown already, or stands with one before them, are told in words.</summary>
    public IReadOnlyList<StoryCard> Unseen(IEnumerable<StoryCard> cards)
    {
        var here = new HashSet<(int, int, string)>(_seen);
        return [.. cards.Select(card => Look(card) is not { } look || here.Add(look) ? card : card with { Picture = null })];
    }

    private static (int, int, string)? Look(StoryCard card) => card.Picture is { Color: { } color } picture ? (picture.Width, picture.Height, color) : null;
}
