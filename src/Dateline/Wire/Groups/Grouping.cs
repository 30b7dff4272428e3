using Dateline.Formats;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire.Groups;

/// <summary>
/// Puts what a batch brought into groups of one story each, within the batch's own write. What it reads is bounded by the
/// batch: neither the archive nor a paragraph that all the world repeats makes it slower. Placing the same again changes
/// nothing. Which items are together doesn't depend on the order in which they came, but for two things that are learned as
/// texts come: what is background, and which of several stories of one event was first.
/// </summary>
internal sealed class Grouping(DatelineDb db, DateTimeOffset now, ForeseenTraces? foreseen = null)
{
    /// <summary>With less of its own a text is compared whole: it would be like everything.</summary>
    private const int LeastForeground = 20;

    private readonly Dictionary<Guid, Noted> _noted = [];
    private readonly Trails _trails = new(db);
    private FreshTraces? _fresh;

    /// <summary>An item that is new or has a new text.</summary>
    /// <param name="fingerprint">Of its text; null when there is too little of it.</param>
    public void Note(WireItem item, NewsItem news, Fingerprint? fingerprint)
    {
        if (fingerprint is { } print) _noted[item.Id] = new Noted(item, print, news.LeadMark is { Kind: LeadKind.Update or LeadKind.Correction or LeadKind.Refile or LeadKind.Repeat or LeadKind.Take });
    }

    public async Task Place(CancellationToken cancel)
    {
        if (_noted.Count == 0) return;
        _fresh = await FreshTraces.Open(db, cancel);
        await ForgetEarlier(cancel);
        await _trails.Find([.. _noted.Values.Select(noted => noted.Fingerprint)], Since(now), _fresh, foreseen, cancel);
        var prints = new List<Print>(_noted.Count);
        foreach (var noted in _noted.Values)
        {
            var print = await Place(noted, cancel);
            noted.Item.Words = print.Words;
            prints.Add(print);
            print.Text.Traces = [.. _trails.Add(print, noted.Fingerprint)];
        }
        _noted.Clear();
        await ManyRows.Insert(db, prints, cancel);
        await ManyRows.Insert(db, [.. prints.Select(print => print.Text)], cancel);
        if (_fresh is not null)
        {
            await _fresh.Add(db, prints, cancel);
            return;
        }
        var traces = prints.SelectMany(print => print.Text.Traces.Select(key => new PrintTrace { Key = key, Print = print.Number })).ToList();
        traces.Sort((a, b) => a.Key.CompareTo(b.Key)); // in the order of their tree
        await ManyRows.Insert(db, traces, cancel);
    }

    /// <summary>Prints from here on are compared with.</summary>
    public static long Since(DateTimeOffset now) => PrintNumber.At(now - PrintRetention.Window);

    /// <summary>The prints of earlier texts of these items.</summary>
    private async Task ForgetEarlier(CancellationToken cancel)
    {
        var changed = _noted.Values.Where(noted => noted.Item.Number > 1).Select(noted => noted.Item.Id).ToList();
        if (changed.Count == 0) return;
        var earlier = await db.Set<Print>().Where(print => changed.Contains(print.ItemId)).Select(print => new { print.Number, print.Text.Traces }).ToListAsync(cancel);
        if (earlier.Count == 0) return;
        await PrintRetention.Forget(db, [.. earlier.Select(print => print.Number)], [.. earlier.SelectMany(print => print.Traces)], cancel);
        foreach (var print in earlier) _fresh?.Forget(print.Number);
    }

    private async Task<Print> Place(Noted noted, CancellationToken cancel)
    {
        var (item, fingerprint) = (noted.Item, noted.Fingerprint);
        var background = _trails.BackgroundOf(fingerprint);
        var foreground = fingerprint.Shingles(background);
        var print = new Print
        {
            Number = _fresh?.Next(now) ?? PrintNumber.Next(now),
            ItemId = item.Id,
            GroupId = item.GroupId ?? item.Id,
            Marked = noted.Marked,
            Words = fingerprint.Words,
            Exact = fingerprint.Exact,
        };
        print.Text = new PrintText
        {
            Number = print.Number,
            Shingles = foreground.Length >= LeastForeground ? foreground : fingerprint.Shingles([]),
            Lead = fingerprint.Lead(),
            Facts = fingerprint.Facts(background),
        };
        var (behind, everyday, titled) = (Sorted.Distinct([.. background.SelectMany(part => fingerprint.Parts[part])]), _trails.EverydayOf(fingerprint), _trails.SameHeadline(fingerprint));
        var kin = new List<(Print Of, Kinship Kinship)>();
        foreach (var other in _trails.Candidates(fingerprint))
            if (Kinship.Of(print, other, behind, everyday, titled.Contains(other.Number) && (print.Marked || other.Marked)) is { } kinship) kin.Add((other, kinship));

        var close = kin.Where(one => one.Kinship.Relation != Relation.SameEvent)
            .OrderBy(one => one.Kinship.Relation != Relation.Exact).ThenByDescending(one => one.Kinship.Shared).ThenByDescending(one => one.Of.Words).ThenBy(one => one.Of.Number).ToList();
        if (close is [var best, ..] && !(item.Number == 1 && IsMixed(print, best.Of, best.Kinship.Relation)))
        {
            item.Relation = best.Kinship.Relation;
            print.Loose = best.Of.Loose;
            await Join(print, best.Of.GroupId, item.Number == 1, cancel);
            // What is close to two groups shows that they are one, if they say so themselves: not a round-up that holds two stories.
            foreach (var (other, _) in close.Where(one => !one.Of.Loose && Facts.Of(one.Of.Text.Facts, best.Of.Text.Facts, everyday).TellOneEvent)) await Join(print, other.GroupId, item.Number == 1, cancel);
        }
        else if (item.Number == 1 && kin.Where(one => !one.Of.Loose).OrderByDescending(one => one.Kinship.Shared).ThenBy(one => one.Of.Number).FirstOrDefault().Of is { } told)
        {
            (item.Relation, print.Loose) = (Relation.SameEvent, true);
            await Join(print, told.GroupId, isNew: true, cancel);
        }
        item.GroupId = print.GroupId;
        return print;

        // A part of it stands in another story too, and the two don't tell of one event: no cut of one of them, but a round-up of both.
        bool IsMixed(Print print, Print one, Relation relation) => relation != Relation.Exact && !print.Marked && !one.Loose
            && kin.Any(other => !other.Of.Loose && other.Of.GroupId != one.GroupId && other.Kinship.Shared >= LeastForeground && !Facts.Of(other.Of.Text.Facts, one.Text.Facts, everyday).TellOneEvent);
    }

    /// <summary>The earlier of two groups stays; the other's members come over.</summary>
    private async Task Join(Print print, Guid group, bool isNew, CancellationToken cancel)
    {
        if (print.GroupId == group) return;
        if (isNew && print.GroupId == print.ItemId)
        {
            print.GroupId = group;
            return;
        }
        var (stays, goes) = print.GroupId.CompareTo(group) < 0 ? (print.GroupId, group) : (group, print.GroupId);
        print.GroupId = stays;
        await db.Set<WireItem>().Where(item => item.GroupId == goes).ExecuteUpdateAsync(set => set.SetProperty(item => item.GroupId, stays), cancel);
        await db.Set<Print>().Where(other => other.GroupId == goes).ExecuteUpdateAsync(set => set.SetProperty(other => other.GroupId, stays), cancel);
        foreach (var item in db.Set<WireItem>().Local.Where(item => item.GroupId == goes)) item.GroupId = stays;
        _trails.Move(goes, stays);
    }

    private sealed record Noted(WireItem Item, Fingerprint Fingerprint, bool Marked);
}
