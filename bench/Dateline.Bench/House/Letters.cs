using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Dateline.Replies.Screening;

namespace Dateline.Bench.House;

/// <summary>Invented letters of readers, no two alike, and replies made of them without the form.</summary>
internal static class Letters
{
    private static readonly string[] Words =
    [
        "harbour", "pilot", "strait", "tide", "convoy", "minister", "bridge", "school", "ferry", "winter", "council", "fishing", "island", "north", "grain", "court", "night", "train", "water", "road",
        "hospital", "union", "figures", "report", "morning", "price", "bread", "market", "storm", "lights", "village", "teacher", "engine", "shore", "census", "voters", "budget", "summer", "river", "stone",
    ];

    public static string Text(int number, int words = 30)
    {
        var random = new Random(number);
        return string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)])) + $" {number}.";
    }

    public static async Task Fill(BenchHouse house, Stories.Story story, int count, Func<int, ReplyState> state, int from = 0, bool traced = false)
    {
        var vault = house.Get<AddressVault>();
        var cipher = vault.Hide("reader@readers.example");
        foreach (var batch in Enumerable.Range(from, count).Chunk(5_000))
        {
            var replies = batch.Select(number => Of(vault, cipher, story, number, state(number))).ToList();
            var traces = traced ? replies.ConvertAll(reply => Trace(vault, reply)) : [];
            await house.Get<Writes>().Run(async (db, cancel) =>
            {
                await ManyRows.Insert(db, replies, cancel);
                await ManyRows.Insert(db, traces, cancel);
            }, CancellationToken.None);
        }
    }

    private static ReplyTrace Trace(AddressVault vault, Reply reply)
    {
        var trace = new ReplyTrace { ReplyId = reply.Id, StoryId = reply.StoryId, At = TimeProvider.System.Now(), RepeatKey = vault.Recognise("bench", reply.Name)[..SenderKeys.Length], NetworkKey = reply.AddressKey! };
        trace.Bear(new MinHash(vault).Of(MatchText.Of(reply.Body.ToString()).Line));
        return trace;
    }

    private static Reply Of(AddressVault vault, byte[] cipher, Stories.Story story, int number, ReplyState state)
    {
        var at = story.PublishedAt!.Value.AddSeconds(number + 1);
        var id = Guid.CreateVersion7(at);
        return new Reply
        {
            Id = id,
            Path = ThreadPath.Of(null, id),
            StoryId = story.Id,
            StoryKey = story.Key,
            Edition = story.Edition,
            Name = $"Reader {number}",
            EmailCipher = cipher,
            AddressKey = SenderKeys.AddressOf(vault, $"reader{number % 50_000}@readers.example"),
            Body = Body.Plain(Text(number)),
            State = state,
            HeldBy = state == ReplyState.Held ? "first" : null,
            SubmittedAt = at,
            PublishedAt = state == ReplyState.Published ? at : null,
        };
    }
}
