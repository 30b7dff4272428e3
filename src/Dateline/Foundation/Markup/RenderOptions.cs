namespace Dateline.Foundation.Markup;

/// <summary>One of our own renditions of a picture. Addresses may be relative; feeds make them absolute.</summary>
public sealed record PictureRendition(string Url, int Width, int Height)
{
    public IReadOnlyList<PictureCandidate> Candidates { get; init; } = [];

    /// <summary>The sizes attribute that goes with the candidates.</summary>
    public string Sizes { get; init; } = "100vw";
}

public sealed record PictureCandidate(string Url, int Width);

public sealed record RenderOptions
{
    /// <summary>Links of an edited text.</summary>
    public static RenderOptions Story { get; } = new();

    /// <summary>Links that readers wrote: nothing to gain from spam, and each paragraph finds its own direction.</summary>
    public static RenderOptions Reader { get; } = new() { LinkRel = "nofollow ugc noopener", OwnDirections = true };

    /// <summary>Finds our copy of a picture. Where it finds none the picture is left out: a remote one is never shown.</summary>
    public Func<PictureBlock, PictureRendition?> Pictures { get; init; } = _ => null;

    /// <summary>Plain text that opens the first paragraph, set apart (an agency's dateline).</summary>
    public string? Opening { get; init; }

    public string LinkRel { get; init; } = "noopener";

    /// <summary>How many levels headings move down, where the text stands below other headings.</summary>
    public int HeadingShift { get; init; }

    /// <summary>Gives every block dir="auto".</summary>
    public bool OwnDirections { get; init; }

    /// <summary>When set, each outer block can be linked to as this prefix and its id.</summary>
    public string? AnchorPrefix { get; init; }

    /// <summary>When set, the addresses of our own pictures are made absolute, as feeds and mails need them.</summary>
    public Uri? AbsoluteBase { get; init; }
}
