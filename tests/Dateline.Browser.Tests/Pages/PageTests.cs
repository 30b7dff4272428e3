using Dateline.Browser.Tests.House;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.Pages;

/// <summary>
/// Each kind of page, on a phone and on a desk's screen, in light and in dark: accessible, no wider than its window,
/// quiet in the console, and asking nobody but us.
/// </summary>
public class PublicPageTests(Chromium chromium, DemoHouse demo, PageTab tab) : IClassFixture<PageTab>
{
    public static TheoryData<string, string> All()
    {
        var all = new TheoryData<string, string>();
        foreach (var edition in new[] { "en", "ar" })
            foreach (var name in PublicPlaces.Names) all.Add(edition, name);
        return all;
    }

    [Theory, MemberData(nameof(All))]
    public async Task Readers_find_no_barrier(string edition, string page)
    {
        var open = await demo.Open(chromium);
        await PageChecks.Check(tab, PublicPlaces.Of(page, edition, open), signedIn: null, edition);
    }
}

public class StaffPageTests(Chromium chromium, DemoHouse demo, PageTab tab) : IClassFixture<PageTab>
{
    public static TheoryData<string> All() => [.. StaffPlaces.Names];

    [Theory, MemberData(nameof(All))]
    public async Task The_staff_find_no_barrier(string page)
    {
        var open = await demo.Open(chromium);
        await PageChecks.Check(tab, StaffPlaces.Of(page, open), StaffPlaces.AtTheDoor.Contains(page) ? null : open.SignedIn, "desk");
    }
}

/// <summary>The desk as a Persian browser gets it, on a phone: where words are longer and all stands the other way round.</summary>
public class PersianDeskTests(Chromium chromium, DemoHouse demo, PageTab tab) : IClassFixture<PageTab>
{
    public static TheoryData<string> All() => [.. StaffPlaces.Names.Where(name => name != "preview")]; // that is as readers will see it, in the story's language

    [Theory, MemberData(nameof(All))]
    public async Task The_staff_find_no_barrier_in_Persian(string page)
    {
        var open = await demo.Open(chromium);
        var place = StaffPlaces.Of(page, open);
        if (place.Press is not null || place.Open is not null) return; // what is pressed there is looked for by its English name
        await PageChecks.CheckPersian(tab, place, StaffPlaces.AtTheDoor.Contains(page) ? null : open.SignedIn);
    }
}

internal static class PageChecks
{
    private const int Phone = 360, Desk = 1280;

    public static async Task Check(PageTab tab, Place place, string? signedIn, string folder)
    {
        var visitor = await tab.Open(Phone, signedIn);
        Markup.AssertStrict(await place.Show(visitor), place.Name);
        foreach (var width in new[] { Phone, Desk })
        {
            // The same page on a wider screen, as when a phone is turned: going there again would cost more than all that is looked at.
            await visitor.Resize(width);
            foreach (var colors in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await visitor.Page.EmulateMediaAsync(new() { ColorScheme = colors });
                await AssertNoSidewaysScroll(visitor.Page, place.Name);
                await AssertTargets(visitor.Page, place.Name);
                if (width == Phone) await AssertNothingCut(visitor.Page, place.Name);
                await Screenshots.Take(visitor.Page, $"{folder}-{place.Name}-{width}-{colors}");
                var where = $"{place.Name}, {width} px, {colors}";
                if (colors == ColorScheme.Light) await Axe.AssertNoViolation(visitor.Page, where);
                else await Axe.AssertColors(visitor.Page, where);
            }
        }
        visitor.AssertQuiet();
    }

    public static async Task CheckPersian(PageTab tab, Place place, string? signedIn)
    {
        var visitor = await tab.Open(Phone, signedIn, "fa");
        Markup.AssertStrict(await place.Show(visitor), place.Name);
        if (place.Status == 200) Assert.Equal("rtl", await visitor.Page.EvaluateAsync<string>("() => document.documentElement.dir"));
        await AssertNoSidewaysScroll(visitor.Page, place.Name);
        await AssertTargets(visitor.Page, place.Name);
        await Screenshots.Take(visitor.Page, $"persian-{place.Name}");
        await Axe.AssertNoViolation(visitor.Page, $"{place.Name} in Persian");
        visitor.AssertQuiet();
    }

    /// <summary>What one presses is 24 px wide and high at least (WCAG 2.2, 2.5.8), whatever stands around it.</summary>
    private static async Task AssertTargets(IPage page, string where)
    {
        var small = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('input, button, select, textarea, .kicker a, .topics a, .editions a')].filter(it => it.checkVisibility() && !it.closest('[aria-hidden=true]') && it.type !== 'hidden')
              .map(it => [it, it.getBoundingClientRect()]).filter(([, box]) => Math.min(box.width, box.height) < 23.95)
              .slice(0, 5).map(([it, box]) => `${Math.round(box.width)} × ${Math.round(box.height)}: ${it.outerHTML.slice(0, 120)}`)
            """);
        Assert.True(small.Length == 0, $"{where} has what is hard to hit: {string.Join('\n', small)}");
    }

    /// <summary>Marks are whole, and no field runs past its column.</summary>
    private static async Task AssertNothingCut(IPage page, string where)
    {
        var cut = await page.EvaluateAsync<string[]>("""
            () => [...document.querySelectorAll('.mark, input, select, textarea')].filter(it => it.checkVisibility() && !it.closest('[aria-hidden=true]'))
              .filter(it => (it.matches('.mark') && it.scrollWidth > it.clientWidth + 1) || it.getBoundingClientRect().right > it.parentElement.getBoundingClientRect().right + 1)
              .slice(0, 5).map(it => it.outerHTML.slice(0, 120))
            """);
        Assert.True(cut.Length == 0, $"{where} is cut: {string.Join('\n', cut)}");
    }

    public static async Task AssertNoSidewaysScroll(IPage page, string where)
    {
        var wide = await Sideways(page);
        Assert.True(wide.Length == 0, $"{where} scrolls sideways: {string.Join('\n', wide)}");
    }

    /// <summary>How wide the page is and what of it stands out; nothing when all is within the window.</summary>
    public static Task<string[]> Sideways(IPage page) => page.EvaluateAsync<string[]>("""
            () => {
              const root = document.documentElement;
              if (root.scrollWidth <= root.clientWidth) return [];
              const out = it => { const box = it.getBoundingClientRect(); return box.width && (box.right > root.clientWidth + 1 || box.left < -1); };
              return [`${root.scrollWidth} px in ${root.clientWidth}`, ...[...document.body.querySelectorAll('*')]
                .filter(it => out(it) && ![...it.children].some(out))
                .slice(0, 5).map(it => it.outerHTML.slice(0, 120))];
            }
            """);
}
