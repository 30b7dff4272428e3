using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>What administrators and moderators set for the whole house; one row, and none while all is as the program comes.</summary>
public sealed class ScreeningSettings
{
    public const int OnlyRow = 1;
    public const double UsualHold = 0.95, LowestHold = 0.5, HighestHold = 0.999;
    public const int UsualTarget = 60, LongestTarget = 7 * 24 * 60;
    public const int LongestAddress = 500;
    public const int LongestSecret = 200;
    public const int LongestPlaces = 300;
    public static readonly ScreeningSettings Usual = new();

    public int Id { get; init; } = OnlyRow;

    /// <summary>The filter learns, and holds nothing.</summary>
    public bool FilterOff { get; set; }

    /// <summary>From this likelihood of spam on a reply waits.</summary>
    public double FilterHolds { get; set; } = UsualHold;

    /// <summary>So many minutes a reply should wait at most.</summary>
    public int TargetMinutes { get; set; } = UsualTarget;

    /// <summary>Where a check by Akismet's protocol is asked; null: nowhere.</summary>
    public string? AkismetUrl { get; set; }

    /// <summary>Hidden under the house's keys, like the other secret.</summary>
    public string? AkismetKey { get; set; }

    public string? WebhookUrl { get; set; }

    public string? WebhookSecret { get; set; }

    /// <summary>Inner hosts that the two may have: "127.0.0.1:8080, checks.internal:443".</summary>
    public string? PrivatePlaces { get; set; }

    public int Version { get; set; } = 1;
}

/// <summary>The settings changed.</summary>
public sealed record ScreeningSettingsChanged : Fact
{
    public override IEnumerable<string> Subjects => [];
}

/// <summary>The settings, in memory.</summary>
internal sealed class CurrentSettings(DatelineDbFactory databases, NodeJournal journal)
{
    private readonly Kept<ScreeningSettings> _settings = new(databases, journal, fact => fact is ScreeningSettingsChanged,
        async db => await db.Set<ScreeningSettings>().SingleOrDefaultAsync() ?? ScreeningSettings.Usual);

    public Task<ScreeningSettings> Now(CancellationToken cancel) => _settings.Value(cancel);
}
