using AngleSharp.Html.Parser;

namespace Dateline.Browser.Tests.House;

/// <summary>What a page's source must be, whatever a browser makes of it.</summary>
internal static class Markup
{
    public static void AssertStrict(string source, string where)
    {
        Assert.True(source.StartsWith("<!doctype html>", StringComparison.OrdinalIgnoreCase), $"{where} begins without a doctype");
        var wrong = new List<string>();
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        parser.Error += (_, error) =>
        {
            if (error is AngleSharp.Html.Dom.Events.HtmlErrorEvent parse) wrong.Add($"{parse.Position}: {parse.Message}");
        };
        using var document = parser.ParseDocument(source);
        wrong.AddRange(document.All.Where(element => element.HasAttribute("id")).Select(element => element.Id!).GroupBy(id => id, StringComparer.Ordinal).Where(ids => ids.Count() > 1).Select(ids => $"id '{ids.Key}' {ids.Count()} times"));
        wrong.AddRange(document.All.SelectMany(element => new[] { "for", "form", "list", "aria-labelledby", "aria-describedby", "aria-controls" }
            .Where(name => element.HasAttribute(name)).SelectMany(name => element.GetAttribute(name)!.Split(' ').Where(id => document.GetElementById(id) is null).Select(id => $"{name} names '{id}', which isn't there"))));
        wrong.AddRange(document.All.Where(element => element.HasAttribute("style") || element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)))
            .Select(element => $"style or script within {element.LocalName}"));
        Assert.True(wrong.Count == 0, $"{where}:\n{string.Join('\n', wrong)}");
    }
}
