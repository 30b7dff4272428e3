using System.Runtime.CompilerServices;

namespace Dateline.Foundation.Markup;

[Flags]
public enum Marks
{
    None = 0,
    Strong = 1,
    Emphasis = 2,
    Strike = 4,
    Code = 8,
    Subscript = 16,
    Superscript = 32,
}

public abstract record Inline;

public sealed record LineBreak : Inline
{
    public static LineBreak One { get; } = new();
}

public sealed record Text(string Value, Marks Marks = Marks.None, LinkTarget? Link = null) : Inline
{
    public string Value { get; init => field = CleanText.Flowing(value); } = CleanText.Flowing(Value);

    public bool LooksLike(Text other) => Marks == other.Marks && Link == other.Link;
}

/// <summary>
/// The content of a paragraph in its one canonical form: no empty text, and no two neighbours with the same marks.
/// </summary>
[CollectionBuilder(typeof(Inlines), nameof(Of))]
public sealed class Inlines : Sequence<Inline>
{
    private Inlines(Inline[] items) : base(items)
    {
    }

    public static Inlines Empty { get; } = new([]);

    public static Inlines Plain(string text) => Of([new Text(text)]);

    public static Inlines Of(ReadOnlySpan<Inline> items)
    {
        if (items.IsEmpty) return Empty;
        var joined = new List<Inline>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is not Text text)
            {
                joined.Add(items[i]);
                continue;
            }
            var last = i;
            while (last + 1 < items.Length && items[last + 1] is Text next && next.LooksLike(text)) last++;
            if (last > i) text = text with { Value = Join(items[i..(last + 1)]) };
            i = last;
            if (text.Value.Length == 0) continue;
            if (joined is [.., Text before] && before.LooksLike(text))      // an empty text stood between the two
                joined[^1] = before with { Value = before.Value + text.Value };
            else
                joined.Add(text);
        }
        return new Inlines([.. joined]);
    }

    private static string Join(ReadOnlySpan<Inline> run)
    {
        var text = new System.Text.StringBuilder();
        foreach (var item in run) text.Append(((Text)item).Value);
        return text.ToString();
    }
}
