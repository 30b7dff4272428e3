using System.Net;
using System.Security.Cryptography;
using System.Text;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Layout.Languages;
using Dateline.People;
using Dateline.Replies;
using Dateline.Replies.Moderation;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Operating;

/// <summary>
/// The demo's readers write as readers do: through the form's check, the phases and the write, so that the moderators find what
/// was seen of each. The demo's moderator lets through most; the rest waits for you.
/// </summary>
internal sealed class DemoReaders(IServiceProvider services)
{
    /// <summary>The moderator looks every few minutes.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(6);

    private readonly Writes _writes = services.GetRequiredService<Writes>();
    private readonly DatelineDbFactory _databases = services.GetRequiredService<DatelineDbFactory>();
    private readonly AddressVault _vault = services.GetRequiredService<AddressVault>();
    private readonly Discussions _discussions = services.GetRequiredService<Discussions>();
    private readonly Pipeline _pipeline = services.GetRequiredService<Pipeline>();
    private readonly ReceiveReply _receive = services.GetRequiredService<ReceiveReply>();
    private readonly TimeProvider _clock = services.GetRequiredService<TimeProvider>();

    /// <summary>Writes the letters under a story that is public.</summary>
    /// <param name="editor">Decides where there is no moderator.</param>
    public async Task Write(string key, IReadOnlyList<DemoReply> letters, Editor editor, CancellationToken cancel)
    {
        PublicStory? story;
        Dictionary<Role, Editor> staff;
        await using (var db = _databases.Open())
        {
            story = await db.FindPublicStory(key, _clock.Now(), cancel);
            staff = (await db.Staff.ToListAsync(cancel)).GroupBy(one => one.Role).ToDictionary(group => group.Key, group => new Editor(group.First().Id, group.First().Name, group.Key));
        }
        if (story is null || letters.Count == 0) return;
        var moderator = staff.GetValueOrDefault(Role.Moderator) ?? editor;

        // On a story that is younger than its letters they lie as far apart as there is room, and in the same order.
        var pace = Math.Min(1, (_clock.Now() - story.PublishedAt).TotalMinutes / (letters.Max(letter => letter.MinutesAfter) + 1));
        var kept = new Dictionary<string, Guid>(StringComparer.Ordinal);
        var ordered = letters.OrderBy(letter => letter.MinutesAfter).ToList();
        foreach (var (letter, number) in ordered.Select((letter, number) => (letter, number)))
        {
            var at = Whole(story.PublishedAt.AddMinutes(letter.MinutesAfter * pace));
            var next = number + 1 < ordered.Count ? story.PublishedAt.AddMinutes(ordered[number + 1].MinutesAfter * pace) : _clock.Now();
            var decided = Whole(at + TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, (next - at).Ticks / 2)));
            Guid? parent = letter.Parent is { } named && kept.TryGetValue(named, out var answered) ? answered : null;
            var (reply, _) = new ReplyForm(letter.Name, letter.Email, letter.Website ?? "", letter.Text, parent?.ToString() ?? "").Check(Wording.Of(story.Language));
            if (reply is null) continue;
            var id = letter.Staff is not null && parent is { } question
                ? await Answer(question, reply, letter.Pin, staff.Values.FirstOrDefault(one => one.Name == letter.Name) ?? moderator, at, cancel)
                : await Send(story, reply, letter.Suggested == "approve" ? moderator : null, at, decided, cancel);
            if (id is not { } known) continue;
            kept[letter.Id] = known;
            if (letter.Pick) await _writes.Run((db, stop) => MarkReply.Pick(db, known, moderator, decided, stop), cancel);
            if (letter.Reported is { } report) await Report(known, report, Whole(decided + (_clock.Now() - decided) / 2), cancel);
            if (letter.Asks is { } role && staff.GetValueOrDefault(role) is { } author) await Sign(story.Id, author, at, cancel);
        }
    }

    /// <param name="letsThrough">Who publishes it when it waits; null: it goes on waiting.</param>
    private async Task<Guid?> Send(PublicStory story, CheckedReply reply, Editor? letsThrough, DateTimeOffset at, DateTimeOffset decided, CancellationToken cancel)
    {
        Answered? parent;
        await using (var db = _databases.Open()) parent = reply.Parent is { } to ? await db.PublicReplyToAnswer(story.Id, to, cancel) : null;
        var candidate = new Candidate(story, reply, SenderKeys.Of(_vault, Home(reply.Email), reply.Email, reply.Name), await _discussions.OfIncoming(story, cancel), at);
        var screened = await _pipeline.Look(candidate, cancel);
        if (screened.Refused is not null || (await _receive.Perform(candidate, parent, screened, cancel)).Value.Kept is not { } kept) return null;
        if (screened.State != ReplyState.Published && letsThrough is not null)
            await _writes.Run((db, stop) => DecideReplies.Perform(db, [new(kept, 0)], screened.State, ReplyState.Published, null, letsThrough, decided, stop), cancel);
        return kept;
    }

    private async Task<Guid?> Answer(Guid question, CheckedReply text, bool pin, Editor by, DateTimeOffset at, CancellationToken cancel) =>
        (await _writes.Run((db, stop) => AnswerReply.Perform(db, question, text with { Name = by.Name }, pin, by, at, stop), cancel)).Value is { Refusal: null, Id: var answer } ? answer : null;

    /// <summary>Whose story it is: what readers ask under it stands on their desk.</summary>
    private Task Sign(Guid story, Editor author, DateTimeOffset at, CancellationToken cancel) => _writes.Run(async (db, stop) =>
    {
        if (await db.LoadStory(story, stop) is { } signed) db.Add(Revision.Of(signed, author.Id, at));
    }, cancel);

    private Task Report(Guid reply, DemoReport report, DateTimeOffset at, CancellationToken cancel) => _writes.Run((db, _) =>
    {
        db.Add(new ReplyReport { Id = Guid.CreateVersion7(at), ReplyId = reply, Reason = report.Reason, Words = report.Words, ReporterKey = _vault.Recognise("report", "demo", reply.ToString("N"))[..SenderKeys.Length], At = at });
        db.Journal.Add(new ReplyReported(reply));
        return Task.CompletedTask;
    }, cancel);

    private static DateTimeOffset Whole(DateTimeOffset at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));

    /// <summary>A network of its own for each, of those that are nobody's (RFC 2544): else they would all come from one house.</summary>
    private static IPAddress Home(string email)
    {
        var letters = SHA256.HashData(Encoding.UTF8.GetBytes(email));
        return new IPAddress([198, (byte)(18 + (letters[1] & 1)), letters[0], 7]);
    }
}
