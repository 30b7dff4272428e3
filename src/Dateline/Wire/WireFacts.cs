using Dateline.Foundation.Journal;

namespace Dateline.Wire;

/// <summary>Something happened to an item of the wire.</summary>
public abstract record WireFact(Guid Item, Guid Source) : Fact
{
    public override IEnumerable<string> Subjects => []; // the public sees nothing of the wire
}

public sealed record WireItemReceived(Guid Item, Guid Source) : WireFact(Item, Source);

public sealed record WireItemUpdated(Guid Item, Guid Source) : WireFact(Item, Source);

/// <summary>Its own source withdrew it.</summary>
public sealed record WireItemKilled(Guid Item, Guid Source) : WireFact(Item, Source);

public sealed record FeedHealthChanged(Guid Feed) : Fact
{
    public override IEnumerable<string> Subjects => [];
}
