using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Editions;

/// <summary>What became of a change to the house: kept, refused with reasons, or somebody else was quicker.</summary>
internal sealed record HouseOutcome(IReadOnlyList<Refusal> Refusals, bool Conflict = false)
{
    public static readonly HouseOutcome Kept = new([]);

    public bool Done => Refusals.Count == 0 && !Conflict;

    public static HouseOutcome Refused(string field, string sentence) => new([new Refusal(field, sentence)]);
}

/// <summary>Adds and changes editions, within a write. The fact drops every page: an edition stands on all of them.</summary>
internal static class EditionChanges
{
    public const int Most = 50;

    public static async Task<HouseOutcome> Add(DatelineDb db, EditionDraft draft, CancellationToken cancel)
    {
        if (draft.Check() is { Count: > 0 } wrong) return new HouseOutcome(wrong);
        if (await db.Editions.AnyAsync(edition => edition.Code == draft.Code, cancel)) return HouseOutcome.Refused("code", T("There is an edition with this word already."));
        if (await db.Editions.CountAsync(cancel) >= Most) return HouseOutcome.Refused("code", T("A house has up to {0} editions.", Most));

        var language = EditionDraft.LanguageOf(draft.Language)!;
        db.Add(new Edition { Code = draft.Code, Name = NameOf(draft, language), Language = language, TimeZone = draft.TimeZone, Position = draft.Position, Style = draft.Style });
        db.Journal.Add(new HouseChanged());
        return HouseOutcome.Kept;
    }

    /// <param name="version">The version the draft was written on.</param>
    public static async Task<HouseOutcome> Change(DatelineDb db, EditionDraft draft, int version, CancellationToken cancel)
    {
        if (draft.Check() is { Count: > 0 } wrong) return new HouseOutcome(wrong);
        if (await db.Editions.AsTracking().FirstOrDefaultAsync(edition => edition.Code == draft.Code, cancel) is not { } edition)
            return HouseOutcome.Refused("code", T("There is no such edition."));
        if (edition.Version != version) return new HouseOutcome([], Conflict: true);

        edition.Language = EditionDraft.LanguageOf(draft.Language)!;
        edition.Name = NameOf(draft, edition.Language);
        edition.TimeZone = draft.TimeZone;
        edition.Position = draft.Position;
        edition.Style = draft.Style with { Logo = edition.Style.Logo };
        edition.Version++;
        db.Journal.Add(new HouseChanged());
        return HouseOutcome.Kept;
    }

    private static string NameOf(EditionDraft draft, string language) => draft.Name.Trim() is { Length: > 0 } name ? name : EditionDraft.LanguageName(language);
}
