using System.Globalization;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Pages;
using Dateline.Stories;

namespace Dateline.Desk.Copy;

/// <summary>The editor's form as somebody filled it in, word for word: it goes back into the page when it can't be saved.</summary>
public sealed record StoryForm
{
    /// <summary>The version that a save is to replace.</summary>
    public required int Version { get; init; }

    /// <summary>The version that the text was written on; another one than <see cref="Version"/> after a conflict.</summary>
    public required int Base { get; init; }

    public required string Headline { get; init; }

    public required string Summary { get; init; }

    /// <summary>In the editor's notation.</summary>
    public required string Body { get; init; }

    public required string Place { get; init; }

    public required string Dated { get; init; }

    public required string Language { get; init; }

    public required string Edition { get; init; }

    /// <summary>The edition by whose clock the times are written: the one the story was in when the form was made.</summary>
    public required string Clock { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public required bool Urgent { get; init; }

    public required string Embargo { get; init; }

    public required string Expires { get; init; }

    public string Byline { get; init; } = "";

    /// <summary>What stands with the picture above the text.</summary>
    public string Alt { get; init; } = "";

    public string Caption { get; init; } = "";

    public string PictureCredit { get; init; } = "";

    /// <summary>Of a correction.</summary>
    public string Note { get; init; } = "";

    /// <param name="clock">The edition by whose clock the times are written.</param>
    public static StoryForm Of(Story story, Edition clock) => Of(story.Version, story.Headline, story.Summary, story.Body, Particulars.Of(story), clock);

    /// <summary>The form as it was filled in with a text of before; what that one didn't keep is empty.</summary>
    public static StoryForm Of(Revision revision, Edition clock) =>
        Of(revision.Version, revision.Headline, revision.Summary, revision.Body, revision.Particulars ?? new(PlaceLine.None, "", "", [], false, null, null, null, null), clock);

    private static StoryForm Of(int version, string headline, string? summary, Body body, Particulars beside, Edition clock) => new()
    {
        Version = version,
        Base = version,
        Headline = headline,
        Summary = summary ?? "",
        Body = EditorText.Write(body),
        Place = beside.PlaceLine.Place ?? "",
        Dated = beside.PlaceLine.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        Language = beside.Language,
        Edition = beside.Edition,
        Clock = clock.Code,
        Topics = beside.Topics,
        Urgent = beside.Urgent,
        Embargo = WallClock.Write(clock, beside.EmbargoUntil),
        Expires = WallClock.Write(clock, beside.ExpiresAt),
        Byline = beside.Byline ?? "",
        Alt = beside.Lead?.Alt ?? "",
        Caption = beside.Lead?.Caption ?? "",
        PictureCredit = beside.Lead?.Credit ?? "",
    };

    /// <exception cref="BadHttpRequestException">Not a form of ours.</exception>
    internal static StoryForm Read(FormFields fields)
    {
        if (!int.TryParse(fields["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version)) throw new BadHttpRequestException("No version.");
        return new()
        {
            Version = version,
            Base = int.TryParse(fields["base"], NumberStyles.None, CultureInfo.InvariantCulture, out var written) ? written : version,
            Headline = CleanText.Line(fields["headline"]),
            Summary = CleanText.Line(fields["summary"]),
            Body = fields["body"].ReplaceLineEndings("\n"),
            Place = CleanText.Line(fields["place"]),
            Dated = fields["dated"],
            Language = fields["language"],
            Edition = fields["edition"],
            Clock = fields["clock"],
            Topics = fields.All("topics"),
            Urgent = fields.Has("urgent"),
            Embargo = fields["embargo"],
            Expires = fields["expires"],
            Byline = CleanText.Line(fields["byline"]),
            Alt = CleanText.Line(fields["alt"]),
            Caption = CleanText.Line(fields["caption"]),
            PictureCredit = CleanText.Line(fields["picturecredit"]),
            Note = CleanText.Lines(fields["note"]).Trim(),
        };
    }

    /// <summary>Whose clock the times of the form are by, also when the story has moved since.</summary>
    internal Edition ClockOf(Story story, HouseBook book) => book.Edition(Clock) ?? book.Edition(story.Edition)!;

    /// <summary>The text it holds, or what is wrong with it, by the field it is wrong in.</summary>
    /// <param name="written">The body that the text was written on: what the notation can't show comes back from it.</param>
    internal (StoryText? Text, IReadOnlyList<Refusal> Problems) Check(Story story, Body written, HouseBook book)
    {
        var problems = new List<Refusal>();
        if (Headline.Length == 0) problems.Add(new("headline", T("Give the story a headline.")));
        TooLong("headline", N("A headline"), Headline, StoryText.LongestHeadline);
        TooLong("summary", N("A standfirst"), Summary, StoryText.LongestSummary);
        TooLong("place", N("A place"), Place, StoryText.LongestPlace);
        TooLong("byline", N("A byline"), Byline, StoryText.LongestByline);
        TooLong("alt", N("A description"), Alt, StoryText.LongestCaption);
        TooLong("caption", N("A caption"), Caption, StoryText.LongestCaption);
        TooLong("picturecredit", N("A picture’s credit"), PictureCredit, StoryText.LongestPictureCredit);
        TooLong("note", N("A note"), Note, StoryText.LongestNote);

        DateOnly? dated = DateOnly.TryParseExact(Dated, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
        if (dated is null && Dated.Length > 0) problems.Add(new("dated", T("That isn’t a date.")));
        if (book.Edition(Edition) is null) problems.Add(new("edition", T("Choose one of the editions.")));
        var clock = ClockOf(story, book);
        if (!WallClock.TryRead(clock, Embargo, story.EmbargoUntil, out var embargo)) problems.Add(new("embargo", T("That isn’t a date and time.")));
        if (!WallClock.TryRead(clock, Expires, story.ExpiresAt, out var expires)) problems.Add(new("expires", T("That isn’t a date and time.")));
        if (!Languages.Of(book, story).Contains(Language)) problems.Add(new("language", T("Choose one of the languages.")));

        var body = EditorText.Read(Body, written);
        if (body.Refusal is { } refusal) problems.Add(new("body", refusal.Sentence));
        if (problems.Count > 0) return (null, problems);

        return (new StoryText(
            Headline, Summary.Length == 0 ? null : Summary, body.OrThrow(), new PlaceLine(Place.Length == 0 ? null : Place, dated),
            [.. Topics.Where(key => book.Topic(key) is not null)], Urgent, Language, new Hold(embargo, expires), Edition,
            Byline, new LeadWords(Alt, Caption.Length == 0 ? null : Caption, PictureCredit.Length == 0 ? null : PictureCredit)), []);

        void TooLong(string field, string what, string value, int longest)
        {
            if (value.Length > longest) problems.Add(new(field, T("{0} has at most {1} characters; this one has {2}.", T(what), longest, value.Length)));
        }
    }
}
