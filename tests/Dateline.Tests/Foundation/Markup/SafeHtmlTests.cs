using System.Xml.Linq;
using Dateline.Foundation.Markup;

namespace Dateline.Tests.Foundation.Markup;

public class SafeHtmlTests
{
    [Fact]
    public void Any_body_becomes_only_what_is_on_the_list() => Bodies.Hold(body =>
        Published.Intruder(SafeHtml.From(body, Published.WithSources)) is null && Published.Intruder(SafeHtml.From(body, RenderOptions.Reader)) is null);

    [Fact]
    public void Any_body_becomes_well_formed_xml_too() => Bodies.Hold(body => XElement.Parse($"<x>{SafeHtml.From(body, Published.WithSources)}</x>") is not null);

    [Fact]
    public void A_picture_that_is_not_ours_is_left_out()
    {
        var body = MarkupReader.Read("<p>Before</p><img src='https://elsewhere.example/a.jpg'><p>After</p>").OrThrow();
        Assert.Equal("<p>Before</p><p>After</p>", SafeHtml.From(body, RenderOptions.Story).ToString());
        Bodies.Hold(any => !SafeHtml.From(any, RenderOptions.Story).ToString().Contains("<img", StringComparison.Ordinal));
    }

    [Fact]
    public void A_picture_of_ours_stands_in_a_figure_with_its_credit()
    {
        var body = Body.From(new PictureBlock(Guid.Empty, null, "Nets on a quay", "Nets dry in Port Amsel.", "Ines Varga / Northlight"));
        var options = RenderOptions.Story with
        {
            AbsoluteBase = new Uri("https://agency.example/"),
            Pictures = _ => new("/p/1.webp", 1200, 800) { Candidates = [new("/p/1-600.webp", 600), new("/p/1.webp", 1200)], Sizes = "40rem" },
        };
        Assert.Equal(
            "<figure><img src=\"https://agency.example/p/1.webp\" srcset=\"https://agency.example/p/1-600.webp 600w, https://agency.example/p/1.webp 1200w\" sizes=\"40rem\" "
            + "width=\"1200\" height=\"800\" loading=\"lazy\" decoding=\"async\" alt=\"Nets on a quay\"/>"
            + "<figcaption>Nets dry in Port Amsel. <span class=\"credit\">Ines Varga / Northlight</span></figcaption></figure>",
            SafeHtml.From(body, options).ToString());
    }

    [Fact]
    public void Readers_links_gain_nothing_and_find_their_own_direction()
    {
        var body = ReaderText.Read("see https://a.example/").OrThrow();
        Assert.Equal("<p dir=\"auto\">see <a href=\"https://a.example/\" rel=\"nofollow ugc noopener\">https://a.example/</a></p>", SafeHtml.From(body, RenderOptions.Reader).ToString());
    }

    [Fact]
    public void Headings_move_down_under_other_headings_and_blocks_can_be_linked_to()
    {
        var body = Body.From(new Heading(2, Inlines.Plain("Later")) { Id = "k7" });
        Assert.Equal("<h4 id=\"b-k7\">Later</h4>", SafeHtml.From(body, new RenderOptions { HeadingShift = 2, AnchorPrefix = "b-" }).ToString());
    }

    [Fact]
    public void Linked_data_cannot_end_its_script()
    {
        var html = SafeHtml.LinkedData(new System.Text.Json.Nodes.JsonObject { ["headline"] = "</script><script>alert(1)</script>" }).ToString();
        Assert.Equal(1, html.Split("</script>").Length - 1);
    }

    [Fact]
    public void An_embed_is_a_plain_link()
    {
        var body = Body.From(new Embed("Clips", LinkTarget.Parse("https://clips.example/v/1")!));
        Assert.Equal("<p class=\"embed\"><a href=\"https://clips.example/v/1\" rel=\"noopener\">Clips: https://clips.example/v/1</a></p>", SafeHtml.From(body, RenderOptions.Story).ToString());
    }
}
