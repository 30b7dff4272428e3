using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Formats.Feeds;
using Dateline.Formats.InText;
using Dateline.Formats.Json;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;

namespace Dateline.Formats.Ninjs;

/// <summary>The texts of a ninjs item: of those that say the same, the best for the purpose.</summary>
internal static partial class NinjsTexts
{
    public static string? Headline(JsonMembers ninjs, string? language)
    {
        string? best = null;
        var bestRank = 0;
        foreach (var (text, role, _, isOther) in Texts(ninjs, "headlines", language))
        {
            var rank = isOther ? 1 : role is null or "" || role.Contains("main", StringComparison.OrdinalIgnoreCase) || role.EndsWith("headline", StringComparison.OrdinalIgnoreCase) ? 3 : 2;
            if (rank <= bestRank || JsonMembers.LineOf(text) is not { } line) continue;
            (best, bestRank) = (line, rank);
        }

        return best ?? ninjs.Line("headline", "headline_text", "headline_html", "title", "name");
    }

    public static void Summary(JsonMembers ninjs, WireDraft draft)
    {
        string? best = null;
        var bestRank = 0;
        foreach (var (text, role, _, isOther) in Texts(ninjs, "descriptions", draft.Item.Language))
        {
            var rank = isOther ? 0 : role switch { "summary" or "abstract" or "drol:summary" => 3, null or "" or "description" => 2, _ => role.Contains("caption", StringComparison.OrdinalIgnoreCase) ? 0 : 1 };
            if (rank > bestRank) (best, bestRank) = (text, rank);
        }

        best ??= ninjs.Text("description_text", "description_html", "description", "abstract", "summary", "teaser", "subtitle");
        if (best is not null && HtmlText.Lines(best, HtmlText.IsMarkup(best)) is { Length: > 0 } summary) draft.Item.Summary = summary;
    }

    public static void Body(JsonMembers ninjs, WireDraft draft)
    {
        foreach (var (text, _, type, isOther) in Texts(ninjs, "bodies", draft.Item.Language)) Offer(text, type, draft, isOther);
        foreach (var (name, value) in ninjs.All)
            if (name.StartsWith("body", StringComparison.OrdinalIgnoreCase) && !name.Equals("bodies", StringComparison.OrdinalIgnoreCase) && value.Text() is { } text)
                Offer(text, name.Length > 5 ? name[5..] : null, draft);
        if (ninjs.Text("article_html", "article_text") is { } article) Offer(article, null, draft);
    }

    /// <summary>The fullest text wins, and of two that are about as full the one with markup.</summary>
    private static void Offer(string text, string? type, WireDraft draft, bool isOther = false)
    {
        var item = draft.Item;
        var isMarkup = type is null || !IsPlain(type) ? HtmlText.IsMarkup(text) : text.StartsWith("<p>", StringComparison.OrdinalIgnoreCase);
        var length = HtmlText.Line(text, isMarkup).Length;
        if (length > 0) item.OfferBody(isMarkup ? TtMarkup.Without(NitfBody(text), draft) : WrappedText.Join(text), isMarkup ? BodyKind.Html : BodyKind.Text, isOther ? 1 : 1 + (isMarkup ? length + (length / 8) + 1 : length));
    }

    private static bool IsPlain(string type) => type.EndsWith("plain", StringComparison.OrdinalIgnoreCase) || type.Equals("text", StringComparison.OrdinalIgnoreCase);

    // NITF inside JSON, or a whole page: the head would be read as text.
    private static string NitfBody(string text)
    {
        if (Inside(text, "<body.content") is { } content) text = content;
        if (text.Contains("<block", StringComparison.OrdinalIgnoreCase)) return Blocks.Replace(text, "");
        var head = text.AsSpan(0, Math.Min(text.Length, 200)).TrimStart();
        return head.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase) ? Inside(text, "<body") ?? text : text;
    }

    // NITF's block, which a page doesn't know.
    [GeneratedRegex("</?block(?: [^<>]{0,200})?>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Blocks { get; }

    private static string? Inside(string text, string tag)
    {
        var start = text.IndexOf(tag, StringComparison.OrdinalIgnoreCase);
        var open = start < 0 ? -1 : text.IndexOf('>', start);
        var end = open < 0 ? -1 : text.IndexOf(string.Concat("</", tag.AsSpan(1)), open, StringComparison.OrdinalIgnoreCase);
        return open < 0 ? null : end < 0 ? text[(open + 1)..] : text[(open + 1)..end];
    }

    public static void Byline(JsonMembers ninjs, ItemDraft item)
    {
        item.Byline = ninjs.Element("by", "byline") is { ValueKind: JsonValueKind.Array } several ? Several(several, item) : WithoutBy(ninjs.Line("by", "byline"));
        foreach (var author in ninjs.List("authors", "author", "creators", "byline_names")) AddAuthor(author, item);
        foreach (var person in ninjs.List("people", "person"))
            if (person.Text("rel") is { } rel && (rel.Contains("author", StringComparison.OrdinalIgnoreCase) || rel.Contains("creator", StringComparison.OrdinalIgnoreCase))) AddAuthor(person, item);
            else if (HandOf(person) is { } hand) item.AddContributor(JsonMembers.LineOf(JsonMembers.TextOf(person)), Hands.RoleOf(hand));
        if (item.Byline is { } byline && !item.HasAuthors) item.AddAuthor(new Author(byline));
    }

    // A list of those who sign it, one by one.
    private static string? Several(JsonElement list, ItemDraft item)
    {
        var names = list.EnumerateArray().Select(element => WithoutBy(JsonMembers.LineOf(JsonMembers.TextOf(element)))).OfType<string>().ToList();
        foreach (var name in names) item.AddAuthor(new Author(name));
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    /// <summary>"By Ida Holm" names Ida Holm.</summary>
    public static string? WithoutBy(string? line) =>
        line is not null && line.StartsWith("by ", StringComparison.OrdinalIgnoreCase) && line.Length > 3 ? line[3..].TrimStart() : line;

    /// <summary>The relation of a person who worked on the item, <c>contributor/editor</c>; null for whom it is about.</summary>
    public const string Contributor = "contributor";

    public static string? HandOf(JsonElement person) =>
        person.ValueKind == JsonValueKind.Object && person.Text("rel") is { } rel && rel.StartsWith(Contributor, StringComparison.OrdinalIgnoreCase) ? rel[Contributor.Length..].TrimStart('/') is { Length: > 0 } role ? role : Contributor : null;

    // Who signs it is its author, whatever the desk's list says beside.
    private static bool IsByline(JsonElement author, ItemDraft item) =>
        item.Byline is { } byline && byline.Equals(WithoutBy(JsonMembers.LineOf(JsonMembers.TextOf(author))), StringComparison.OrdinalIgnoreCase);

    private static void AddAuthor(JsonElement author, ItemDraft item)
    {
        // Superdesk's list has the editors, too.
        if (author.ValueKind == JsonValueKind.Object && author.Text("role") is { } role && Hands.RoleOf(role) is Hands.Editor or Hands.Translator && !IsByline(author, item))
        {
            item.AddContributor(JsonMembers.LineOf(JsonMembers.TextOf(author)), Hands.RoleOf(role));
            return;
        }

        var name = WithoutBy(JsonMembers.LineOf(JsonMembers.TextOf(author)));
        var mail = author.Text("email");
        if ((name ?? mail) is not null) item.AddAuthor(new Author(name, mail, Address.Resolve(author.Text("uri") ?? author.Text("url"), item.BaseUri, item.Repairs)));
    }

    // A text in another language than the item's own is one for want of any other.
    private static IEnumerable<(string Text, string? Role, string? Type, bool IsOther)> Texts(JsonMembers ninjs, string name, string? language)
    {
        foreach (var element in ninjs.List(name))
        {
            if (element.ValueKind == JsonValueKind.String && element.Text() is { } bare) yield return (bare, null, null, false);
            var members = new JsonMembers(element);
            if (members.Text("value", "text", "html") is not { } text) continue;
            var isOther = language is not null && members.Text("language", "lang") is { } own && !WireText.SameLanguage(own, language);
            yield return (text, members.Text("role"), members.Text("contentType", "mimetype"), isOther);
        }
    }
}
