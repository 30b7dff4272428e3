using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Dateline.Replies.Threads;
using Dateline.Search;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Operating.Moving;

/// <summary>How many rows came in and how many were here already.</summary>
internal sealed record MovedCounts(int Stories, int Replies, int StoriesHere, int RepliesHere);

/// <summary>What is written at once. What is here already stays as it is: somebody may have changed it, killed it or erased it since.</summary>
internal sealed class MovedBatch
{
    private const int Rows = 500;
    private const int MostLetters = 4_000_000;
    private const int InOneQuestion = 500;

    public List<MovedStory> Stories { get; } = [];

    public List<Reply> Replies { get; } = [];

    /// <summary>Replies that were found to be here before they came to be written.</summary>
    public int RepliesHere { get; set; }

    /// <summary>Replies that were taken before their numbers were kept: they get them.</summary>
    public List<(Guid Id, long Number)> Unnumbered { get; } = [];

    /// <summary>Stories whose last reply is in this batch, and which have answers to answers: they are counted anew.</summary>
    public List<Guid> Threaded { get; } = [];

    /// <summary>Of the texts in the file: a few long ones fill a batch as well.</summary>
    public int Letters { get; set; }

    public bool IsFull => Stories.Count + Replies.Count + Unnumbered.Count >= Rows || Letters >= MostLetters;

    public bool IsEmpty => Stories.Count + Replies.Count + RepliesHere + Threaded.Count == 0;

    public async Task<MovedCounts> Write(DatelineDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var ids = Stories.ConvertAll(moved => moved.Story.Id);
        var known = await db.Stories.Where(story => ids.Contains(story.Id)).Select(story => story.Id).ToHashSetAsync(cancel);
        var fresh = Stories.Where(moved => !known.Contains(moved.Story.Id)).Select(moved => moved.Story).DistinctBy(story => story.Id).ToList();
        db.AddRange(fresh);
        db.AddRange(fresh.Where(story => story is { Status: StoryStatus.Published, SourceId: null }).Select(Found));
        await AddAddresses(db, cancel);
        await db.SaveChangesAsync(cancel);
        // What the contract with a source lets be found, the gate knows.
        foreach (var story in fresh.Where(story => story is { Status: StoryStatus.Published, SourceId: not null })) await StoryWords.Index(db, story.Id, story.Key, now, cancel);

        var here = new HashSet<Guid>();
        foreach (var some in Replies.Select(reply => reply.Id).Chunk(InOneQuestion))
            here.UnionWith(await db.Replies.Where(reply => some.Contains(reply.Id)).Select(reply => reply.Id).ToListAsync(cancel));
        await ManyRows.Insert(db, Replies.Where(reply => !here.Contains(reply.Id)).DistinctBy(reply => reply.Id).ToList(), cancel);
        foreach (var (id, number) in Unnumbered)
            await db.Replies.Where(reply => reply.Id == id && reply.OldNumber == null && reply.ErasedAt == null).ExecuteUpdateAsync(row => row.SetProperty(reply => reply.OldNumber, number), cancel);
        foreach (var story in Threaded) await AnswerCount.Recount(db, story, cancel);
        if (fresh.Count > 0 || here.Count < Replies.Count || Unnumbered.Count > 0) db.Journal.Add(new HouseChanged());
        return new MovedCounts(fresh.Count, Replies.Count - here.Count, known.Count, here.Count + RepliesHere);
    }

    private static SearchRow Found(Story story)
    {
        var (headline, text) = StoryWords.Of(PublicStory.Of(story));
        return new SearchRow { StoryId = story.Id, Edition = story.Edition, Headline = headline, Text = text };
    }

    private async Task AddAddresses(DatelineDb db, CancellationToken cancel)
    {
        var all = Stories.SelectMany(moved => moved.Addresses.Select(address => (Address: address, moved.Story.Id))).DistinctBy(row => row.Address, StringComparer.Ordinal).ToList();
        var addresses = all.ConvertAll(row => row.Address);
        var taken = await db.Set<OldAddress>().Where(row => addresses.Contains(row.Address)).Select(row => row.Address).ToHashSetAsync(StringComparer.Ordinal, cancel);
        db.AddRange(all.Where(row => !taken.Contains(row.Address)).Select(row => new OldAddress { Address = row.Address, StoryId = row.Id }));
    }
}
