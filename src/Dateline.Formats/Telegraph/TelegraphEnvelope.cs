using Dateline.Formats.InText;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Telegraph;

/// <summary>What the envelopes of IPTC 7901 and ANPA 1312 say of an item alike: which story it is, which version, how urgent, whose.</summary>
internal static class TelegraphEnvelope
{
    /// <param name="head">The head of the message.</param>
    /// <param name="slug">The slug without its marks; null where there is none.</param>
    /// <param name="sent">When it was sent, by its last line.</param>
    /// <param name="marks">What marks the version.</param>
    /// <param name="draft">The item, whose headline is known.</param>
    public static void Read(TelegraphHead head, string? slug, DateTimeOffset? sent, VersionMarks marks, WireDraft draft)
    {
        var item = draft.Item;
        (item.Identity, draft.Version) = StoryIdentity.Of(head, slug, sent is { } day ? DateOnly.FromDateTime(day.UtcDateTime) : null, marks, item.Headline);
        draft.VersionCreated = sent is { } at ? item.Dated(at) : null;
        draft.Urgency = marks.Urgency is { } marked && marked < (head.Urgency ?? 9) ? marked : head.Urgency;
        marks.On(draft);
        if (head.Category is { } category) item.AddSubject(new Subject("category", category, null));
        if (head.Service is { } service) item.AddSubject(new Subject("service", service, null));
        if (item.Credit.Source is null && head.Agency is { } agency) item.Credit = item.Credit with { Source = Houses.NameOf(agency) };
    }
}
