using System.Text.Json;
using Dateline.Formats.Json;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Ninjs;

/// <summary>
/// What AFP's own interface gives beside members that ninjs has too: the text as a list of paragraphs, codes as lists of their own, pictures in
/// <c>bagItem</c>. Told by <c>uno</c>, which nobody else has.
/// </summary>
internal static class AfpDocument
{
    public static void Read(JsonMembers document, WireDraft draft)
    {
        if (!document.Has("uno")) return;
        var item = draft.Item;
        draft.Version ??= document.Text("revision");
        var slug = document.List("slug").Select(JsonMembers.TextOf).OfType<string>().ToList();
        if (slug.Count > 1) draft.Slugline = string.Join('-', slug);
        var paragraphs = document.List("news").Select(JsonMembers.TextOf).OfType<string>().Where(paragraph => paragraph.Trim().Length > 0).ToList();
        if (paragraphs.Count > 0) item.OfferBody(string.Join("\n\n", paragraphs), BodyKind.Text, 1);
        foreach (var (member, scheme) in (ReadOnlySpan<(string, string)>)[("iptc", "subj"), ("medtop", "medtop")])
            foreach (var code in document.List(member))
                if (code.Text() is { } written) item.AddSubject(new Subject(scheme, written, null));

        draft.ReadNote(document.Line("advisory"));
        if (document.Line("city") is { } city) draft.PlaceLine = draft.PlaceLine is { } line ? line with { Place = city } : new PlaceLine(null, city);
        var isPicture = document.Text("class")?.ToLowerInvariant() is "picture" or "photo" or "graphic" or "video";
        foreach (var element in document.List("bagItem")) Picture(new JsonMembers(element), isPicture ? document : null, draft);
        if (isPicture && document.Line("creator") is { } creator && !item.HasAuthors) item.AddAuthor(new Author(creator));
    }

    // A picture that is the document has its words there.
    private static void Picture(JsonMembers picture, JsonMembers? document, WireDraft draft)
    {
        Media? best = null;
        foreach (var element in picture.List("medias"))
        {
            var file = new JsonMembers(element);
            if (file.Text("href") is not { } href || (best is not null && Number(file, "width") <= (best.Width ?? 0))) continue;
            best = new Media(href, file.Text("type")?.ToLowerInvariant() switch { "photo" or "graphic" => "image/*", "video" => "video/*", "audio" or "sound" => "audio/*", _ => null })
            {
                Rendition = file.Text("role"),
                Width = (int?)Number(file, "width"),
                Height = (int?)Number(file, "height"),
                Length = Number(file, "sizeInBytes"),
            };
        }

        if (best is not null) draft.Item.AddMedia(best with { Caption = picture.Line("caption") ?? document?.Line("caption"), Credit = picture.Line("creator", "provider") ?? document?.Line("creator", "provider"), Copyright = picture.Object("newslines").Line("copyright") });
    }

    private static long? Number(JsonMembers members, string name) =>
        members.Text(name) is { } text && long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) && number is > 0 and < int.MaxValue ? number : null;
}
