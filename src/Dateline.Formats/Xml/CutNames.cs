namespace Dateline.Formats.Xml;

/// <summary>Which elements hold items and which are items: what <see cref="FeedCutter"/> must know of a format.</summary>
internal abstract class CutNames
{
    /// <summary>An element in which an item may carry another of its own kind.</summary>
    public abstract string Holder { get; }

    /// <summary>Whether holders nest. If they don't, one that is left open is not waited for twice.</summary>
    public virtual bool HoldersNest => false;

    /// <summary>Whether a prefix says anything about the meaning of these names.</summary>
    public virtual bool PrefixMatters => false;

    public abstract bool IsContainer(ReadOnlySpan<char> name);

    public abstract bool IsItem(ReadOnlySpan<char> name);

    /// <summary>The item in which this belongs, where it stands outside of any: the item's own tag was lost.</summary>
    public virtual string? ItemAround(ReadOnlySpan<char> name) => null;
}

/// <summary>The names of RSS and Atom.</summary>
internal sealed class FeedCutNames : CutNames
{
    public static readonly FeedCutNames Instance = new();

    // An entry may carry another in its content (RFC 4287 section 4.1.3.3).
    public override string Holder => "content";

    public override bool PrefixMatters => true;

    public override bool IsContainer(ReadOnlySpan<char> name) => FeedNames.IsContainer(name);

    public override bool IsItem(ReadOnlySpan<char> name) => FeedNames.IsItem(name);
}
