using System.Globalization;

namespace Dateline.Stories;

/// <summary>One newspaper of the house: a language, a time zone and a house style.</summary>
public sealed class Edition
{
    /// <summary>Its word in addresses: "en".</summary>
    public required string Code { get; init; }

    /// <summary>As readers see it in the switcher: "English", "العربية".</summary>
    public required string Name { get; set; }

    /// <summary>BCP 47.</summary>
    public required string Language { get; set; }

    /// <summary>IANA name, "Europe/Paris".</summary>
    public required string TimeZone { get; set; }

    public int Position { get; set; }

    public required HouseStyle Style { get; set; }

    public int Version { get; set; } = 1;

    public string Direction => CultureInfo.GetCultureInfo(Language).TextInfo.IsRightToLeft ? "rtl" : "ltr";

    public string Path => "/" + Code;

    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone);

    /// <summary>
    /// The instant that a clock on the wall here shows. Where it shows it twice, the later one: an embargo holds
    /// rather too long; where it never does, as if the clocks had not been put forward yet.
    /// </summary>
    public DateTimeOffset Instant(DateTime wall) => new DateTimeOffset(wall, Zone.GetUtcOffset(wall)).ToUniversalTime();

    /// <summary>When the next day begins here.</summary>
    public DateTimeOffset Midnight(DateTimeOffset now) => Instant(Local(now).Date.AddDays(1));

    private TimeZoneInfo Zone => TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out var zone) ? zone : TimeZoneInfo.Utc;
}

/// <summary>How the agency signs in this edition.</summary>
public sealed record HouseStyle
{
    /// <summary>"SHAFAQNA".</summary>
    public required string ShortName { get; init; }

    /// <summary>"Shia International News Association".</summary>
    public required string FullName { get; init; }

    public string? Tagline { get; init; }

    /// <summary>
    /// What opens the text: <c>{short}</c>, <c>{full}</c>, <c>{place}</c> and <c>{date}</c> are filled in; a part in
    /// square brackets is left out when a name in it is empty: "{short} ({full})[, {place}]- ".
    /// </summary>
    public string DatelinePattern { get; init; } = "{short} ({full})[, {place}]- ";

    public CreditStyle CreditStyle { get; init; } = CreditStyle.Prefix;

    /// <summary>How the credit is written where it stands before the headline; see <see cref="Stories.CreditPattern"/>.</summary>
    public string CreditPattern { get; init; } = Stories.CreditPattern.Usual;

    /// <summary>The accent colour, "#9c1b1f": contrast is checked when it is set.</summary>
    public string Accent { get; init; } = "#8c1c13";

    /// <summary>Shown beside the short name; none: the name alone is set in type.</summary>
    public HouseLogo? Logo { get; init; }

    /// <summary>Where readers can write to; shown in the footer.</summary>
    public string? Contact { get; init; }
}

/// <summary>The house's logo: a picture that came in by the door of all pictures, and is public as long as an edition shows it.</summary>
/// <param name="Picture">See <see cref="Stories.Picture"/>.</param>
/// <param name="Widths">The widths it is kept in, smallest first.</param>
/// <param name="Png">As PNG, with what is transparent in it; those of before are JPEG, on white.</param>
/// <param name="Ink">Whether it is drawn for one kind of paper.</param>
public sealed record HouseLogo(Guid Picture, int Width, int Height, IReadOnlyList<int> Widths, bool Png = false, LogoInk Ink = LogoInk.Any)
{
    /// <summary>Large enough for the masthead, and for who shows it beside our stories.</summary>
    public string Path => Png ? $"/pictures/{Picture:N}/{Widths[0]}.png" : Stories.Picture.Path(Picture, Widths[0]);

    /// <summary>The height at <see cref="Path"/>'s width.</summary>
    public int ShownHeight => Math.Max(1, (int)Math.Round((double)Height * Widths[0] / Width));

    public int ShownWidth => Widths[0];
}

/// <summary>What a transparent logo is drawn in: dark ink can't be seen on dark paper, nor light ink on light, so it is turned there.</summary>
public enum LogoInk
{
    Any,
    Dark,
    Light,
}
