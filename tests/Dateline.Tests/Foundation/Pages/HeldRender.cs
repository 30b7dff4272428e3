using System.Text;
using Dateline.Foundation.Pages;

namespace Dateline.Tests.Foundation.Pages;

/// <summary>A render that the test holds: it has read what it shows, and ends when it's let go.</summary>
internal sealed class HeldRender(string text, params string[] subjects)
{
    private readonly TaskCompletionSource _began = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Began => _began.Task;

    public int Times { get; private set; }

    public void LetGo() => _held.TrySetResult();

    public void Break(Exception failure) => _held.TrySetException(failure);

    public async Task<RenderedPage> Render(PageRender render, CancellationToken cancel)
    {
        Times++;
        foreach (var subject in subjects) render.Shows(subject);
        _began.TrySetResult();
        await _held.Task.WaitAsync(cancel);
        return RenderedPage.Text(200, text);
    }

    /// <summary>A render that nothing holds.</summary>
    public static Func<PageRender, CancellationToken, Task<RenderedPage>> AtOnce(string text, params string[] subjects) => Answer(200, text, subjects);

    public static Func<PageRender, CancellationToken, Task<RenderedPage>> Answer(int status, string text, params string[] subjects) => (render, _) =>
    {
        foreach (var subject in subjects) render.Shows(subject);
        return Task.FromResult(RenderedPage.Text(status, text));
    };

    public static string TextOf(CachedPage? page) => page is null ? "(none)" : Encoding.UTF8.GetString(page.Page.Body);
}
