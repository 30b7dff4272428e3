using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Dateline.Foundation.Pages;

/// <summary>Renders a Razor component to the bytes of a page.</summary>
public sealed class PageRenderer(IServiceProvider services, ILoggerFactory logs)
{
    private static readonly byte[] Doctype = "<!DOCTYPE html>\n"u8.ToArray();

    /// <summary>A whole page.</summary>
    public Task<byte[]> Render<T>(Dictionary<string, object?> parameters) where T : IComponent => Render<T>(parameters, Doctype);

    /// <summary>A part of a page, for scripts that put it into one.</summary>
    public Task<byte[]> RenderFragment<T>(Dictionary<string, object?> parameters) where T : IComponent => Render<T>(parameters, []);

    private async Task<byte[]> Render<T>(Dictionary<string, object?> parameters, byte[] before) where T : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters));
            using var bytes = new MemoryStream(32 * 1024);
            bytes.Write(before);
            await using (var writer = new StreamWriter(bytes, new UTF8Encoding(false), 8 * 1024, leaveOpen: true)) root.WriteHtmlTo(writer);
            return bytes.ToArray();
        });
    }
}
