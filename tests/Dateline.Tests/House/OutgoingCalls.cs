using System.Collections.Concurrent;
using System.Diagnostics.Tracing;

namespace Dateline.Tests.House;

/// <summary>Whom this process asks for: each name that is looked up and each request that is begun, whatever client begins it, as the runtime itself tells.</summary>
internal sealed class OutgoingCalls : EventListener
{
    private static readonly string[] Sources = ["System.Net.Http", "System.Net.NameResolution", "System.Net.Sockets"];
    private readonly ConcurrentQueue<string> _all = new();

    /// <summary>Other tests make calls beside this one: look for names that are nobody else's.</summary>
    public IEnumerable<string> To(string host) => _all.Where(call => call.Contains(host, StringComparison.OrdinalIgnoreCase));

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (Sources.Contains(eventSource.Name, StringComparer.Ordinal)) EnableEvents(eventSource, EventLevel.Informational);
    }

    // Called before the field is there for sources that exist already.
    protected override void OnEventWritten(EventWrittenEventArgs eventData) => _all?.Enqueue($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? new([]))}");
}
