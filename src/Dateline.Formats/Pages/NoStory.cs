using System.Text.RegularExpressions;

namespace Dateline.Formats.Pages;

/// <summary>Pages whose text is no story: a wall that asks for consent, a page that isn't there, a front page of teasers.</summary>
internal static partial class NoStory
{
    private const int LongestNotice = 3_500;
    private const int LeastTeasers = 4;

#pragma warning disable MA0009 // at most a headline is looked at
    [GeneratedRegex(@"^\W*(?:error\W*)?(?:404|403|410|500|502|503)\s*(?:$|[|:–-]|error\b|page\b|not\b)|^\W*(?:(?:sorry|oops)\W+)?(?:(?:this |the |that )?page (?:you requested )?(?:was |is |could |can)?\s?not (?:be )?(?:found|available|exist)|page not found|page (?:does not|doesn['’]t) exist|page can['’]t be found|not found\b|seite (?:wurde )?nicht gefunden|diese seite (?:existiert|gibt es) nicht|page introuvable|page non trouvée|cette page n['’]existe|página no encontrada|la página no existe|pagina non trovata|pagina niet gevonden|siden (?:ble|blev) ikke funnet|siden findes ikke|sidan (?:kunde inte hittas|hittades inte|finns inte)|sivua ei löyt|página não encontrada|nie znaleziono strony|strona nie istnieje|stránka nenalezena|страница не найдена|сторінку не знайдено|الصفحة غير موجودة|صفحه (?:مورد نظر )?یافت نشد|sayfa bulunamadı|ページが見つかりません|お探しのページ|页面不存在|页面未找到|페이지를 찾을 수 없습니다|access denied|just a moment|attention required|checking your browser|are you a robot|please verify you are|service unavailable|bad gateway)(?:\W|$)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Missing { get; }
#pragma warning restore MA0009

    public static bool Is(StoryOnPage story, PageFacts facts, string? headline)
    {
        if (facts.IsStory || story.Weight == 0) return false;
        if (headline is not null && headline.Length < 120 && facts.Published is null && story.Weight < LongestNotice && Missing.IsMatch(headline)) return true;
        return (story.Weight < LongestNotice && facts.Published is null && ConsentText.Is(story.Blocks)) || IsFront(story, facts);
    }

    // Each paragraph stands below the headline of another story, which leads there.
    private static bool IsFront(StoryOnPage story, PageFacts facts)
    {
        if (facts.Published is not null) return false;
        var around = story.Parts.Select(part => part.Parent ?? part).Distinct();
        var teasers = around.Concat(story.Parts).SelectMany(part => part.Elements()).Where(node => PageTags.IsHeading(node.Name) && node.Name != "h1").Distinct().Count(LeadsAway);
        return teasers >= LeastTeasers && teasers * 2 >= story.Blocks.Count(block => block.IsProse);
    }

    internal static bool LeadsAway(PageNode heading) =>
        heading.Elements().FirstOrDefault(node => node.Name == "a" && node["href"] is { Length: > 1 } href && href[0] != '#') is { } link && link.Line() is { Length: > 12 } line && line == heading.Line();
}
