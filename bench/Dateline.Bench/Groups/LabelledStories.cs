using System.Net;
using Dateline.Formats;
using Dateline.Wire.Groups;

namespace Dateline.Bench.Groups;

/// <summary>An item of the set, and what is true of it.</summary>
/// <param name="Source">The number of the source that sends it.</param>
/// <param name="Story">The number of the story it belongs to.</param>
/// <param name="Truth">How it is related to the story's first text; null: it is that text.</param>
/// <param name="Scored">False where the first text comes after it: then its group alone is scored.</param>
internal sealed record Labelled(NewsItem News, int Source, int Story, Relation? Truth, bool Scored)
{
    /// <summary>The other story that it is mixed from.</summary>
    public int? Other { get; init; }

    public required string How { get; init; }
}

/// <summary>
/// A day of wires, made from a seed: stories, what their carriers make of them, and what only looks like them. The label is how
/// an item was made, never what it measures.
/// </summary>
internal sealed class LabelledStories(int seed)
{
    public const int Sources = 8;

    private readonly Random _chance = new(seed);
    private readonly List<(double At, Labelled Item)> _items = [];
    private int _guid;

    private sealed record Told(int Story, Occasion Occasion, int Agency, int Source, List<string> Passages, string Headline, double At);

    public static IReadOnlyList<Labelled> Make(int seed, int stories) => new LabelledStories(seed).Make(stories);

    private List<Labelled> Make(int stories)
    {
        var room = new Newsroom(_chance);
        Told? last = null;
        for (var story = 0; story < stories; story++)
        {
            var tongue = Newsroom.Tongues[_chance.Next(Newsroom.Tongues.Count)];
            var occasion = room.Happens(tongue);
            var agency = _chance.Next(2);
            var passages = room.Tell(occasion, agency, _chance.Next(7, 14));
            if (_chance.Next(2) == 0) passages.Insert(_chance.Next(2, passages.Count), room.Background(tongue));
            if (_chance.Next(6) == 0) passages = [passages[0], passages[1], passages[2], room.Background(tongue), room.Background(tongue)]; // little of its own
            var told = new Told(story, occasion, agency, _chance.Next(Sources), passages, room.Headline(occasion), _chance.NextDouble() * 24);
            Send(told, told.Source, passages, told.Headline, told.At, null, "first");
            if (passages.Count > 5) Carried(room, told, last);
            last = passages.Count > 5 ? told : last;
        }
        return [.. _items.OrderBy(item => item.At).Select(item => item.Item)];
    }

    private void Carried(Newsroom room, Told told, Told? last)
    {
        var (own, occasion) = (told.Passages, told.Occasion);
        foreach (var way in Enumerable.Range(0, 7).Where(_ => _chance.Next(4) == 0))
        {
            var other = room.Headline(occasion);
            var (source, at) = ((told.Source + _chance.Next(1, Sources)) % Sources, told.At + (_chance.NextDouble() * 6) - 0.8);
            switch (way)
            {
                case 0: Send(told, source, own, other, at, Relation.Exact, "dateline and credit swapped"); break;
                case 1: Send(told, source, Abridge(own), other, at, Relation.Abridged, "abridged"); break;
                case 2: Send(told, source, [room.Lead(occasion, told.Agency + 1), room.More(occasion, told.Agency), .. own.Skip(1)], other, at, Relation.Revision, "led anew"); break;
                case 3:
                    List<string> more = [.. own];
                    for (var n = _chance.Next(1, 3); n > 0; n--) more.Insert(_chance.Next(2, more.Count + 1), room.Background(occasion.Tongue));
                    Send(told, source, more, other, at, Relation.Revision, "background inserted");
                    break;
                case 4:
                    List<string> update = [room.Lead(occasion, told.Agency + 1), room.More(occasion, told.Agency), room.More(occasion, told.Agency), room.More(occasion, told.Agency), .. own.Skip(1).Take(own.Count - 3)];
                    Send(told, told.Source, update, $"UPDATE {_chance.Next(1, 4)}-{told.Headline}", Math.Max(at, told.At + 0.1), Relation.Revision, "marked as update");
                    break;
                case 5: Send(told, source, room.Tell(occasion, told.Agency + 1, _chance.Next(6, 12)), other, at, Relation.SameEvent, "told by another agency"); break;
                case 6 when last is not null && last.Occasion.Tongue == occasion.Tongue:
                    var half = own.Count / 2;
                    Send(told, source, [.. own.Take(half), .. last.Passages.Take(last.Passages.Count / 2)], other, Math.Max(at, Math.Max(told.At, last.At) + 0.1), Relation.SameEvent, "mixed of two", last.Story);
                    break;
                default: break;
            }
        }
    }

    /// <summary>From the end, as desks cut; or here and there, with the lead kept.</summary>
    private List<string> Abridge(List<string> passages)
    {
        var keep = Math.Max(3, (int)(passages.Count * (0.35 + (_chance.NextDouble() * 0.3))));
        if (_chance.Next(2) == 0) return passages[..keep];
        var kept = Enumerable.Range(1, passages.Count - 1).ToArray();
        _chance.Shuffle(kept);
        return [passages[0], .. kept.Take(keep - 1).Order().Select(n => passages[n])];
    }

    private void Send(Told told, int source, List<string> passages, string headline, double at, Relation? truth, string how, int? other = null)
    {
        var tongue = told.Occasion.Tongue;
        var place = told.Occasion.Facts["place"];
        List<string> sent = [.. passages];
        sent[0] = Opening(tongue, place, source) + sent[0];
        if (_chance.Next(2) == 0) sent.Add(tongue.Boilerplate[source % tongue.Boilerplate.Length]);
        if (_chance.Next(2) == 0) sent.Add(Closing(tongue, source));
        var html = _chance.Next(3) > 0;
        var body = html ? string.Concat(sent.Select(passage => $"<p>{WebUtility.HtmlEncode(passage)}</p>\n")) : string.Join("\n\n", sent);
        var guid = $"urn:bench:{_guid++}";
        var mark = LeadMark.Read(headline, out headline) is [var first, ..] ? first : null;
        _items.Add((at, new Labelled(new NewsItem
        {
            Uri = guid,
            Headline = headline,
            LeadMark = mark,
            Summary = passages[0],
            Language = tongue.Code,
            Body = new NewsBody(body, html ? BodyKind.Html : BodyKind.Text),
        }, source, told.Story, truth, truth is null || at > told.At)
        { Other = other, How = how }));
    }

    private string Opening(Tongue tongue, string place, int source) => source switch
    {
        0 => $"{(tongue.Gap.Length > 0 ? place.ToUpperInvariant() : place)}, Nov {_chance.Next(1, 29)} (Tidewire) - ",
        1 => $"{place.ToUpperInvariant()} (NLN) — ",
        2 => "LAKES NEWS (Lakes News and Features Network)- ",
        3 => "Porter/ ",
        4 => "(nln tid) ",
        5 => tongue.Code == "zh" ? $"【{place}电】" : $"{place.ToUpperInvariant()} – ",
        _ => "",
    };

    private static string Closing(Tongue tongue, int source) => source switch
    {
        0 => "(Reporting by R. Porter; Editing by M. Quay)",
        1 => "Contact: desk@nln.example, www.nln.example",
        2 => "© Lakes News. All rights reserved.",
        3 => tongue.Code switch { "ar" => "المصدر: بورتر", "zh" => "来源:波特社", "fr" => "Source : Porter", _ => "Source: Porter" },
        _ => "--tid",
    };
}
