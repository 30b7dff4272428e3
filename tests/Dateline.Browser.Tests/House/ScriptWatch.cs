using System.Text.Json;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.House;

/// <summary>
/// Tells when a stranger's script runs, or its markup stands in a page. What the page's own policy refuses, and what goes to
/// another host, is among what every <see cref="Visitor"/> hears of; so is what is said here, as an error in the console.
/// </summary>
internal static class ScriptWatch
{
    private const string Listen = """
        for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => console.error(`a script ran: ${name}`);
        """;

    /// <summary>Goes with the pointer and the keyboard over all there is, opens what is shut and presses the links. One to the web is not followed; of any other the browser makes what it makes.</summary>
    private const string Touch = """
        () => {
          addEventListener("click", (event) => { if (event.target.closest("a")?.protocol.startsWith("http")) event.preventDefault(); });
          for (const shut of document.querySelectorAll("details")) shut.open = true;
          const all = [...document.querySelectorAll("body *")];
          for (const element of all) {
            for (const event of ["pointerover", "mouseover", "mousemove"]) element.dispatchEvent(new MouseEvent(event, { bubbles: true }));
            if (element.matches("a, button, input, select, textarea, summary, [tabindex], [autofocus]")) element.focus({ preventScroll: true });
            if (element.matches("a")) element.click();
          }
          const strange = document.contentType !== "text/html" ? [...document.querySelectorAll("body *:not(pre)")] : // a feed, which the browser shows as the text it is
            [...document.querySelectorAll("*")].filter((element) => element.matches("iframe, object, embed, base, style, math, template, video, audio, plaintext, xmp, marquee, script:not([src^='/assets/']):not([type='application/ld+json'])")
              || [...element.attributes].some(({ name }) => /^on|^(style|srcdoc|formaction|http-equiv|autofocus)$/i.test(name))
              || (element.closest(".letter-text, .waiting-text") && !element.matches(".letter-text, .waiting-text, p, br, em, blockquote, bdi, a[rel='nofollow ugc noopener']")));
          return { touched: all.length, strange: strange.map((element) => element.outerHTML.slice(0, 160)) };
        }
        """;

    public static async Task<Visitor> Watched(this Visitor visitor)
    {
        await visitor.Page.Context.AddInitScriptAsync(Listen);
        return visitor;
    }

    /// <summary>Touches everything on the page that stands there; nothing ran, nothing was refused, nothing is there that we don't write.</summary>
    public static async Task AssertHarmless(this Visitor visitor)
    {
        var seen = await visitor.Page.EvaluateAsync<JsonElement>(Touch);
        Assert.NotEqual(0, seen.GetProperty("touched").GetInt32());
        var strange = seen.GetProperty("strange").EnumerateArray().Select(one => one.GetString()).ToList();
        Assert.True(strange.Count == 0, $"{visitor.Path}:\n{string.Join('\n', strange)}");
        visitor.AssertQuiet();
    }
}
