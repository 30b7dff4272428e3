using System.Globalization;
using AngleSharp.Html.Parser.Tokens;

namespace Dateline.Foundation.Markup;

/// <summary>What one tag means, its name, class and style taken together.</summary>
internal static class TagMeaning
{
    public static Meaning Of(HtmlTagToken tag)
    {
        var meaning = Elements.MeaningOf(tag.Name);
        if (meaning is Meaning.Dropped or Meaning.Break or Meaning.Rule || tag.Attributes.Count == 0) return meaning;
        if (IsHidden(tag)) return meaning == Meaning.Picture ? Meaning.Nothing : IsVoid(tag.Name) ? meaning : Meaning.Hidden;
        if (tag.GetAttribute("class") is not { Length: > 0 } classes) return meaning;
        // The oldest of the publishing systems had captions long before HTML did.
        if (HasClass(classes, "wp-caption-text")) return Meaning.Caption;
        if (HasClass(classes, "wp-caption")) return Meaning.Figure;
        if (meaning is Meaning.Nothing && HasClass(classes, "credit")) return Meaning.Credit;
        return meaning;
    }

    private static bool IsHidden(HtmlTagToken tag)
    {
        foreach (var attribute in tag.Attributes)
            if (attribute.Name == "hidden") return true;
        return IsStyled(tag, "display:none") || IsStyled(tag, "visibility:hidden");
    }

    public static bool IsVoid(string name) => name is "area" or "base" or "col" or "embed" or "input" or "link" or "meta" or "param" or "source" or "track" or "wbr" or "img" or "image";

    public static bool IsStyled(HtmlTagToken tag, string declaration) =>
        tag.GetAttribute("style") is { Length: > 0 } style
        && style.Replace(" ", "", StringComparison.Ordinal).Contains(declaration, StringComparison.OrdinalIgnoreCase);

    private static bool HasClass(string classes, string name)
    {
        foreach (var range in classes.AsSpan().Split(' '))
            if (classes.AsSpan(range).Equals(name, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    public static int Number(HtmlTagToken tag, string name, int most) =>
        int.TryParse(tag.GetAttribute(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, most) : 1;
}
