using System.Text;
using Dateline.Foundation.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.Extensions.DependencyInjection;

namespace Dateline.Tests.Foundation.Pages;

public class PageRendererTests
{
    private static readonly PageRenderer Renderer = new ServiceCollection().AddLogging().AddPageParts().AddSingleton(new PageCacheOptions())
        .BuildServiceProvider().GetRequiredService<PageRenderer>();

    [Theory]
    [InlineData("شفقنا: تجمّد المرفأ")]
    [InlineData("می‌نویسد: «بندر یخ زد»")]
    [InlineData("बंदरगाह जम गया")]
    [InlineData("港が凍った")]
    [InlineData("Vellmař — “œuvre”…")]
    public async Task Letters_of_every_script_are_written_as_letters(string text) =>
        Assert.Contains($"<h1 title=\"{text}\">{text}</h1>", await Render(text), StringComparison.Ordinal);

    [Fact]
    public async Task Text_is_never_markup() =>
        Assert.Contains("&lt;script&gt;", await Render("<script>\"'&"), StringComparison.Ordinal);

    [Fact]
    public async Task A_page_begins_with_its_doctype_and_a_part_does_not()
    {
        Assert.StartsWith("<!DOCTYPE html>\n<h1", await Render("harbour"), StringComparison.Ordinal);
        Assert.StartsWith("<h1", Encoding.UTF8.GetString(await Renderer.RenderFragment<Headline>(new() { [nameof(Headline.Text)] = "harbour" })), StringComparison.Ordinal);
    }

    private static async Task<string> Render(string text) => Encoding.UTF8.GetString(await Renderer.Render<Headline>(new() { [nameof(Headline.Text)] = text }));

    private sealed class Headline : ComponentBase
    {
        [Parameter]
        public string Text { get; set; } = "";

        protected override async Task OnInitializedAsync() => await Task.Yield();

        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenElement(0, "h1");
            builder.AddAttribute(1, "title", Text);
            builder.AddContent(2, Text);
            builder.CloseElement();
        }
    }
}
