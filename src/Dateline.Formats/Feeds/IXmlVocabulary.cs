using Dateline.Formats.Xml;

namespace Dateline.Formats.Feeds;

/// <summary>What the pieces mean that <see cref="XmlFeed"/> cuts out of a document.</summary>
internal interface IXmlVocabulary
{
    CutNames Names { get; }

    /// <summary>The opening tag of a container; or of an item that stands alone.</summary>
    void Open(ReadOnlySpan<char> tag);

    /// <summary>False when there was nothing in the item; true without an item when it is a kind that is passed over.</summary>
    bool TryItem(ReadOnlySpan<char> raw, bool closed, out NewsItem? item);

    /// <summary>An element that stands beside the items.</summary>
    NewsPart? Beside(ReadOnlySpan<char> raw);
}

/// <summary>RSS and Atom.</summary>
internal sealed class FeedVocabulary(FeedSetting setting) : IXmlVocabulary
{
    public CutNames Names => FeedCutNames.Instance;

    public void Open(ReadOnlySpan<char> tag) => setting.Open(tag);

    public bool TryItem(ReadOnlySpan<char> raw, bool closed, out NewsItem? item)
    {
        item = XmlItems.Read(raw, closed, setting, out var isPassedOver);
        return item is not null || isPassedOver;
    }

    public NewsPart? Beside(ReadOnlySpan<char> raw) => HeadElements.Read(raw, setting);
}
