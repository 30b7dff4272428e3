using Dateline.Foundation.Journal;
using Dateline.Foundation.Pages;

namespace Dateline.Replies.Moderation;

/// <summary>GET /desk/replies/stream: tells open queues that a reply came, or was decided on.</summary>
internal sealed class QueueStream(NodeJournal journal, TimeProvider clock, IHostApplicationLifetime life)
    : EventStream(journal, clock, life, fact => fact is UnseenReplyFact or SeenReplyFact);
