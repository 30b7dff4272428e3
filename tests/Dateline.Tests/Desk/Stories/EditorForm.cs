using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Dateline.Tests.House;

namespace Dateline.Tests.Desk.Stories;

/// <summary>The editor's form as a browser holds it: what the page had filled in, and what somebody then typed.</summary>
internal sealed class EditorForm
{
    private readonly HttpClient _browser;
    private readonly List<(string Name, string Value)> _fields = [];

    private EditorForm(HttpClient browser, string path, string page) => (_browser, Path, Page) = (browser, path, page);

    public string Path { get; }

    /// <summary>The page it stood in.</summary>
    public string Page { get; }

    public string this[string name]
    {
        get => _fields.Find(field => field.Name == name).Value ?? "";
        set
        {
            _fields.RemoveAll(field => field.Name == name);
            _fields.Add((name, value));
        }
    }

    public static async Task<EditorForm> Open(HttpClient browser, Guid story) => await Open(browser, $"/desk/stories/{story}");

    public static async Task<EditorForm> Open(HttpClient browser, string path)
    {
        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return Read(browser, path.Split('?')[0], await answer.Content.ReadAsStringAsync(), "form#story");
    }

    /// <summary>The form that a page answers with.</summary>
    public static EditorForm Read(HttpClient browser, string path, string page, string form)
    {
        var read = new EditorForm(browser, path, page);
        var document = new HtmlParser().ParseDocument(page);
        var element = document.QuerySelector(form) as IHtmlFormElement;
        Assert.NotNull(element);
        foreach (var control in document.All.Where(one => one.GetAttribute("name") is not null && (element.Contains(one) || one.GetAttribute("form") == element.Id && element.Id is not null)))
        {
            var name = control.GetAttribute("name")!;
            switch (control)
            {
                case IHtmlInputElement { Type: "checkbox" } box: if (box.IsChecked) read._fields.Add((name, box.Value)); break;
                case IHtmlInputElement input: read._fields.Add((name, input.Value)); break;
                case IHtmlTextAreaElement area: read._fields.Add((name, area.Value.ReplaceLineEndings("\r\n"))); break;
                case IHtmlSelectElement select: read._fields.Add((name, select.Value ?? "")); break;
                default: break;
            }
        }
        return read;
    }

    public void Tick(string name, string value) => _fields.Add((name, value));

    /// <summary>Presses the button whose address ends so ("" saves); status, text and where it leads.</summary>
    public async Task<Answer> Send(string action = "")
    {
        using var answer = await _browser.Send(Path + action, [.. _fields]);
        return new Answer(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Location?.OriginalString);
    }
}

internal sealed record Answer(System.Net.HttpStatusCode Status, string Text, string? Location)
{
    /// <summary>What a page says, tags and entities resolved.</summary>
    public string Words => new HtmlParser().ParseDocument(Text).Body?.TextContent ?? "";
}
