using System.Globalization;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>/desk/replies/filter: what the filter has learned, and how much it may do.</summary>
internal static class FilterRoute
{
    private const int Shown = 40;

    /// <summary>Words of fewer replies say nothing to whoever reads the list.</summary>
    private const int FewestReplies = 3;

    public static async Task<IResult> Get(string? said, Editor editor, DatelineDb db, Register register, FilterMemory memory, CurrentSettings settings, TimeProvider clock, CancellationToken cancel)
    {
        var known = await memory.Words(clock.Now(), cancel);
        var all = known.GetValueOrDefault("") ?? new FilterWord { Word = "" };
        var words = known.Values.Where(word => word.Word.Length > 0 && word.Spam + word.Ham >= FewestReplies)
            .Select(word => new LearnedWord(word.Word, word.Spam, word.Ham, FilterPhase.Weight(word, all))).ToList();
        return new StaffPage<FilterPage>(new()
        {
            [nameof(FilterPage.Editor)] = editor,
            [nameof(FilterPage.Book)] = await register.Book(cancel),
            [nameof(FilterPage.Spam)] = all.Spam,
            [nameof(FilterPage.Ham)] = all.Ham,
            [nameof(FilterPage.Known)] = Math.Max(0, known.Count - 1),
            // A word that never stood in spam speaks for nothing but how little was learned: half a reply on each side makes such words look telling while one side is small.
            [nameof(FilterPage.MostSpam)] = words.Where(word => word is { Weight: > 0, Spam: > 0 }).OrderByDescending(word => word.Weight).Take(Shown).ToList(),
            [nameof(FilterPage.MostHam)] = words.Where(word => word is { Weight: < 0, Ham: > 0 }).OrderBy(word => word.Weight).Take(Shown).ToList(),
            [nameof(FilterPage.Settings)] = await settings.Now(cancel),
            [nameof(FilterPage.Retraining)] = await db.Set<FilterRetraining>().OrderByDescending(row => row.Id).FirstOrDefaultAsync(cancel),
            [nameof(FilterPage.Flash)] = said switch { "set" => N("Set."), "anew" => N("It learns anew; that takes a while, and meanwhile it holds less."), "busy" => N("It is learning anew already."), "holds" => N("Give a share between 50 and 99.9 %."), _ => null },
            [nameof(FilterPage.Now)] = clock.Now(),
        });
    }

    // POST /desk/replies/filter
    public static async Task<IResult> Set(FormFields fields, Editor editor, Writes writes, TimeProvider clock, CancellationToken cancel)
    {
        if (!double.TryParse(TypedNumber.Plain(fields["holds"]), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) || percent is < 100 * ScreeningSettings.LowestHold or > 100 * ScreeningSettings.HighestHold
            || !int.TryParse(TypedNumber.Plain(fields["target"]), NumberStyles.None, CultureInfo.InvariantCulture, out var target) || target is < 1 or > ScreeningSettings.LongestTarget)
            return new SeeOther("/desk/replies/filter?said=holds");
        var position = await writes.Run((db, stop) => SettingsChanges.Change(db, settings =>
            (settings.FilterOff, settings.FilterHolds, settings.TargetMinutes) = (!fields.Has("on"), percent / 100, target), "filter", editor, clock.Now(), stop), cancel);
        return new SeeOther("/desk/replies/filter?said=set", position, asCookie: true);
    }

    // POST /desk/replies/filter/anew
    public static async Task<IResult> Anew(Editor editor, Writes writes, TimeProvider clock, CancellationToken cancel)
    {
        var now = clock.Now();
        var written = await writes.Run(async (db, stop) =>
        {
            if (!await FilterRetraining.Start(db, editor.Id, now, stop)) return false;
            db.Add(new ModerationAct { Id = Guid.CreateVersion7(now), At = now, By = editor.Id, Act = "filter-anew", About = "filter" });
            return true;
        }, cancel);
        return new SeeOther($"/desk/replies/filter?said={(written.Value ? "anew" : "busy")}", written.Position, asCookie: true);
    }
}

/// <summary>A word and in how many replies of each kind it stood.</summary>
/// <param name="Weight">The logarithm of how much likelier it is in spam.</param>
public sealed record LearnedWord(string Word, int Spam, int Ham, double Weight);

/// <summary>Changes the one row of settings, within a write.</summary>
internal static class SettingsChanges
{
    public static async Task Change(DatelineDb db, Action<ScreeningSettings> change, string what, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        var settings = await db.Set<ScreeningSettings>().AsTracking().SingleOrDefaultAsync(cancel) ?? db.Add(new ScreeningSettings()).Entity;
        change(settings);
        settings.Version++;
        db.Add(new ModerationAct
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            By = by.Id,
            Act = "settings",
            About = what,
            Terms = System.Text.Json.JsonSerializer.Serialize(new { settings.FilterOff, settings.FilterHolds, settings.TargetMinutes, settings.AkismetUrl, settings.WebhookUrl, settings.PrivatePlaces }, JsonColumn.Options), // no secret
        });
        db.Journal.Add(new ScreeningSettingsChanged());
    }
}
