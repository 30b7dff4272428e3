using System.Diagnostics;
using System.Threading.Channels;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Dateline.Replies.Screening;
using Dateline.Search;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Operating;

/// <summary><c>dateline seed</c>: invented stories and replies in any number, the same for the same seed.</summary>
internal static class Seed
{
    private const int Batch = 500;
    private static readonly DateTimeOffset Newest = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Subjects = ["The harbour council", "A regional court", "The ferry union", "Northern farmers", "The lakes parliament", "A survey ship", "The island hospital", "Two universities", "The rail board", "A fishing fleet"];
    private static readonly string[] Deeds = ["agrees on", "postpones", "publishes figures for", "reopens talks over", "votes against", "welcomes", "begins work on", "asks for patience with", "counts the cost of", "signs"];
    private static readonly string[] Matters = ["the second pier", "winter timetables", "the water accord", "a shared pilot service", "school meals", "the grain reserve", "tidal power", "the coastal road", "a census of seals", "the night train"];

    public static async Task<int> Run(IServiceProvider services, int stories, int replies, int sources, int seed, CancellationToken cancel)
    {
        if (stories < 0 || replies < 0 || sources < 1)
        {
            await Console.Error.WriteLineAsync("--stories and --replies are counts of 0 or more, --sources of 1 or more.");
            return 2;
        }
        var watch = Stopwatch.StartNew();
        var writes = services.GetRequiredService<Writes>();
        var partners = await Furnish(writes, sources, seed, cancel);
        // The next batch is made while the one before is written.
        var batches = Channel.CreateBounded<Filling>(1);
        var making = Make(batches.Writer, stories, replies, seed, partners, services.GetRequiredService<AddressVault>(), cancel);
        await foreach (var batch in batches.Reader.ReadAllAsync(cancel)) await writes.Run((db, stop) => Fill(db, batch, stop), cancel);
        await making;
        await writes.Run((db, _) => { db.Journal.Add(new HouseChanged()); return Task.CompletedTask; }, cancel);
        await Console.Out.WriteLineAsync($"{stories} stories with {replies} replies each, from {sources} sources, in {watch.Elapsed.TotalSeconds:0.0} s.");
        return 0;
    }

    /// <summary>What is written at once.</summary>
    private sealed record Filling(List<Story> Stories, List<SearchRow> Found, List<Reply> Letters);

    private static async Task Make(ChannelWriter<Filling> batches, int stories, int replies, int seed, List<Source> partners, AddressVault vault, CancellationToken cancel)
    {
        try
        {
            await Task.Yield();
            var random = new Random(seed);
            foreach (var numbers in Enumerable.Range(0, stories).Reverse().Chunk(Batch)) // the oldest first, as they would have come
            {
                var batch = numbers.Select(number => Story(number, partners[random.Next(partners.Count)], random, seed)).ToList();
                var found = batch.ConvertAll(story => new SearchRow { StoryId = story.Id, Edition = story.Edition, Headline = SearchWords.Of(story.Headline), Text = SearchWords.Of(PlainText.From(story.Body)) });
                var letters = batch.SelectMany(story => Enumerable.Range(0, replies).Select(number => Letter(story, number, random, vault))).ToList();
                await batches.WriteAsync(new(batch, found, letters), cancel);
            }
            batches.Complete();
        }
        catch (Exception failure) // whoever reads hears it
        {
            batches.Complete(failure);
        }
    }

    private static async Task Fill(DatelineDb db, Filling batch, CancellationToken cancel)
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        db.AddRange(batch.Stories);
        db.AddRange(batch.Found);
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        await db.SaveChangesAsync(cancel);
        await ManyRows.Insert(db, batch.Letters, cancel);
    }

    private static async Task<List<Source>> Furnish(Writes writes, int sources, int seed, CancellationToken cancel) =>
        (await writes.Run(async (db, stop) =>
        {
            if (!await db.Editions.AnyAsync(edition => edition.Code == "en", stop))
                db.Add(new Edition { Code = "en", Name = "English", Language = "en", TimeZone = "UTC", Style = new HouseStyle { ShortName = "SEEDED", FullName = "Seeded News Agency" } });
            if (!await db.Topics.AnyAsync(topic => topic.Key == "seeded", stop))
                db.Add(new Topic { Key = "seeded", Names = new Dictionary<string, string> { ["en"] = "Seeded" } });
            var partners = Enumerable.Range(1, sources).Select(number => new Source
            {
                Id = Id(Newest, seed, 1, number),
                Key = $"seed-{seed}-{number}",
                Name = $"Seed Wire {number}",
                Site = $"https://wire{number}.example/",
                Language = "en",
                IndexPolicy = IndexPolicy.Index,
            }).ToList();
            db.AddRange(partners);
            return partners;
        }, cancel)).Value;

    private static Story Story(int number, Source source, Random random, int seed)
    {
        var headline = $"{Pick(Subjects, random)} {Pick(Deeds, random)} {Pick(Matters, random)}";
        var at = Newest.AddMinutes(-number * 7);
        var id = Id(at, seed, 2, number);
        var url = $"{source.Site}{number}";
        return new Story
        {
            Id = id,
            Key = Key(seed, number),
            Edition = "en",
            Language = "en",
            Headline = headline,
            Slug = StoryPath.Slug(headline),
            Summary = $"{headline}, officials said.",
            Body = Body.Plain(Enumerable.Range(0, 5 + random.Next(5)).Select(_ => $"{Pick(Subjects, random)} {Pick(Deeds, random)} {Pick(Matters, random)}, a spokesman said. {Pick(Subjects, random)} {Pick(Deeds, random)} {Pick(Matters, random)}, according to a report seen by {source.Name}, and {Pick(Subjects, random).ToLowerInvariant()} {Pick(Deeds, random)} {Pick(Matters, random)}.")),
            Topics = [new StoryTopic { StoryId = id, TopicKey = "seeded" }],
            SourceId = source.Id,
            Credit = new Credit { Source = source.Name, SourceUrl = url, Hops = [new(source.Name, HopRole.Original, url, at)] },
            Status = StoryStatus.Published,
            CreatedAt = at,
            PublishedAt = at,
            UpdatedAt = at,
        };
    }

    private static Reply Letter(Story story, int number, Random random, AddressVault vault)
    {
        var at = story.PublishedAt!.Value.AddMinutes(number + 1);
        var id = Id(at, 0, 3, number, story.Id);
        var address = $"reader{random.Next(100_000)}@readers.example";
        return new Reply
        {
            Id = id,
            Path = ThreadPath.Of(null, id),
            StoryId = story.Id,
            StoryKey = story.Key,
            Edition = story.Edition,
            Name = $"Reader {random.Next(100_000)}",
            EmailCipher = vault.Hide(address),
            AddressKey = SenderKeys.AddressOf(vault, address),
            Body = Body.Plain($"I think {Pick(Subjects, random).ToLowerInvariant()} should look again at {Pick(Matters, random)}."),
            State = ReplyState.Published,
            SubmittedAt = at,
            PublishedAt = at,
        };
    }

    private static string Pick(string[] words, Random random) => words[random.Next(words.Length)];

    /// <summary>An id that the seed determines, in the order of time as all of ours are.</summary>
    private static Guid Id(DateTimeOffset at, int seed, int kind, int number, Guid within = default)
    {
        Span<byte> text = stackalloc byte[28];
        BitConverter.TryWriteBytes(text, seed);
        BitConverter.TryWriteBytes(text[4..], kind);
        BitConverter.TryWriteBytes(text[8..], number);
        within.TryWriteBytes(text[12..]);
        return KnownIds.Of(at.ToUnixTimeMilliseconds(), text);
    }

    /// <summary>The number, well mixed: an odd factor gives no two numbers of a seed the same bits.</summary>
    private static string Key(int seed, int number) =>
        KnownIds.Key((((ulong)(uint)number + ((ulong)(uint)seed << 24)) * 0x9E3779B97F4A7C15) & ((1UL << (5 * StoryPath.KeyLength)) - 1));
}
