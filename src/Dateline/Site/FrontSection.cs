using Dateline.Stories;

namespace Dateline.Site;

/// <summary>A topic's part of the front: bands from side to side, each filled to its end.</summary>
public sealed record FrontSection(Topic Topic, IReadOnlyList<FrontBand> Bands)
{
    /// <summary>Stories a section takes.</summary>
    public const int Most = 8;

    /// <summary>The fewest stories that make a band under the first one.</summary>
    private const int LeastBelow = 3;
    private const int Abreast = 4;
    private const int Stacked = 3;

    /// <summary>Chosen by how many stories there are and how many of them have a picture, so that no cell stays empty.</summary>
    /// <param name="place">Which section of the front it is: neighbours are not laid out alike where there is a choice.</param>
    public static FrontSection Of(Topic topic, IReadOnlyList<StoryCard> stories, int place)
    {
        if (First(stories, place) is not { } first) return new(topic, InWords(stories));
        var left = stories.Except(first.Stories).ToList();
        var shown = left.Where(card => card.Picture is not null).ToList();
        FrontBand? second = shown.Count >= LeastBelow ? new(BandShape.Pictures, [.. shown.Take(Abreast)])
            : left.Count >= LeastBelow ? new(BandShape.Words, [.. left.Take(Abreast)]) : null;
        return new(topic, second is null ? [first] : [first, second]);
    }

    /// <summary>The band with the pictures; null when there are none.</summary>
    private static FrontBand? First(IReadOnlyList<StoryCard> stories, int place)
    {
        var shown = stories.Where(card => card.Picture is not null).ToList();
        var told = stories.Where(card => card.Picture is null).ToList();
        if (shown.Count == 0) return null;
        if (shown.Count == stories.Count && shown.Count == 2) return new(BandShape.Pictures, shown);
        BandShape[] wanted = (place % 3) switch
        {
            0 => [BandShape.Large, BandShape.Pictures, BandShape.Pair],
            1 => [BandShape.Pictures, BandShape.Pair, BandShape.Large],
            _ => [BandShape.Pair, BandShape.Large, BandShape.Pictures],
        };
        return wanted.Where(shape => Fills(shape, shown.Count, told.Count)).DefaultIfEmpty(BandShape.Large).First() switch
        {
            BandShape.Pictures => new(BandShape.Pictures, [.. shown.Take(Abreast)]),
            BandShape.Pair => new(BandShape.Pair, [.. shown.Take(2), .. told.Take(Stacked)]),
            _ => new(BandShape.Large, [shown[0], .. told.Concat(shown.Skip(1)).Take(Stacked)]),
        };
    }

    private static bool Fills(BandShape shape, int shown, int told) => shape switch
    {
        BandShape.Pictures => shown >= LeastBelow,
        BandShape.Pair => shown >= 2 && told >= 2,
        _ => shown == 1 || told >= 2,
    };

    /// <summary>Without a picture: rows of two, three or four, none of them short of one.</summary>
    private static IReadOnlyList<FrontBand> InWords(IReadOnlyList<StoryCard> told)
    {
        var first = told.Count <= Abreast ? told.Count : told.Count / 2;
        FrontBand above = new(BandShape.Words, [.. told.Take(first)]), below = new(BandShape.Words, [.. told.Skip(first)]);
        return below.Stories.Count == 0 ? [above] : [above, below];
    }
}

/// <summary>Stories beside each other, over the whole width.</summary>
public sealed record FrontBand(BandShape Shape, IReadOnlyList<StoryCard> Stories)
{
    /// <summary>How many stand as columns of their own.</summary>
    public int Columns => Shape switch { BandShape.Large => 1, BandShape.Pair => 2, _ => Stories.Count };

    /// <summary>The others: one column, one over the other.</summary>
    public IEnumerable<StoryCard> Stack => Stories.Skip(Columns);

    public bool ShowsPicture => Shape != BandShape.Words;

    /// <summary>The name in the style sheet.</summary>
    public string Name => $"band-{Shape.ToString().ToLowerInvariant()}";
}

public enum BandShape
{
    /// <summary>One with its picture beside its words, the others stacked.</summary>
    Large,

    /// <summary>Two with pictures, the others stacked.</summary>
    Pair,

    /// <summary>Pictures only, abreast.</summary>
    Pictures,

    /// <summary>Words only, abreast.</summary>
    Words,
}
