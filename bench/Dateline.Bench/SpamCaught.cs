using Dateline.Bench.House;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Layout.Languages;
using Dateline.Replies;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Bench;

/// <summary>
/// How much spam the rules hold, and how many good replies with it: trained on the early slices of an invented, labelled set, measured
/// on the later ones, each slice before it is learned. The filter alone, and all rules of an open discussion.
/// </summary>
internal static class SpamCaught
{
    private const int Count = 6_000;
    private const int Trained = 4;

    public static async Task Run(string[] _)
    {
        await using var house = await BenchHouse.Open("SQLite", stories: 1, replies: 0, start: false);
        var (pipeline, vault, memory, writes) = (house.Get<Pipeline>(), house.Get<AddressVault>(), house.Get<FilterMemory>(), house.Get<Writes>());
        await using var db = house.Get<DatelineDbFactory>().Open();
        var key = (await db.Set<Story>().FirstAsync()).Key;
        var now = TimeProvider.System.Now();
        var story = (await db.FindPublicStory(key, now, CancellationToken.None))!;
        var open = new Discussion(DiscussionMode.Open, 1, null, TimeSpan.Zero, null, 1);
        var (filter, all) = (new Score(), new Score());
        var number = 0;
        foreach (var slice in Mailbag.Make(Count, seed: 7).GroupBy(one => one.Slice))
        {
            now += FilterMemory.Pause + TimeSpan.FromSeconds(1);
            foreach (var one in slice)
            {
                var reply = new ReplyForm(one.Name, $"reader{++number}@readers.example", "", one.Text, "").Check(Wording.Of("en")).Reply!;
                // A network and an address of its own: who sends often isn't what is measured here.
                var candidate = new Candidate(story, reply, new SenderKeys($"n{number}", $"a{number}", SenderKeys.Of(vault, null, "", one.Name).Name), open, now);
                if (slice.Key >= Trained)
                {
                    var screened = await pipeline.Look(candidate, CancellationToken.None);
                    filter.Count(one.Spam, screened.Findings.Any(finding => finding is { Phase: "filter", Says: Says.Hold }));
                    all.Count(one.Spam, screened.State != ReplyState.Published);
                }
            }
            await Learn(writes, vault, story, [.. slice], now);
        }
        Report.Line($"{Count} replies in five languages, {Mailbag.Slices} slices, the first {Trained} only learned; {(await memory.Words(now + FilterMemory.Pause, CancellationToken.None)).Count:N0} words known");
        Report.Line($"the filter alone: {filter}");
        Report.Line($"all rules:        {all}");
    }

    private static async Task Learn(Writes writes, AddressVault vault, PublicStory story, LabelledLetter[] slice, DateTimeOffset now)
    {
        foreach (var some in slice.Chunk(200))
            await writes.Run(async (db, cancel) =>
            {
                foreach (var one in some)
                {
                    var id = Guid.CreateVersion7(now);
                    var checkedReply = new ReplyForm(one.Name, "reader@readers.example", "", one.Text, "").Check(Wording.Of("en")).Reply!;
                    var reply = new Reply { Id = id, StoryId = story.Id, StoryKey = story.Key, Edition = story.Edition, Path = ThreadPath.Of(null, id), Name = one.Name, EmailCipher = vault.Hide("reader@readers.example"), Body = checkedReply.Body, SubmittedAt = now, State = one.Spam ? ReplyState.Spam : ReplyState.Rejected };
                    db.Add(reply);
                    await FilterTraining.Learn(db, reply, one.Spam ? TrainedAs.Spam : TrainedAs.Ham, cancel);
                }
            }, CancellationToken.None);
    }

    private sealed class Score
    {
        private int _caught, _missed, _falsely, _passed;

        public void Count(bool spam, bool held)
        {
            if (spam && held) _caught++;
            else if (spam) _missed++;
            else if (held) _falsely++;
            else _passed++;
        }

        public override string ToString() =>
            FormattableString.Invariant($"recall {(double)_caught / (_caught + _missed):P1}, precision {(double)_caught / Math.Max(1, _caught + _falsely):P1}, good replies held {(double)_falsely / (_falsely + _passed):P2} ({_falsely} of {_falsely + _passed}); {_caught + _missed} spam");
    }
}
