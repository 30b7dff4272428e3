using System.Text.Json;
using Dateline.Foundation.Markup;

namespace Dateline.Tests.Foundation.Markup;

public class BodyJsonTests
{
    [Fact]
    public void A_body_comes_back_from_json_exactly() => Bodies.Hold(body => Body.FromJson(body.ToJson()).Value!.Equals(body));

    [Fact]
    public void Every_block_has_an_id_of_its_own() => Bodies.Hold(body =>
        body.AllBlocks().All(block => BlockIds.IsValid(block.Id)) && body.AllBlocks().Select(block => block.Id).Distinct().Count() == body.AllBlocks().Count());

    [Fact]
    public void Json_speaks_the_editors_language()
    {
        var body = Body.From(
            new Paragraph([new Text("Rain "), new Text("stopped", Marks.Strong, LinkTarget.Parse("https://a.example/"))]) { Id = "p1" },
            new ListBlock(Ordered: false, [new ListItem([new Paragraph(Inlines.Plain("one")) { Id = "p2" }])]) { Id = "l1" });

        Assert.Equal(
            """{"type":"doc","content":[{"type":"paragraph","attrs":{"id":"p1"},"content":[{"type":"text","text":"Rain "},{"type":"text","text":"stopped","marks":[{"type":"bold"},{"type":"link","attrs":{"href":"https://a.example/"}}]}]},{"type":"bulletList","attrs":{"id":"l1"},"content":[{"type":"listItem","content":[{"type":"paragraph","attrs":{"id":"p2"},"content":[{"type":"text","text":"one"}]}]}]}]}""",
            body.ToJson());
    }

    [Fact]
    public void What_the_editor_always_writes_is_understood()
    {
        var body = Body.FromJson("""
            {"type":"doc","content":[
              {"type":"paragraph","attrs":{"textAlign":null},"content":[{"type":"text","text":"a","marks":[{"type":"link","attrs":{"href":"https://a.example/","target":"_blank","rel":"noopener","class":null}}]},{"type":"hardBreak","marks":[{"type":"bold"}]}]},
              {"type":"image","attrs":{"pictureId":"00000000-0000-0000-0000-000000000001","src":"/pictures/1.webp","alt":null,"title":null}},
              {"type":"codeBlock","attrs":{"language":null},"content":[{"type":"text","text":"x"}]},
              {"type":"table","content":[{"type":"tableRow","content":[{"type":"tableCell","attrs":{"colspan":1,"rowspan":1,"colwidth":null},"content":[{"type":"paragraph"},{"type":"paragraph","content":[{"type":"text","text":"b"}]}]}]}]}]}
            """).OrThrow();

        Assert.Equal(["Paragraph", "PictureBlock", "Preformatted", "Table"], body.Blocks.Select(block => block.GetType().Name));
        Assert.Null(((PictureBlock)body.Blocks[1]).Src);
    }

    [Theory]
    [InlineData("", "not-json")]
    [InlineData("[]", "not-a-document")]
    [InlineData("""{"type":"doc","content":[{"type":"iframe"}]}""", "unknown-node")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph","onclick":"x"}]}""", "unknown-property")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph","attrs":{"style":"x"}}]}""", "unknown-attribute")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph","attrs":{"id":"<x>"}}]}""", "bad-id")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph","attrs":{"id":7}}]}""", "unknown-attribute")]
    [InlineData("""{"type":"doc","content":[{"type":"heading","attrs":{"level":1}}]}""", "bad-heading")]
    [InlineData("""{"type":"doc","content":[{"type":"image","attrs":{"src":"/x.png"}}]}""", "bad-picture")]
    [InlineData("""{"type":"doc","content":[{"type":"image","attrs":{"src":"data:image/png;base64,AA"}}]}""", "bad-picture")]
    [InlineData("""{"type":"doc","content":[{"type":"text","text":"x"}]}""", "unknown-property")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"blink"}]}]}]}""", "unknown-mark")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"x","marks":[{"type":"link","attrs":{"href":"javascript:alert(1)"}}]}]}]}""", "bad-link")]
    [InlineData("""{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"\ud800"}]}]}""", "not-unicode")]
    [InlineData("""{"type":"doc","type":"doc"}""", "not-json")]
    public void What_is_not_on_the_list_is_refused(string json, string code) => Assert.Equal(code, Body.FromJson(json).Refusal?.Code);

    [Fact]
    public void Bounds_hold()
    {
        string Nested(int depth) => $$"""{"type":"doc","content":[{{string.Concat(Enumerable.Repeat("""{"type":"blockquote","content":[""", depth))}}{"type":"paragraph"}{{string.Concat(Enumerable.Repeat("]}", depth))}}]}""";
        Assert.True(Body.FromJson(Nested(Body.MaximumDepth - 1)).Accepted);
        Assert.Equal("too-deep", Body.FromJson(Nested(Body.MaximumDepth)).Refusal?.Code);
        Assert.False(Body.FromJson(Nested(100_000)).Accepted);

        var many = Enumerable.Repeat(new Paragraph(Inlines.Plain("x")), Body.MaximumBlocks + 1);
        Assert.Equal("too-many-blocks", Body.TryFrom(many).Refusal?.Code);
        Assert.Equal("too-long", Body.TryFrom([new Paragraph(Inlines.Plain(new string('x', Body.MaximumText + 1)))]).Refusal?.Code);
    }

    [Fact]
    public void A_paragraph_that_a_second_take_leaves_alone_keeps_its_id()
    {
        var first = MarkupReader.Read("<p>The bridge is closed.</p><p>Ferries run hourly.</p>").OrThrow();
        var second = MarkupReader.Read("<p>The bridge has opened.</p><p>Ferries run hourly.</p>").OrThrow();

        Assert.Equal(first.Blocks[1].Id, second.Blocks[1].Id);
        Assert.NotEqual(first.Blocks[0].Id, second.Blocks[0].Id);
    }

    [Fact]
    public void Json_can_stand_inside_a_page() => Bodies.Hold(body => body.ToJson().IndexOfAny(['<', '>', '&']) < 0 && JsonDocument.Parse(body.ToJson()) is not null);
}
