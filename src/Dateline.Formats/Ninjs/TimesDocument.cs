using Dateline.Formats.Feeds;
using Dateline.Formats.InText;
using Dateline.Formats.Json;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Ninjs;

/// <summary>
/// A piece of the New York Times's search interface: headline and byline are objects, and a keyword says what kind of thing it names. Told by
/// <c>web_url</c> beside such a headline.
/// </summary>
internal static class TimesDocument
{
    public static bool Is(JsonMembers document) => document.Has("web_url") && document.Object("headline").Has("main");

    public static void Read(JsonMembers document, WireDraft draft)
    {
        var item = draft.Item;
        item.Headline = document.Object("headline").Line("main");
        item.Published ??= document.Date(draft, "pub_date");
        item.AddLink("alternate", document.Text("web_url"));
        item.Byline = document.Object("byline").Line("original") is { } byline ? BylineNames.WithoutBy(byline) : null;
        if (document.Line("type_of_material") is { } kind) draft.AddGenre(kind);
        if (document.Line("section_name") is { } section) item.AddSubject(new Subject("section", null, section));
        foreach (var element in document.List("keywords"))
        {
            var keyword = new JsonMembers(element);
            if (keyword.Line("value") is { } named) item.AddSubject(new Subject(keyword.Text("name"), null, named));
        }
    }
}
