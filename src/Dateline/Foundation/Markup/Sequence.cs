using System.Collections;
using System.Runtime.CompilerServices;

namespace Dateline.Foundation.Markup;

/// <summary>An immutable list that is equal to another when its items are, so that trees compare by value.</summary>
[CollectionBuilder(typeof(Sequence), nameof(Sequence.Of))]
public class Sequence<T> : IReadOnlyList<T>, IEquatable<Sequence<T>> where T : class
{
    private readonly T[] items;

    internal Sequence(T[] items) => this.items = items;

    public int Count => items.Length;
    public T this[int index] => items[index];
    public ReadOnlySpan<T> Span => items;

    public bool Equals(Sequence<T>? other) => other is not null && items.AsSpan().SequenceEqual(other.items);
    public override bool Equals(object? obj) => Equals(obj as Sequence<T>);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var item in items) hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)items).GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => items.GetEnumerator();
}

public static class Sequence
{
    public static Sequence<T> Of<T>(ReadOnlySpan<T> items) where T : class => new(items.ToArray());
    public static Sequence<T> ToSequence<T>(this IEnumerable<T> items) where T : class => new(items.ToArray());
}
