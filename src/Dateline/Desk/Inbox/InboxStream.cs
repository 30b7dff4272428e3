using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;
using Dateline.Wire;

namespace Dateline.Desk.Inbox;

/// <summary>GET /desk/inbox/stream: tells open inboxes that the wire has moved.</summary>
internal sealed class InboxStream(NodeJournal journal, TimeProvider clock, IHostApplicationLifetime life)
    : EventStream(journal, clock, life, fact => fact is WireFact);
