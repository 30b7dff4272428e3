using System.Globalization;
using Dateline.Foundation.Markup;
using Dateline.Layout.Languages;
using Dateline.Stories;

namespace Dateline.Desk.Copy;

/// <summary>One field of the story's form: its name in the form, what the page calls it in English, and its value as text.</summary>
public sealed record StoryField(string Name, string Label, FieldPart Part, Func<StoryForm, string> Get, Func<StoryForm, string, StoryForm> Set)
{
    /// <summary>All that an editor can change of a story, in the order of the form.</summary>
    public static readonly IReadOnlyList<StoryField> All =
    [
        new("headline", N("Headline"), FieldPart.Text, form => CleanText.Line(form.Headline), (form, value) => form with { Headline = value }),
        new("summary", N("Standfirst"), FieldPart.Text, form => CleanText.Line(form.Summary), (form, value) => form with { Summary = value }),
        new("body", N("Text"), FieldPart.Text, form => form.Body.ReplaceLineEndings("\n"), (form, value) => form with { Body = value }),
        new("place", N("Place"), FieldPart.Beside, form => CleanText.Line(form.Place), (form, value) => form with { Place = value }),
        new("dated", N("Date"), FieldPart.Beside, form => form.Dated, (form, value) => form with { Dated = value }),
        new("byline", N("Byline"), FieldPart.Beside, form => CleanText.Line(form.Byline), (form, value) => form with { Byline = value }),
        new("alt", N("Picture, in words"), FieldPart.Lead, form => CleanText.Line(form.Alt), (form, value) => form with { Alt = value }),
        new("caption", N("Caption"), FieldPart.Lead, form => CleanText.Line(form.Caption), (form, value) => form with { Caption = value }),
        new("picturecredit", N("Picture’s credit"), FieldPart.Lead, form => CleanText.Line(form.PictureCredit), (form, value) => form with { PictureCredit = value }),
        new("edition", N("Edition"), FieldPart.Beside, form => form.Edition, (form, value) => form with { Edition = value }),
        new("language", N("Language"), FieldPart.Beside, form => form.Language, (form, value) => form with { Language = value }),
        new("topics", N("Topics"), FieldPart.Beside, form => string.Join('\n', form.Topics.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)), (form, value) => form with { Topics = Lines(value) }),
        new("embargo", N("Not before"), FieldPart.Beside, form => form.Embargo, (form, value) => form with { Embargo = value }),
        new("expires", N("Gone from"), FieldPart.Beside, form => form.Expires, (form, value) => form with { Expires = value }),
        new("urgent", N("Urgent"), FieldPart.Beside, form => form.Urgent ? "urgent" : "", (form, value) => form with { Urgent = value.Length > 0 }),
    ];

    /// <summary>False for what an editor decides for the moment: a text of before doesn't bring it back.</summary>
    public bool GoesBack => Name is not ("edition" or "embargo" or "expires" or "urgent");

    /// <summary>The names and values that a form sends for it.</summary>
    public IEnumerable<(string Name, string Value)> Sent(StoryForm form) => Name switch
    {
        "topics" => form.Topics.Select(topic => (Name, topic)),
        "urgent" => form.Urgent ? [(Name, Name)] : [],
        _ => [(Name, Get(form))],
    };

    /// <summary>A value in words.</summary>
    public string Words(string value, HouseBook book) => Name switch
    {
        _ when value.Length == 0 => Name == "urgent" ? T("No") : T("None"),
        "urgent" => T("Yes"),
        "topics" => string.Join(T(", "), Lines(value).Select(key => book.Topic(key)?.Name(DeskWords.Language) ?? key)),
        "edition" => book.Edition(value)?.Name ?? value,
        "language" => Languages.Name(value),
        "embargo" or "expires" => Time(value),
        _ => value,
    };

    private static string[] Lines(string value) => value.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Time(string value) =>
        DateTime.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
            ? wall.Year >= Story.NoTimeKnown.Year ? T("Held, no time known") : T("{0}, {1}", Wording.Of(DeskWords.Language).Date(DateOnly.FromDateTime(wall)), Digits(wall.ToString("HH:mm", CultureInfo.InvariantCulture))) : value;
}

/// <summary>What a field belongs to. Texts of long ago kept their words alone.</summary>
public enum FieldPart
{
    Text,
    Beside,
    Lead,
}
