using System.Buffers;

namespace Dateline.Formats.InText;

/// <summary>What lead marks mean for an item: its signals, its urgency, whether it may be published at all.</summary>
internal static class HandlingMarks
{
    public const string Correction = "sig:correction";
    private const string Update = "sig:update";

    private const int LongestNote = 290;

    public const string HeldWithoutEnd = "The end of the embargo could not be read: the item is held with no time known.";

    // How much of a text is looked at for the word, how many lines may stand above it, and how long they are.
    private const int EmbargoReach = 1000;
    private const int BlocksAbove = 8;
    private const int BlocksAboveKill = 3;
    private const int LongestAbove = 120;
    private const int LongestLabel = 40;

    // TT, EFE, /ritzau/: below a note to editors that is all there is.
    private const int LongestSignature = 20;

    private static readonly string[] NotesToEditors = ["Eds:", "EDS:", "Eds.:", "Editors:", "EDITORS:", "(Eds:", "Ed:", "Attention editors", "ATTENTION EDITORS", "ATTENTION - ", "Note to editors:", "NOTE TO EDITORS", "Notice to editors:", "NOTICE TO EDITORS", "Till red:", "TILL RED:", "Til red:", "TIL RED:", "Till redaktionen:", "Till redaktionerna:", "Til redaktionen:", "Til redaksjonen:", "Nota a los editores:", "Nota a los abonados:"];

    private static readonly SearchValues<char> Openings = SearchValues.Create([.. NotesToEditors.Select(note => note[0])]);

    // What a text is called above it, in a line of its own.
    private static readonly string[] Advisories = ["Media advisory", "MEDIA ADVISORY", "Media Advisory", "Press advisory", "PRESS ADVISORY", "Press Advisory", "News Advisory", "NEWS ADVISORY", "Presseeinladung", "PRESSEEINLADUNG", "Invitation presse", "INVITATION PRESSE", "Convocatoria de prensa", "CONVOCATORIA DE PRENSA", "Invito stampa", "INVITO STAMPA", "Pressinbjudan", "Presseinvitasjon"];

    /// <param name="item">The item.</param>
    /// <param name="own">How who sent the item calls itself.</param>
    /// <param name="isBritish">Whether who sent it writes an hour without a zone on the clock of London, as PA does.</param>
    public static NewsItem Apply(NewsItem item, List<string> own, bool isBritish)
    {
        item = HeadlineNotes.Apply(WithoutEmbargoWords(item, isBritish), own);

        // The slugline is the sender's working title and stays as it was sent.
        var headline = item.Headline;
        IReadOnlyList<LeadMark> inHeadline = headline is null ? [] : LeadMark.Read(headline, out headline);
        if (headline is not null && GenreMarks.Read(headline, out headline) is { } genre)
        {
            item = item with { Headline = headline, Genres = item.Genres.Contains(genre, StringComparer.OrdinalIgnoreCase) ? item.Genres : [.. item.Genres, genre] };
            inHeadline = [.. inHeadline, .. LeadMark.Read(headline, out headline)];
        }

        IReadOnlyList<LeadMark> inSlugline = item.Slugline is null ? [] : LeadMark.Read(item.Slugline, out _);
        if (inHeadline.Count > 0 || inSlugline.Count > 0 || item.LeadMark is not null)
        {
            LeadMark[] marks = item.LeadMark is { } sent ? [sent, .. inHeadline, .. inSlugline] : [.. inHeadline, .. inSlugline];
            item = item with { Headline = headline, LeadMark = item.LeadMark ?? Leading(marks) };
            foreach (var mark in marks) item = Mean(item, mark);
            if (Array.Exists(marks, mark => mark.Kind == LeadKind.Advisory) && IsWithdrawn(item)) item = Canceled(item);
        }

        if (item.Signals.Count > 0) item = Signaled(item);
        item = WithoutNotes(item);

        // Whatever said that it is canceled: a field, a signal, a word.
        return item is { Status: PubStatus.Canceled, Publishable: true } ? item with { Publishable = false } : item;
    }

    /// <summary>The embargo of the fields with what is said in words: a time that is known stays, one that isn't is filled.</summary>
    public static Embargo? Held(Embargo? embargo, EmbargoTime? said, DateTimeOffset? made, TimeSpan? clock) =>
        said is not { } end || embargo is { Until: not null } ? embargo : new Embargo(end.Instant(made, clock));

    // Nearly no item has a word of an embargo anywhere; the others are read in a method of their own, whose many locals cost.
    private static NewsItem WithoutEmbargoWords(NewsItem item, bool isBritish) => MayBeHeld(item) ? Held(item, isBritish) : item;

    private static bool MayBeHeld(NewsItem item)
    {
        if ((item.Headline is { } headline && EmbargoWords.MayBe(headline)) || (item.Slugline is { } slugline && EmbargoWords.MayBe(slugline))) return true;
        if (item.Body is { } body && (MayBeAbove(body.Content) || (body.Content.Length > EmbargoReach && EmbargoWords.MayBe(body.Content.AsSpan(body.Content.Length - EmbargoReach))))) return true;
        return item.Summary is { } summary && summary != item.Body?.Content && MayBeAbove(summary);
    }

    // Before a headline and above a text; of both it is no part.
    private static NewsItem Held(NewsItem item, bool isBritish)
    {
        EmbargoTime? said = null;
        if (item.Headline is { } headline && EmbargoWords.InHeadline(headline, out var isBehind) is { } mark)
        {
            said = mark.Time;
            item = item with { Headline = isBehind ? headline[..^mark.Length].TrimEnd() : headline[mark.Length..] };
        }

        if (item.Slugline is { } slugline && EmbargoWords.InHeadline(slugline, out _) is { } working) said ??= working.Time;
        var mayBeAbove = item.Body is { } opening && MayBeAbove(opening.Content);
        EmbargoTime end = default;
        if (mayBeAbove && AboveText(item.Body!, out end) is { } cut)
        {
            said = said is { } known && known.IsTime ? known : end;
            item = item with { Body = cut };
        }

        if (item.Summary is { Length: > 0 } summary && MayBeAbove(summary) && AboveText(new NewsBody(summary, BodyKind.Text), out end) is { } rest)
        {
            said ??= end;
            item = item with { Summary = rest.Content };
        }

        // Within a text and below it only a moment counts that is said in full.
        if (said is not { IsTime: true } && item.Body is { Content.Length: > 0 } text && EmbargoNotes.Read(text, mayBeAbove, EmbargoReach, out var without) is { } noted)
        {
            said = noted;
            item = item with { Body = without };
            if (item.Summary is { Length: > 0 } lead && EmbargoNotes.Read(new NewsBody(lead, BodyKind.Text), MayBeAbove(lead), EmbargoReach, out var bare) is not null) item = item with { Summary = bare.Content.Trim() };
        }

        if (said is null) return item;
        if (isBritish) said = said.Value.InLondon();
        item = item with { Embargo = Held(item.Embargo, said, item.VersionCreated ?? item.Updated ?? item.Published ?? item.FirstCreated, item.SenderClock) };
        return item.Embargo is { Until: null } ? item with { Repairs = [.. item.Repairs, HeldWithoutEnd] } : item;
    }

    private static bool MayBeAbove(string text) => EmbargoWords.MayBe(text.AsSpan(0, Math.Min(text.Length, EmbargoReach)));

    // The text without the line; the text itself where there is nothing but the line.
    private static NewsBody? AboveText(NewsBody body, out EmbargoTime end)
    {
        end = default;
        Span<char> chars = stackalloc char[LongestNote + 10];
        Span<long> places = stackalloc long[LongestNote + 11];
        var run = new TextRun(chars, places);
        for (int at = 0, block = 0; block < BlocksAbove && run.Next(body, ref at); block++)
        {
            if (EmbargoWords.InLine(run.Text) is not { } said)
            {
                // Only what is short stands above a text.
                if (run.Text.Length > LongestAbove) return null;
                continue;
            }

            end = said;
            var (from, to) = (run.Place(0), run.Place(run.Text.Length));

            // The label in one cell or line, the time in the next.
            if (!said.IsTime && run.Text.Length < LongestLabel && run.Next(body, ref at) && EmbargoTime.Whole(run.Text) is { } below)
            {
                end = below;
                body = BodyCut.Cut(body, run.Place(0), run.Place(run.Text.Length));
            }

            var cut = BodyCut.Cut(body, from, to);
            return string.IsNullOrWhiteSpace(cut.Content) ? body : cut.Kind == BodyKind.Text ? cut with { Content = cut.Content.TrimStart() } : cut;
        }

        return null;
    }

    // A signal means what its code says, whoever's vocabulary it is from.
    private static NewsItem Signaled(NewsItem item)
    {
        var kept = item.Signals;
        foreach (var signal in item.Signals)
        {
            switch (signal[(signal.LastIndexOfAny([':', '/']) + 1)..].ToLowerInvariant())
            {
                case "kill" or "killed" or "cancel" or "canceled" or "cancelled" or "withdraw" or "withdrawn" or "retract" or "retraction":
                    item = Canceled(item);
                    break;
                case "withhold" or "withheld" when item.Status == PubStatus.Usable:
                    item = item with { Status = PubStatus.Withheld };
                    break;
                case "correction" or "corrected" or "corrective":
                    item = With(item, Correction);
                    break;
                case "update" or "updated":
                    item = With(item, Update);
                    break;
            }
        }

        // A word without a vocabulary is said once, with it.
        var bare = kept.Where(signal => signal.ToLowerInvariant() is "correction" or "update").ToList();
        return bare.Count == 0 ? item : item with { Signals = [.. item.Signals.Except(bare)] };
    }

    /// <summary>The mark that orders the versions: a numbered one before one that only hurries.</summary>
    private static LeadMark Leading(LeadMark[] marks) =>
        Array.Find(marks, mark => mark.Kind == LeadKind.Kill) ?? Array.Find(marks, mark => mark.Kind is LeadKind.Update or LeadKind.Take) ?? Array.Find(marks, mark => mark.Kind is not (LeadKind.Urgent or LeadKind.Flash)) ?? marks[0];

    /// <summary>The item with what a mark says of it.</summary>
    public static NewsItem Mean(NewsItem item, LeadMark mark) => mark.Kind switch
    {
        LeadKind.Correction or LeadKind.Refile => With(item, Correction),
        LeadKind.Update => With(item, Update),
        LeadKind.Flash => item with { Urgency = item.Urgency ?? 1 },
        LeadKind.Urgent => item with { Urgency = item.Urgency ?? 2 },
        LeadKind.Advisory => item with { Publishable = false },
        LeadKind.Kill => Canceled(item),
        _ => item,
    };

    public static NewsItem With(NewsItem item, string signal) => item.Signals.Contains(signal) ? item : item with { Signals = [.. item.Signals, signal] };

    // The first line of some texts is for editors: out it goes, and says what it says.
    private static NewsItem WithoutNotes(NewsItem item) => item.Body is { Content.Length: > 0 } body ? WithoutNotes(item, body) : item;

    private static NewsItem WithoutNotes(NewsItem item, NewsBody body)
    {
        Span<char> chars = stackalloc char[LongestNote + 10];
        Span<long> places = stackalloc long[LongestNote + 11];
        var run = new TextRun(chars, places);
        var at = 0;
        if (!run.Next(body, ref at)) return item;
        var note = run.Text;
        if (CorrectionNote.Is(note)) item = With(item, Correction);
        if (IsKill(note) || (!HasBegun(note) && IsKillIn(body, at, BlocksAboveKill - 1))) return Canceled(item);
        if (note.StartsWith("ATTENTION - ", StringComparison.Ordinal) && note[..Math.Min(note.Length, 60)].Contains("ANNULATION", StringComparison.OrdinalIgnoreCase)) return Canceled(item);
        if (note.Length < LongestLabel && Advisories.Contains(note.Trim(" *:").ToString(), StringComparer.Ordinal)) return item with { Publishable = false };
        if (!IsNote(note) || note.Length > LongestNote) return item;
        if (note.Contains("correct", StringComparison.OrdinalIgnoreCase) || note.Contains("corrig", StringComparison.OrdinalIgnoreCase) || note.Contains("rectif", StringComparison.OrdinalIgnoreCase) || note.Contains("rättel", StringComparison.OrdinalIgnoreCase) || note.Contains("rettel", StringComparison.OrdinalIgnoreCase)) item = With(item, Correction);
        else if (note.Contains("updat", StringComparison.OrdinalIgnoreCase) || note.Contains("recast", StringComparison.OrdinalIgnoreCase) || note.Contains("adds", StringComparison.OrdinalIgnoreCase)) item = With(item, Update);
        body = BodyCut.Cut(body, run.Place(0), run.Place(note.Length));

        // A text that is nothing else is for nobody else.
        at = 0;
        return item with { Body = body, Publishable = item.Publishable && run.Next(body, ref at) && (run.Text.Length > LongestSignature || TextRun.IsAnyIn(body, at)) };
    }

    // Once the text has begun, whoever says it there is quoted.
    private static bool HasBegun(ReadOnlySpan<char> block) =>
        block.Length > LongestAbove || (block.Length > LongestLabel && block[^1] is '.' or '!' or '?' or '”' or '»' or '。');

    private static bool IsKill(ReadOnlySpan<char> block) => KillWords.Opens(block) || KillWords.IsLine(block);

    // A headline may be repeated above it, or who speaks.
    private static bool IsKillIn(NewsBody body, int at, int blocks)
    {
        Span<char> chars = stackalloc char[LongestNote + 10];
        Span<long> places = stackalloc long[LongestNote + 11];
        var run = new TextRun(chars, places);
        for (var block = 0; block < blocks && run.Next(body, ref at); block++)
        {
            if (IsKill(run.Text)) return true;
            if (HasBegun(run.Text)) return false;
        }

        return false;
    }

    // ADVISORY-Story on ferry withdrawn.
    private static bool IsWithdrawn(NewsItem item)
    {
        if (item.Headline is { } headline && headline.AsSpan().TrimEnd(" .!").EndsWith(" withdrawn", StringComparison.OrdinalIgnoreCase)) return true;
        return (item.Body ?? (item.Summary is { } summary ? new NewsBody(summary, BodyKind.Text) : null)) is { } body && IsKillIn(body, 0, BlocksAboveKill);
    }

    private static NewsItem Canceled(NewsItem item) => item with { Status = PubStatus.Canceled, Publishable = false };

    private static bool IsNote(ReadOnlySpan<char> text)
    {
        // PA: Correction: in TRANSPORT Ferries please note that … A corrected repetition follows.
        if (text.StartsWith("Correction: ", StringComparison.OrdinalIgnoreCase) && (text.Contains("corrected repetition", StringComparison.OrdinalIgnoreCase) || text.Contains("corrected version follows", StringComparison.OrdinalIgnoreCase))) return true;
        if (!Openings.Contains(text[0])) return false;
        foreach (var opening in NotesToEditors)
            if (text.StartsWith(opening, StringComparison.Ordinal)) return true;

        return false;
    }
}
