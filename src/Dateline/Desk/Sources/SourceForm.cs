using System.Globalization;
using Dateline.Desk.Editions;
using Dateline.Foundation.Pages;
using Dateline.Stories;
using Dateline.Wire;

namespace Dateline.Desk.Sources;

/// <summary>A source as it stands in the form.</summary>
public sealed record SourceForm
{
    public string Name { get; init; } = "";

    public string Site { get; init; } = "";

    public string Language { get; init; } = "en";

    /// <summary>"": as the house does it.</summary>
    public string Credit { get; init; } = "";

    public Terms Terms { get; init; } = Terms.FullText;

    public string Words { get; init; } = "60";

    public IndexPolicy Index { get; init; } = IndexPolicy.NoIndexNews;

    /// <summary>Their contract lets us fetch linked pages.</summary>
    public bool Pages { get; init; }

    public static SourceForm Of(Source source) => new()
    {
        Name = source.Name,
        Site = source.Site ?? "",
        Language = source.Language,
        Credit = source.CreditStyle?.ToString() ?? "",
        Terms = source.Terms,
        Words = source.ExcerptWords.ToString(CultureInfo.InvariantCulture),
        Index = source.IndexPolicy,
        Pages = source.FetchesPages,
    };

    internal static SourceForm Read(FormFields fields) => new()
    {
        Name = fields["name"],
        Site = fields["site"].Trim(),
        Language = fields["language"].Trim(),
        Credit = fields["credit"],
        Terms = Enum.TryParse<Terms>(fields["terms"], out var terms) ? terms : (Terms)(-1),
        Words = TypedNumber.Plain(fields["words"]),
        Index = Enum.TryParse<IndexPolicy>(fields["index"], out var index) ? index : (IndexPolicy)(-1),
        Pages = fields.Has("pages"),
    };

    /// <summary>What the wire takes, or why it can't be that.</summary>
    internal (SourceDraft? Draft, Refusal? Refusal) Draft()
    {
        if (EditionDraft.LanguageOf(Language) is not { } language) return (null, new Refusal("language", T("Give the language as a tag like en, ar or pt-BR.")));
        if (!Enum.IsDefined(Terms)) return (null, new Refusal("terms", T("Choose what their terms let us carry.")));
        if (!Enum.IsDefined(Index)) return (null, new Refusal("index", T("Choose what search engines may do.")));
        CreditStyle? credit = null;
        if (Credit.Length > 0)
        {
            if (!Enum.TryParse<CreditStyle>(Credit, out var style) || !Enum.IsDefined(style)) return (null, new Refusal("credit", T("Choose where the credit stands.")));
            credit = style;
        }
        var words = int.TryParse(Words, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        return (new SourceDraft(Name, Site.Length > 0 ? Site : null, language, credit, Terms, words, Index, Pages), null);
    }
}
