using System.Text;
using System.Text.Json;
using Dateline.Formats.Json;
using Dateline.Formats.Text;

namespace Dateline.Formats.Pages;

/// <summary>What a page says of its story in JSON-LD (schema.org NewsArticle and its kin).</summary>
internal sealed class StoryData
{
    private const int LongestScript = 512 * 1024;
    private const int MostScripts = 24;
    private const int MostNodes = 2000;

    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 48 };

    private int nodes;

    public string? Headline { get; private set; }

    public string? Body { get; private set; }

    public string? Description { get; private set; }

    public string? Published { get; private set; }

    public string? Modified { get; private set; }

    public string? Language { get; private set; }

    public string? Publisher { get; private set; }

    public string? SourceOrganization { get; private set; }

    /// <summary>schema.org <c>provider</c>, where it isn't the publisher.</summary>
    public string? Distributor { get; private set; }

    public string? CreditText { get; private set; }

    public string? CopyrightHolder { get; private set; }

    public string? CopyrightNotice { get; private set; }

    public string? License { get; private set; }

    public string? BasedOn { get; private set; }

    public string? Site { get; private set; }

    public string? Dateline { get; private set; }

    public string? Image { get; private set; }

    /// <summary>What the story's picture shows, and whose it is.</summary>
    public (string? Caption, string? Credit) ImageSaid { get; private set; }

    public List<string> Keywords { get; } = [];

    public bool IsArticle { get; private set; }

    public List<Author> Authors { get; } = [];

    public static StoryData Of(PageNode root)
    {
        var data = new StoryData();
        var scripts = 0;
        foreach (var node in root.Elements())
        {
            if (node.Name != "script" || node["type"] is not { } type || !type.Contains("ld+json", StringComparison.OrdinalIgnoreCase) || ++scripts > MostScripts) continue;
            var text = string.Concat(node.Children.Select(child => child.Text));
            if (text.Length is > 2 and < LongestScript) data.Read(text);
        }

        return data;
    }

    private void Read(string script)
    {
        try
        {
            using var document = JsonDocument.Parse(WithoutBreaks(script), Tolerant);
            Visit(document.RootElement, 0);
        }
        catch (JsonException)
        {
            // Much of it is written by hand; the rest of the page is still there to be read.
        }
    }

    // A line break within a string is a mistake that many templates make.
    private static string WithoutBreaks(string script)
    {
        var text = new StringBuilder(script.Length);
        foreach (var c in script.AsSpan().Trim().TrimEnd(';')) text.Append(c < ' ' ? ' ' : c);
        var clean = text.ToString().Replace("<!--", "", StringComparison.Ordinal).Replace("-->", "", StringComparison.Ordinal);
        return clean.Replace("/*<![CDATA[*/", "", StringComparison.Ordinal).Replace("/*]]>*/", "", StringComparison.Ordinal).Replace("//<![CDATA[", "", StringComparison.Ordinal).Replace("//]]>", "", StringComparison.Ordinal);
    }

    private void Visit(JsonElement element, int depth)
    {
        if (depth > 12 || ++nodes > MostNodes) return;
        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray()) Visit(item, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            var type = Type(element);
            if (IsStory(type)) Take(element);
            else if (type is "WebSite" or "NewsMediaOrganization" or "Organization") Site ??= Name(element);
            foreach (var name in (ReadOnlySpan<string>)["@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate"])
                if (element.TryMember(name, out var inner) && (name != "liveBlogUpdate" || !IsArticle)) Visit(inner, depth + 1);
        }
    }

    private static bool IsStory(string? type) => type is not null
        && (type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("BlogPosting", StringComparison.Ordinal) || type.EndsWith("NewsReport", StringComparison.Ordinal) || type is "Report" or "SocialMediaPosting" or "Review");

    private void Take(JsonElement story)
    {
        if (IsArticle && Headline is not null) return;
        IsArticle = true;
        Headline = Text(story, "headline") ?? Text(story, "name");
        Body = Text(story, "articleBody");
        Description = Text(story, "description");
        (Published, Modified) = (Text(story, "datePublished") ?? Text(story, "dateCreated"), Text(story, "dateModified"));
        Language = Text(story, "inLanguage");
        Dateline = Text(story, "dateline");
        CreditText = Text(story, "creditText");
        CopyrightNotice = Text(story, "copyrightNotice");
        (License, BasedOn) = (Text(story, "license"), Text(story, "isBasedOn"));
        Publisher = Named(story, "publisher");
        SourceOrganization = Named(story, "sourceOrganization");
        Distributor = Named(story, "provider") is { } provider && !provider.Equals(Publisher, StringComparison.OrdinalIgnoreCase) ? provider : null;
        CopyrightHolder = Named(story, "copyrightHolder");
        Image = Named(story, "image", "url");
        if (story.TryMember("image", out var image))
        {
            if (image.ValueKind == JsonValueKind.Array) image = image.GetArrayLength() > 0 ? image[0] : default;
            if (image.ValueKind == JsonValueKind.Object) ImageSaid = (Text(image, "caption"), Text(image, "creditText") ?? Named(image, "creator") ?? Named(image, "author"));
        }

        if (story.TryMember("keywords", out var words)) TakeKeywords(words);
        foreach (var name in (ReadOnlySpan<string>)["author", "creator"])
            if (Authors.Count == 0 && story.TryMember(name, out var by)) Write(by);
    }

    // A list, or one line with commas.
    private void TakeKeywords(JsonElement words)
    {
        const int Most = 40;
        const int Longest = 60;
        IEnumerable<string?> said = words.ValueKind == JsonValueKind.Array ? words.EnumerateArray().Take(Most).Select(word => word.ValueKind == JsonValueKind.String ? Plain(word.Text()) : Name(word)) : words.Text() is { } line ? line.Split([',', '،', ';', '、']) : [];
        foreach (var word in said)
            if (word?.Trim() is { Length: > 0 and < Longest } keyword && Keywords.Count < Most && !Keywords.Contains(keyword)) Keywords.Add(keyword);
    }

    private void Write(JsonElement by)
    {
        if (by.ValueKind == JsonValueKind.Array)
        {
            foreach (var one in by.EnumerateArray().Take(20)) Write(one);
        }
        else if ((by.ValueKind == JsonValueKind.String ? by.Text() : Name(by)) is { Length: > 1 and < 200 } name && !name.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            Authors.Add(new Author(Plain(name), null, by.ValueKind == JsonValueKind.Object ? Text(by, "url") : null));
        }
    }

    private static string? Named(JsonElement story, string name, string member = "name")
    {
        if (!story.TryMember(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array) value = value.GetArrayLength() > 0 ? value[0] : default;
        return value.ValueKind == JsonValueKind.String ? Plain(value.Text()) : value.ValueKind == JsonValueKind.Object ? Text(value, member) : null;
    }

    private static string? Name(JsonElement element) => element.ValueKind == JsonValueKind.Object ? Text(element, "name") : null;

    private static string? Type(JsonElement element)
    {
        if (!element.TryMember("@type", out var type)) return null;
        if (type.ValueKind == JsonValueKind.Array) type = type.GetArrayLength() > 0 ? type[0] : default;
        return type.ValueKind == JsonValueKind.String ? type.Text() : null;
    }

    private static string? Text(JsonElement element, string name)
    {
        if (!element.TryMember(name, out var value)) return null;
        if (value.ValueKind == JsonValueKind.Array) value = value.GetArrayLength() > 0 ? value[0] : default;
        if (value.ValueKind == JsonValueKind.Object) return value.TryMember("@id", out var id) && id.ValueKind == JsonValueKind.String ? id.Text() : null;
        return value.ValueKind == JsonValueKind.String ? Plain(value.Text()) : null;
    }

    private static string? Plain(string? text) => string.IsNullOrWhiteSpace(text) ? null
        : HtmlText.IsMarkup(text) ? HtmlText.Lines(text, isMarkup: true) : text.Trim();
}
