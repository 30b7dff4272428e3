using Dateline.Foundation.Pages;

namespace Dateline.Site;

/// <summary>
/// A story's page but for its margin, which changes with every publication while the story doesn't: the margin's place is
/// held by one empty element, which nothing that anybody writes can become.
/// </summary>
/// <param name="Topics">Keys of the story's topics.</param>
public sealed record StoryFrame(RenderedPage Page, IReadOnlyList<string> Topics) : RenderedPage(Page)
{
    private static ReadOnlySpan<byte> Place => """<template id="margin"></template>"""u8;

    /// <summary>The whole page.</summary>
    public RenderedPage With(RenderedPage margin)
    {
        var frame = Body.AsSpan();
        var at = frame.IndexOf(Place);
        if (at < 0) throw new InvalidOperationException("The frame has no place for its margin.");
        var whole = new byte[frame.Length - Place.Length + margin.Body.Length];
        frame[..at].CopyTo(whole);
        margin.Body.CopyTo(whole, at);
        frame[(at + Place.Length)..].CopyTo(whole.AsSpan(at + margin.Body.Length));
        return Page with { Body = whole };
    }
}
