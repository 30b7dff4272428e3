using Dateline.Formats.Feeds;

namespace Dateline.Formats.Wires;

/// <summary>What the envelope around the items says: G2 <c>header</c>, NewsML 1 <c>NewsEnvelope</c>.</summary>
internal sealed class WireMessage(FeedSetting setting)
{
    public WireCatalog Catalog { get; } = new();

    public string? Sender { get; private set; }

    /// <summary>How far the clock of the envelope is ahead of UTC, where it says so.</summary>
    public TimeSpan? Clock { get; private set; }

    public string? Priority { get; private set; }

    /// <summary>The topics that a NewsML 1 document names outside of its items.</summary>
    public WireNode? Topics { get; private set; }

    public void Read(WireNode envelope)
    {
        if (envelope.Local is "catalog")
        {
            var around = new WireNode("");
            around.Add(envelope);
            Catalog.Declare(around);
            return;
        }

        if (envelope.Local is "topicset")
        {
            (Topics ??= new WireNode("")).Add(envelope);
            return;
        }

        if (envelope.Local is not ("header" or "newsenvelope")) return;
        Catalog.Declare(envelope);
        Sender ??= WireText.Line(envelope.Child("sender")) ?? envelope.Child("sentfrom")?.Child("party")?.Attribute("formalname");
        Priority ??= WireText.Line(envelope.Child("priority")) ?? envelope.Child("priority")?.Attribute("formalname");
        Clock ??= DocumentClock.Of(envelope);
        var sent = WireText.Line(envelope.Child("sent") ?? envelope.Child("dateandtime"));
        setting.Head.Set(setting.Head.Head with
        {
            Id = setting.Head.Head.Id ?? WireText.Line(envelope.Child("transmitid") ?? envelope.Child("transmissionid")),
            Updated = setting.Head.Head.Updated ?? (Text.NewsDate.TryRead(sent ?? "", out var at) ? at : null),
        });
    }

    /// <summary>The items' own words count more.</summary>
    public void Complete(WireDraft draft)
    {
        draft.Urgency ??= WireDraft.ReadUrgency(Priority);
        draft.Item.Credit = draft.Item.Credit with { Provider = draft.Item.Credit.Provider ?? Sender ?? draft.ProviderId };
    }
}
