using System.Text.Json;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>The rules of one scope as somebody wants them. What is null the wider scope says.</summary>
public sealed record RuleDraft(DiscussionMode? Mode, int? FirstHeld, int? CloseAfterDays, int? SlowSeconds, int? CoolMinutes, int? MostLinks)
{
    public const int MostFirstHeld = 50, MostDays = 3_650, MostSlowSeconds = 86_400, MostCoolMinutes = 7 * 24 * 60, MostOfLinks = 50;

    public static readonly RuleDraft Nothing = new(null, null, null, null, null, null);

    public bool IsEmpty => this == Nothing;
}

/// <summary>Changes the discussion rules of a scope, within a write; what held before goes into the log.</summary>
internal static class DiscussionRuleChanges
{
    /// <param name="version">Of the rule that was looked at; 0: there was none.</param>
    public static async Task<Refusal?> Change(DatelineDb db, string scope, RuleDraft draft, int version, string? note, Editor by, DateTimeOffset now, CancellationToken cancel)
    {
        if (await Named(db, scope, cancel) is null) return new("scope", T("There is no such edition, source or story."));
        var rule = await db.Set<DiscussionRule>().AsTracking().FirstOrDefaultAsync(one => one.Scope == scope, cancel);
        if ((rule?.Version ?? 0) != version) return new("", T("Somebody else changed these rules meanwhile. Look at them again."));
        var before = Said(rule);
        if (rule is null) db.Add(rule = new DiscussionRule { Scope = scope });
        else rule.Version++;
        (rule.Mode, rule.FirstHeld, rule.CloseAfterDays, rule.SlowSeconds, rule.MostLinks) = (draft.Mode, draft.FirstHeld, draft.CloseAfterDays, draft.SlowSeconds, draft.MostLinks);
        rule.CoolUntil = draft.CoolMinutes switch { null => rule.CoolUntil > now ? rule.CoolUntil : null, 0 => null, var minutes => now.AddMinutes(minutes.Value) };
        (rule.By, rule.At) = (by.Id, now);
        db.Add(new ModerationAct
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            By = by.Id,
            Act = "mode",
            About = scope,
            Terms = JsonSerializer.Serialize(new { before, now = Said(rule) }, JsonColumn.Options),
            Note = note,
        });
        db.Journal.Add(rule.Changed());
        await DiscussionClock.Start(db, now, cancel);
        return null;
    }

    /// <summary>What a scope is called; null when there is none.</summary>
    public static async Task<string?> Named(DatelineDb db, string scope, CancellationToken cancel) => scope.Split(':') switch
    {
        [DiscussionRule.Site] => T("The whole site"),
        ["edition", var code] => await db.Editions.Where(edition => edition.Code == code).Select(edition => edition.Name).FirstOrDefaultAsync(cancel),
        ["source", var id] when Guid.TryParseExact(id, "N", out var source) => await db.Sources.Where(one => one.Id == source).Select(one => one.Name).FirstOrDefaultAsync(cancel),
        ["story", var key] => await db.Set<Story>().Where(story => story.Key == key).Select(story => story.Headline).FirstOrDefaultAsync(cancel),
        _ => null,
    };

    private static object? Said(DiscussionRule? rule) => rule is null ? null
        : new { mode = rule.Mode?.ToString(), rule.FirstHeld, rule.CloseAfterDays, rule.SlowSeconds, rule.CoolUntil, rule.MostLinks };
}
