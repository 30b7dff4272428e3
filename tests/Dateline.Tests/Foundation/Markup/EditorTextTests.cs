using Dateline.Foundation.Markup;

namespace Dateline.Tests.Foundation.Markup;

public class EditorTextTests
{
    [Fact]
    public void Saving_without_an_edit_changes_nothing() => Bodies.Hold(body => EditorText.Read(EditorText.Write(body), body).OrThrow().Equals(body));

    [Fact]
    public void A_browsers_line_ends_are_not_an_edit() =>
        Bodies.Hold(body => EditorText.Read(EditorText.Write(body).Replace("\n", "\r\n", StringComparison.Ordinal) + "\r\n", body).OrThrow().Equals(body));

    [Fact]
    public void The_notation_says_the_same_to_whoever_has_not_seen_the_body() => Bodies.Hold(body =>
    {
        // Read against a body whose blocks all have other texts: every line is parsed. What an author could have typed comes back.
        var typed = MarkupReader.Read(SafeHtml.From(body, RenderOptions.Story).ToString()).OrThrow();
        typed = Body.From(typed.Blocks.Where(block => block is Paragraph paragraph && paragraph.Content.All(piece => piece is LineBreak or Text { Marks: Marks.None or Marks.Strong or Marks.Emphasis })));
        var read = EditorText.Read(EditorText.Write(typed), Body.Empty).OrThrow();
        return CleanText.Line(PlainText.From(read)) == CleanText.Line(PlainText.From(typed));
    });

    [Fact]
    public void The_notation_is_what_a_person_would_write()
    {
        const string typed = """
            The *old* bridge at [Amsel](https://a.example/b_(c)) is **closed**.
            Second line

            ## What we know

            > Nobody was hurt.

            - boats
            - buses
              - night buses

            3. third
            4. fourth

            ---

            5 * 3 is 15
            """;
        var body = EditorText.Read(typed, Body.Empty).OrThrow();
        Assert.Equal(
            "<p>The <em>old</em> bridge at <a href=\"https://a.example/b_(c)\" rel=\"noopener\">Amsel</a> is <strong>closed</strong>.<br/>Second line</p><h2>What we know</h2>"
            + "<blockquote><p>Nobody was hurt.</p></blockquote><ul><li>boats</li><li><p>buses</p><ul><li>night buses</li></ul></li></ul>"
            + "<ol start=\"3\"><li>third</li><li>fourth</li></ol><hr/><p>5 * 3 is 15</p>",
            SafeHtml.From(body, RenderOptions.Story).ToString());
        Assert.Equal(body, EditorText.Read(EditorText.Write(body), Body.Empty).OrThrow());
    }

    [Fact]
    public void An_edited_paragraph_keeps_its_id_and_its_neighbours_theirs()
    {
        var body = Body.Plain("The bridge is closed.", "Ferries run hourly.", "The mayor spoke.");
        var edited = EditorText.Read("The bridge is closed.\n\nNew in between.\n\nFerries now run hourly.\n\nThe mayor spoke.", body).OrThrow();

        Assert.Equal([body.Blocks[0].Id, body.Blocks[1].Id, body.Blocks[2].Id], new[] { edited.Blocks[0].Id, edited.Blocks[2].Id, edited.Blocks[3].Id });
        Assert.DoesNotContain(edited.Blocks[1].Id, body.Blocks.Select(block => block.Id));
    }

    [Fact]
    public void Paragraphs_change_places_with_their_ids()
    {
        var body = Body.Plain("One.", "Two.", "Three.");
        var moved = EditorText.Read("Three.\n\nOne.\n\nTwo.", body).OrThrow();
        Assert.Equal([body.Blocks[2], body.Blocks[0], body.Blocks[1]], moved.Blocks);
    }

    [Fact]
    public void A_picture_line_moves_the_picture_and_an_unknown_one_is_refused()
    {
        var body = Body.From(new PictureBlock(Guid.Empty, null, "Quay", "The [old] quay") { Id = "pic1" }, new Paragraph(Inlines.Plain("Text")));
        Assert.Equal("[[picture:pic1 The [old quay]]\n\nText", EditorText.Write(body));
        Assert.Equal(body.Blocks[0], EditorText.Read("Text changed\n\n[[picture:pic1]]", body).OrThrow().Blocks[1]);
        Assert.Equal("unknown-block", EditorText.Read("[[picture:other]]", body).Refusal?.Code);
        var twice = EditorText.Read("[[picture:pic1]]\n\n[[picture:pic1]]", body).OrThrow();
        Assert.Equal(2, twice.Blocks.Select(block => block.Id).Distinct().Count());
    }

    [Fact]
    public void Signs_without_end_take_no_time()
    {
        foreach (var piece in new[] { "*a ", "**", "[", "[a](", "\\", "~x", "> ", "- a\n", "[[x:", "- a\n  " })
            EditorText.Read(string.Concat(Enumerable.Repeat(piece, 100_000)), Body.Empty);
    }
}
