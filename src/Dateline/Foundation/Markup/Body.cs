namespace Dateline.Foundation.Markup;

/// <summary>
/// A text as a tree of blocks. It's immutable, inside its bounds, and every block has an id of its own; what can't be
/// so can't be a body.
/// </summary>
public sealed class Body : IEquatable<Body>
{
    public const int MaximumDepth = 16;
    public const int MaximumBlocks = 5_000;
    public const int MaximumInlines = 100_000;
    public const int MaximumText = 1_000_000;

    private Body(Sequence<Block> blocks) => Blocks = BlockIds.Complete(blocks);

    public static Body Empty { get; } = new([]);

    public Sequence<Block> Blocks { get; }
    public bool IsEmpty => Blocks.Count == 0;

    /// <summary>Counted when asked for.</summary>
    public int WordCount => Words.Count(this);

    /// <summary>Blocks that this program put together itself. Out of bounds is a bug, and throws.</summary>
    public static Body From(params IEnumerable<Block> blocks) =>
        TryFrom(blocks) is { Refusal: var refusal } body && refusal is null ? body.Value! : throw new ArgumentException(refusal!.Sentence, nameof(blocks));

    /// <summary>Blocks made from somebody else's text.</summary>
    public static Checked<Body> TryFrom(IEnumerable<Block> blocks)
    {
        var sequence = blocks.ToSequence();
        return new BodySize().Measure(sequence) is { } refusal ? refusal : new Body(sequence);
    }

    public static Body Plain(params IEnumerable<string> paragraphs) => From(paragraphs.Select(text => new Paragraph(Inlines.Plain(text))));

    /// <summary>Reads the editor's document, by allow-list. Whatever the model does not know is refused, never dropped.</summary>
    public static Checked<Body> FromJson(string json) => BodyJsonReader.Read(json);

    public string ToJson() => BodyJsonWriter.Write(this);

    /// <summary>The beginning, cut between two words, its structure kept and an ellipsis where more follows.</summary>
    public Body Excerpt(int words) => Markup.Excerpt.Of(this, words);

    public Body FirstParagraphs(int count) => new(Blocks.OfType<Paragraph>().Take(count).ToSequence<Block>());

    /// <summary>Every block, nested ones after the one that holds them.</summary>
    public IEnumerable<Block> AllBlocks() => Walk(Blocks);

    public Block? Find(string id) => AllBlocks().FirstOrDefault(block => block.Id == id);

    /// <summary>The same text with some blocks replaced (or, by null, left out), at any depth.</summary>
    public Body Replace(Func<Block, Block?> replacement) => From(Replace(Blocks, replacement));

    /// <summary>Equal but for the ids.</summary>
    public bool SaysTheSameAs(Body other) => new Body(WithoutIds(Blocks)).Equals(new Body(WithoutIds(other.Blocks)));

    public bool Equals(Body? other) => other is not null && Blocks.Equals(other.Blocks);
    public override bool Equals(object? obj) => Equals(obj as Body);
    public override int GetHashCode() => Blocks.GetHashCode();
    public override string ToString() => PlainText.From(this);

    private static IEnumerable<Block> Walk(Sequence<Block> blocks)
    {
        foreach (var block in blocks)
        {
            yield return block;
            var inner = block switch
            {
                Quote quote => Walk(quote.Blocks),
                ListBlock list => list.Items.SelectMany(item => Walk(item.Blocks)),
                _ => [],
            };
            foreach (var nested in inner) yield return nested;
        }
    }

    private static Sequence<Block> Replace(Sequence<Block> blocks, Func<Block, Block?> replacement) => blocks
        .Select(block => replacement(block) switch
        {
            Quote quote => quote with { Blocks = Replace(quote.Blocks, replacement) },
            ListBlock list => list with { Items = list.Items.Select(item => new ListItem(Replace(item.Blocks, replacement))).ToSequence() },
            var other => other,
        })
        .OfType<Block>().ToSequence();

    private static Sequence<Block> WithoutIds(Sequence<Block> blocks) => Replace(blocks, block => block with { Id = "" });
}
