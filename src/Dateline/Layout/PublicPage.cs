using Dateline.Layout.Languages;
using Dateline.Stories;

namespace Dateline.Layout;

/// <summary>What every public page of an edition needs to know.</summary>
public sealed record PublicPage(Edition Edition, HouseBook Book, Wording Words, Uri PublicUrl, DateTimeOffset Now)
{
    public HouseStyle Style => Edition.Style;

    /// <summary>The address as others write it down: absolute, by the configured name of the site.</summary>
    public string Absolute(string path) => new Uri(PublicUrl, path).AbsoluteUri;

    /// <summary>"14:47" today, a date before: what a list needs.</summary>
    public string When(DateTimeOffset at) =>
        Edition.Local(at).Date == Edition.Local(Now).Date ? Words.Time(Edition, at) : Words.ShortDate(Edition, at);
}
