using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Dateline.Browser.Tests.House;

/// <summary>A page in a browser of its own, and all that went wrong in it: console, errors, requests to strangers.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _complaints = new();
    private readonly IBrowserContext _context;
    private readonly ConcurrentDictionary<string, bool> _refusals = new(StringComparer.Ordinal);

    public Visitor(OpenHouse house, IBrowserContext context, IPage page)
    {
        (House, _context, Page) = (house, context, page);
        context.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !IsExpectedStatus(message)) _complaints.Enqueue($"console {message.Type} on {message.Page?.Url}: {message.Text}");
        };
        context.WebError += (_, error) => _complaints.Enqueue($"script error on {error.Page?.Url}: {error.Error}");
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(house.Address + "/", StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                _complaints.Enqueue($"request to a stranger from {page.Url}: {request.Url}");
        };
        context.RequestFailed += (_, request) =>
        {
            // A stream that its page leaves, or a picture that a navigation overtakes, is no failure.
            if (request.Failure is not "net::ERR_ABORTED") _complaints.Enqueue($"failed on {page.Url}: {request.Url} {request.Failure}");
        };
    }

    public OpenHouse House { get; }

    public IPage Page { get; }

    /// <summary>Comes in by a ready link, as somebody of this role.</summary>
    public async Task<Visitor> SignIn(People.Role role, string? name = null)
    {
        var staff = await House.Hire(role, name ?? role switch { People.Role.Journalist => "Leila Moradi", People.Role.Editor => "Jonas Weld", People.Role.Moderator => "Tomas Oyelaran", _ => "Nadia Karim" });
        await Page.GotoAsync(await House.WelcomeLink(staff));
        await Page.GetByRole(AriaRole.Button, new() { Name = "Open the desk" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Navigation, new() { Name = "Desk" })).ToBeVisibleAsync();
        return this;
    }

    /// <summary>Another screen, as high as <see cref="Chromium"/> gives that width.</summary>
    public Task Resize(int width) => Page.SetViewportSizeAsync(width, Chromium.Height(width));

    /// <summary>Goes to an address whose answer is no success, as the test knows.</summary>
    public async Task<IResponse> GoTo(string path, int status = 200)
    {
        if (status >= 400) ExpectRefusal(path);
        var answer = await Page.GotoAsync(path);
        Assert.NotNull(answer);
        Assert.True(answer.Status == status, $"{path} answered {answer.Status}, not {status}");
        return answer;
    }

    /// <summary>Does what leads to another page, and waits until that page stands.</summary>
    public async Task<IResponse> Press(Func<IPage, Task> press, string method = "POST")
    {
        await Page.EvaluateAsync("() => { window.isOld = true; }");
        var answer = await Page.RunAndWaitForResponseAsync(() => press(Page), response => response.Request.IsNavigationRequest && response.Request.Method == method);
        await Page.WaitForFunctionAsync("() => !window.isOld && document.readyState === 'complete'");
        return answer;
    }

    /// <summary>Nothing was complained about since the visitor came, or since this was asked last.</summary>
    public void AssertQuiet()
    {
        var all = new List<string>();
        while (_complaints.TryDequeue(out var one)) all.Add(one);
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    /// <summary>What was complained about on the pages before, and which of them were to refuse, is theirs alone.</summary>
    public void Forget()
    {
        _complaints.Clear();
        _refusals.Clear();
    }

    /// <summary>The address and nothing else: what stands in the browser after the origin.</summary>
    public string Path => Page.Url[House.Address.Length..];

    /// <summary>
    /// The page at this path answers 400 or above, as the test wants it. The browser notes that in its console, and it
    /// is no fault of the page; of anything else the page loads it is one.
    /// </summary>
    public void ExpectRefusal(string path) => _refusals[path.Split('?', '#')[0]] = true;

    private bool IsExpectedStatus(IConsoleMessage message) =>
        message.Text.StartsWith("Failed to load resource: the server responded with a status of 4", StringComparison.Ordinal)
        && _refusals.Keys.Any(path => message.Location.StartsWith(House.Address + path, StringComparison.Ordinal));

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
