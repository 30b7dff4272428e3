using System.Globalization;
using Dateline.Layout;
using Dateline.Stories;

namespace Dateline.Desk.Editions;

/// <summary>An edition and its house style as somebody wrote them down: nothing is checked yet.</summary>
public sealed record EditionDraft
{
    public string Code { get; init; } = "";

    /// <summary>As the switcher shows it; empty: the language's own name.</summary>
    public string Name { get; init; } = "";

    public string Language { get; init; } = "";

    public string TimeZone { get; init; } = "UTC";

    public int Position { get; init; }

    public string ShortName { get; init; } = "";

    public string FullName { get; init; } = "";

    public string Tagline { get; init; } = "";

    public string DatelinePattern { get; init; } = "{short} ({full})[, {place}]- ";

    public CreditStyle CreditStyle { get; init; } = CreditStyle.Prefix;

    public string CreditPattern { get; init; } = Stories.CreditPattern.Usual;

    public string Accent { get; init; } = "#8c1c13";

    public string Contact { get; init; } = "";

    /// <summary>Not in the form: it has its own, and is kept as it is.</summary>
    public HouseLogo? Logo { get; init; }

    public static EditionDraft Of(Edition edition) => new()
    {
        Code = edition.Code,
        Name = edition.Name,
        Language = edition.Language,
        TimeZone = edition.TimeZone,
        Position = edition.Position,
        ShortName = edition.Style.ShortName,
        FullName = edition.Style.FullName,
        Tagline = edition.Style.Tagline ?? "",
        DatelinePattern = edition.Style.DatelinePattern,
        CreditStyle = edition.Style.CreditStyle,
        CreditPattern = edition.Style.CreditPattern,
        Accent = edition.Style.Accent,
        Contact = edition.Style.Contact ?? "",
        Logo = edition.Style.Logo,
    };

    /// <summary>The style as it would be kept.</summary>
    public HouseStyle Style => new()
    {
        ShortName = ShortName.Trim(),
        FullName = FullName.Trim(),
        Tagline = Some(Tagline),
        DatelinePattern = DatelinePattern.TrimStart(),
        CreditStyle = CreditStyle,
        CreditPattern = CreditPattern.Trim(),
        Accent = Accent.Trim().ToLowerInvariant(),
        Contact = Some(Contact),
        Logo = Logo,
    };

    /// <summary>How a text from a place would open today; "" while the language isn't known.</summary>
    public string Specimen(string place, DateOnly day)
    {
        if (LanguageOf(Language) is not { } language) return "";
        var words = Layout.Languages.Wording.Of(language);
        return new PlaceLine(place, day).Write(Style, words.Date);
    }

    /// <summary>How a carried story's headline would stand; the pattern as it is written while it is none.</summary>
    public string HeadlineSpecimen(string source, string headline) =>
        CreditStyle != CreditStyle.Prefix ? headline : Stories.CreditPattern.Of(Style) is { } pattern ? pattern.Write(source, headline) : CreditPattern;

    /// <summary>All that is wrong, by field; none: it can be kept.</summary>
    public IReadOnlyList<Refusal> Check()
    {
        var wrong = new List<Refusal>();
        void Unless(bool good, string field, string sentence)
        {
            if (!good) wrong.Add(new Refusal(field, sentence));
        }
        Unless(EditionCode.IsFree(Code), "code", EditionCode.Rule);
        Unless(LanguageOf(Language) is not null, "lang", T("Give the language as a tag like en, ar or pt-BR."));
        Unless(IsZone(TimeZone), "zone", T("Choose a time zone like Europe/Athens."));
        Unless(Position is >= 0 and <= 999, "position", T("Give the place in the row as a number from 0 to 999."));
        Line(ShortName, 40, needed: true, "short", T("the wordmark"));
        Line(FullName, 200, needed: true, "agency", T("the agency’s name"));
        Line(Name, 60, needed: false, "name", T("the edition’s name"));
        Line(Tagline, 200, needed: false, "tagline", T("the line under the name"));
        Line(Contact, 200, needed: false, "contact", T("the contact"));
        Line(DatelinePattern, 200, needed: false, "pattern", T("the dateline"));
        if (PatternRefusal(DatelinePattern) is { } pattern) wrong.Add(new Refusal("pattern", pattern));
        if (Stories.CreditPattern.Refuse(CreditPattern.Trim()) is { } credit) wrong.Add(new Refusal("creditpattern", credit));
        Unless(HouseStyleSheet.IsColor(Accent.Trim()), "accent", T("Give the accent as a colour like #8c1c13."));
        Unless(Enum.IsDefined(CreditStyle), "credit", T("Choose where the credit stands."));
        return wrong;

        void Line(string text, int longest, bool needed, string field, string what) =>
            Unless((text.Trim().Length > 0 || !needed) && text.Length <= longest && !text.Any(char.IsControl), field, T("Give {0}, up to {1} characters on one line.", what, longest));
    }

    /// <summary>The tag as it is usually written, when it is a language we can set: "pt-br" becomes "pt-BR".</summary>
    public static string? LanguageOf(string tag)
    {
        tag = tag.Trim();
        if (tag.Length is < 2 or > 35 || !tag.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')) return null;
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true).Name is { Length: > 0 } name ? name : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }

    public static string LanguageName(string tag) => LanguageOf(tag) is { } language ? CultureInfo.GetCultureInfo(language).NativeName : tag;

    public static bool IsZone(string name) => name.Length <= 60 && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId;

    /// <summary>The zones to choose from.</summary>
    public static IReadOnlyList<string> Zones { get; } =
        [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)
            .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal) && !id.StartsWith("SystemV/", StringComparison.Ordinal))
            .Prepend("UTC").Distinct().Order(StringComparer.Ordinal)];

    private static string? PatternRefusal(string pattern)
    {
        var rest = pattern.AsSpan();
        var optional = false;
        while (rest.IndexOfAny("{}[]") is >= 0 and var at)
        {
            var sign = rest[at];
            rest = rest[(at + 1)..];
            if (sign == '{')
            {
                var end = rest.IndexOf('}');
                if (end < 0 || rest[..end] is not ("short" or "full" or "place" or "date")) return T("Between { and } stands one of: short, full, place, date.");
                rest = rest[(end + 1)..];
            }
            else if (sign == '}') return T("There is a } without its {.");
            else if (sign == '[' == optional) return T("Square brackets come in pairs, and not within each other.");
            else optional = !optional;
        }
        return optional ? T("Square brackets come in pairs, and not within each other.") : null;
    }

    private static string? Some(string text) => text.Trim() is { Length: > 0 } some ? some : null;
}
