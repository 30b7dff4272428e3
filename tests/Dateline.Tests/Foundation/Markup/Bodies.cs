using Dateline.Foundation.Markup;
using FsCheck;
using FsCheck.Fluent;

namespace Dateline.Tests.Foundation.Markup;

/// <summary>Bodies of every kind of block, with the awkward texts first.</summary>
internal static class Bodies
{
    private static readonly string[] Words =
    [
        "harbour", "The", "minister", "said", " ", "  ", "", "\u00A0", "*", "**", "_", "~", "^", "`", "[", "]", "](", "\\", "\\\\", "<", ">", "&", "\"", "'",
        "<script>", "&amp;", "# ", "## Sub", "> ", "- ", "1. ", "12. x", "---", "[[picture:abc]]", "[[", "]]", "می\u200Cگوید", "شفقنا", "地震", "が", "👩\u200D🌾", "é", "e\u0301",
        "http://a.example/", "https://b.example/x_(y)", ".", ",", "\u202E", "\u0000", "\uD800", "\n", "\t", "\u2028", "a\u00ADb", "—", "…",
    ];

    private static readonly string[] Addresses =
    [
        "https://wire.example/a", "http://wire.example/?a=1&b=%22x%22", "mailto:desk@wire.example", "https://wire.example/Bird_(lake)", "https://fa.example/خبر",
        "https://wire.example/a*b_c~d#e", "https://wire.example/)(",
    ];

    public static Gen<string> Texts { get; } =
        Gen.Choose(0, 5).SelectMany(count => Gen.Elements(Words).ArrayOf(count)).Select(words => string.Concat(words));

    public static Gen<LinkTarget> Links { get; } = Gen.Elements(Addresses).Select(address => LinkTarget.Parse(address)!);

    private static Gen<LinkTarget?> PictureSources { get; } =
        Gen.Elements(Addresses.Where(address => address.StartsWith("http", StringComparison.Ordinal)).ToArray()).Select(LinkTarget.Parse);

    private static Gen<Inline> OneInline { get; } = Gen.Frequency(
        (5, from text in Texts from marks in Gen.Frequency((3, Gen.Constant(0)), (2, Gen.Choose(0, 63))) select (Inline)new Text(text, (Marks)marks)),
        (2, from text in Texts from marks in Gen.Choose(0, 3) from link in Links select (Inline)new Text(text, (Marks)marks, link)),
        (1, Gen.Constant((Inline)LineBreak.One)));

    public static Gen<Inlines> Lines { get; } =
        Gen.Choose(0, 5).SelectMany(count => OneInline.ArrayOf(count)).Select(pieces => Inlines.Of(pieces));

    public static Arbitrary<Body> All { get; } = Arb.From(
        from count in Gen.Choose(0, 6) from blocks in Blocks(3).ArrayOf(count) select Body.From(blocks),
        body => Enumerable.Range(0, body.Blocks.Count).Select(skip => Body.From(body.Blocks.Where((_, i) => i != skip))));

    private static Gen<Block> Blocks(int depth)
    {
        var leaf = Gen.Frequency(
            (6, Lines.Select(content => (Block)new Paragraph(content))),
            (2, from level in Gen.Choose(2, 4) from content in Lines select (Block)new Heading(level, content)),
            (1, Gen.Constant((Block)new Rule())),
            (1, Texts.Select(text => (Block)new Preformatted(text + "\n" + text))),
            (1, from text in Texts from link in PictureSources select (Block)new Embed(text, link!)),
            (2, Pictures),
            (1, Tables));
        if (depth == 0) return leaf;
        var inner = Gen.Choose(0, 3).SelectMany(count => Blocks(depth - 1).ArrayOf(count)).Select(blocks => blocks.ToSequence());
        return Gen.Frequency(
            (6, leaf),
            (2, from blocks in inner from cited in Gen.Elements(true, false) from cite in Links select (Block)new Quote(blocks, cited ? cite : null)),
            (2, Lists(inner)));
    }

    private static Gen<Block> Lists(Gen<Sequence<Block>> inner) =>
        from ordered in Gen.Elements(true, false)
        from start in Gen.Choose(0, 20)
        from count in Gen.Choose(0, 3)
        from items in inner.ArrayOf(count)
        select (Block)new ListBlock(ordered, items.Select(blocks => new ListItem(blocks)).ToSequence(), start);

    private static Gen<Block> Pictures { get; } =
        from ours in Gen.Elements(true, false)
        from id in Gen.Choose(1, 1000)
        from src in PictureSources
        from alt in Texts
        from caption in Texts
        from credit in Texts
        select (Block)new PictureBlock(ours ? new Guid(id, 0, 0, new byte[8]) : null, src, alt, caption, credit);

    private static Gen<Block> Tables { get; } =
        from columns in Gen.Choose(0, 3)
        from rows in Gen.Choose(0, 3)
        from cells in (from content in Lines from header in Gen.Elements(true, false) from span in Gen.Choose(1, 2) select new TableCell(content, header, span)).ArrayOf(columns * rows)
        select (Block)new Table(Enumerable.Range(0, rows).Select(row => new TableRow(cells.Skip(row * columns).Take(columns).ToSequence())).ToSequence());

    public static void Hold(Func<Body, bool> property, int times = 1000) =>
        Prop.ForAll(All, property).Check(Config.QuickThrowOnFailure.WithMaxTest(times));
}
