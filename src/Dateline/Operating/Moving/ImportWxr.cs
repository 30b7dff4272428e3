using System.Diagnostics;
using System.Globalization;
using System.Xml;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Operating.Moving;

/// <summary>
/// <c>dateline import wxr</c>: the stories, authors, topics and comments of a WordPress export. The file is read in constant
/// memory and written in batches; every id follows from the site and its number, so a run that was broken off, or a second one,
/// takes what is missing and changes nothing else.
/// </summary>
internal sealed class ImportWxr(IServiceProvider services)
{
    private const int MostTopics = 60;

    /// <summary>WordPress's names for its one feed; that of all comments has none like it here, and whoever reads it isn't left without news.</summary>
    private static readonly string[] Feeds = ["/feed", "/feed/rss", "/feed/rss2", "/feed/rdf", "/feed/atom", "/comments/feed", "/feed/comments-rss2"];

    private readonly Writes _writes = services.GetRequiredService<Writes>();
    private readonly DateTimeOffset _now = services.GetRequiredService<TimeProvider>().Now();
    private readonly Dictionary<string, int> _leftOut = new(StringComparer.Ordinal);
    private MovedCounts _done = new(0, 0, 0, 0);

    /// <summary>How much of what wasn't taken.</summary>
    public IReadOnlyDictionary<string, int> LeftOut => _leftOut;

    /// <summary>0; 1 when the file breaks off or can't be read; 2 when nothing could begin.</summary>
    public async Task<int> Run(string path, string? code, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            WxrSurvey survey;
            await using (var first = File.OpenRead(path)) survey = WxrSurvey.Of(first);
            if (survey.Site.Address.Length == 0 && survey.Posts == 0) return await Refuse($"{path}: there is no WordPress export in it.");
            var (edition, sources, refusal) = await Place(code, cancel);
            if (edition is null) return await Refuse(refusal!);
            await Console.Error.WriteLineAsync($"{survey.Site.Title}: {Count(survey.Posts, "post")} with {Count(survey.Comments, "comment")}, into the edition '{edition.Code}'.");

            var topics = (await _writes.Run((db, stop) => TakeTopics(db, survey, edition, stop), cancel)).Value;
            var numbers = new WxrNumbers(survey.Site.Address);
            var stories = new WxrStories(edition, numbers, topics, sources, services.GetRequiredService<AddressVault>(), _now);
            await using var again = File.OpenRead(path);
            using var file = new WxrFile(again);
            var broken = await Take(file, stories, numbers, survey, cancel);
            await Report(survey, topics.Count, file.Unread, watch.Elapsed);
            if (broken is null) return 0;
            await Console.Error.WriteLineAsync($"{path}, line {broken.Line}, column {broken.Column}: {broken.Reason} What stands before that was taken.");
            return 1;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or XmlException)
        {
            await Console.Error.WriteLineAsync($"{path}: {failure.Message}");
            return 1;
        }
    }

    private static async Task<int> Refuse(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 2;
    }

    private async Task<(Edition? Edition, IReadOnlyList<Source> Sources, string? Refusal)> Place(string? code, CancellationToken cancel)
    {
        await using var db = services.GetRequiredService<DatelineDbFactory>().Open();
        var editions = await db.Editions.OrderBy(edition => edition.Position).ThenBy(edition => edition.Code).ToListAsync(cancel);
        var edition = code is null ? editions.FirstOrDefault() : editions.Find(one => one.Code == code);
        if (edition is not null) return (edition, await db.Sources.ToListAsync(cancel), null);
        return (null, [], editions.Count == 0 ? "There is no edition yet: run 'dateline serve' and open the first-run page." : $"--edition: there is no edition '{code}'; there are {string.Join(", ", editions.Select(one => one.Code))}.");
    }

    /// <summary>The most used categories, as many as a house has topics; their words by the site's own.</summary>
    private async Task<IReadOnlyDictionary<string, string>> TakeTopics(DatelineDb db, WxrSurvey survey, Edition edition, CancellationToken cancel)
    {
        var here = await db.Topics.ToDictionaryAsync(topic => topic.Key, StringComparer.Ordinal, cancel);
        var position = here.Count == 0 ? 0 : here.Values.Max(topic => topic.Position) + 1;
        var words = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var category in survey.Categories)
        {
            var name = WordPressText.Line(category.Name, 60);
            var key = StoryPath.Slug(Uri.UnescapeDataString(category.Slug)) is { Length: > 1 and <= 60 } slug ? slug : StoryPath.Slug(name)[..Math.Min(60, StoryPath.Slug(name).Length)].Trim('-');
            if (!here.ContainsKey(key))
            {
                if (here.Count >= MostTopics)
                {
                    LeaveOut("categories beyond the sixty topics that a house has");
                    continue;
                }
                var topic = new Topic { Key = key, Names = new Dictionary<string, string>(StringComparer.Ordinal) { [edition.Language] = name }, Position = position++ };
                db.Add(topic);
                here.Add(key, topic);
                db.Journal.Add(new HouseChanged());
            }
            words[category.Slug] = key;
        }
        await Forward(db, words.SelectMany(word => survey.Addresses(word.Key).Select(address => (address, $"/{edition.Code}/topic/{word.Value}"))).Concat(Feeds.Select(feed => (feed, $"/{edition.Code}/feed.{(feed.EndsWith("atom", StringComparison.Ordinal) ? "atom" : "rss")}"))), cancel);
        return words;
    }

    /// <summary>The lists of the old site: its categories and its feed, which readers have in their feed readers.</summary>
    private static async Task Forward(DatelineDb db, IEnumerable<(string From, string To)> lists, CancellationToken cancel)
    {
        var all = lists.Select(list => (Address: OldAddress.Normal(list.From, null), list.To)).Where(list => list.Address is not null).DistinctBy(list => list.Address, StringComparer.Ordinal).ToList();
        var addresses = all.ConvertAll(list => list.Address);
        var taken = await db.Set<OldAddress>().Where(row => addresses.Contains(row.Address)).Select(row => row.Address).ToHashSetAsync(StringComparer.Ordinal, cancel);
        db.AddRange(all.Where(list => !taken.Contains(list.Address!)).Select(list => new OldAddress { Address = list.Address!, Target = list.To }));
    }

    private async Task<WxrBroken?> Take(WxrFile file, WxrStories stories, WxrNumbers numbers, WxrSurvey survey, CancellationToken cancel)
    {
        var batch = new MovedBatch();
        WxrThread? thread = null;
        foreach (var part in file.Parts())
        {
            switch (part)
            {
                case WxrAuthor author: stories.Know(author); break;
                case WxrBroken broken:
                    // What waits for a comment beyond the break isn't taken: the next run finds the place where it belongs.
                    if (thread is { HasAnswers: true }) batch.Threaded.Add(thread.Story);
                    if (!batch.IsEmpty) await Write();
                    return broken;
                case WxrPost post:
                    await End();
                    thread = null;
                    if (post.Type != "post")
                    {
                        LeaveOut(post.Type switch { "page" => "pages", "attachment" => "attachments", _ => "entries that are no posts" });
                        break;
                    }
                    var (moved, reason, shortcodes) = stories.Of(post, await Key(numbers.Story(post.Id), batch, cancel));
                    LeaveOut("shortcodes", shortcodes);
                    if (moved is null) LeaveOut(reason!);
                    else
                    {
                        batch.Stories.Add(moved);
                        batch.Letters += post.Content.Length;
                        thread = new WxrThread(stories, numbers, moved.Story, await Here(moved.Story.Id, cancel));
                    }
                    break;
                case WxrComment when thread is null: LeaveOut("comments on what was left out"); break;
                case WxrComment comment: await Add(thread.Take(comment)); break;
            }
            if (batch.IsFull) await Write();
        }
        await End();
        if (!batch.IsEmpty) await Write();
        return null;

        async Task Add(IEnumerable<MovedReply> replies)
        {
            foreach (var (reply, leftOut, unnumbered) in replies)
            {
                if (unnumbered is { } older) batch.Unnumbered.Add(older);
                if (leftOut is not null) LeaveOut(leftOut);
                else if (reply is null) batch.RepliesHere++;
                else batch.Replies.Add(reply);
                if (batch.IsFull) await Write();
            }
        }

        async Task End()
        {
            if (thread is null) return;
            await Add(thread.End());
            if (thread.HasAnswers) batch.Threaded.Add(thread.Story);
        }

        async Task Write()
        {
            var (counts, _) = await _writes.Run((db, stop) => batch.Write(db, _now, stop), cancel);
            _done = new MovedCounts(_done.Stories + counts.Stories, _done.Replies + counts.Replies, _done.StoriesHere + counts.StoriesHere, _done.RepliesHere + counts.RepliesHere);
            batch = new MovedBatch();
            if (!Console.IsErrorRedirected) await Console.Error.WriteAsync($"\r{Count(_done.Stories + _done.StoriesHere)} of {Count(survey.Posts)} posts ");
        }
    }

    /// <summary>The replies that a story has already, with their places.</summary>
    private async Task<IReadOnlyDictionary<ulong, Placed>> Here(Guid story, CancellationToken cancel)
    {
        var here = new Dictionary<ulong, Placed>();
        await using var db = services.GetRequiredService<DatelineDbFactory>().Open();
        await foreach (var row in db.Replies.Where(reply => reply.StoryId == story).OrderBy(reply => reply.Path).Select(reply => new { reply.Id, reply.Path, IsNumbered = reply.OldNumber != null || reply.ErasedAt != null }).AsAsyncEnumerable().WithCancellation(cancel))
            here[WxrNumbers.Mark(row.Id)] = new Placed(row.Id, ThreadPath.Above(row.Path) is [.., var above] ? here.GetValueOrDefault(WxrNumbers.Mark(above)) : null, row.IsNumbered);
        return here;
    }

    private async Task<string> Key(Guid story, MovedBatch batch, CancellationToken cancel)
    {
        await using var db = services.GetRequiredService<DatelineDbFactory>().Open();
        foreach (var key in WxrNumbers.Keys(story))
        {
            if (batch.Stories.Exists(moved => moved.Story.Key == key && moved.Story.Id != story)) continue;
            if (await db.Stories.Where(other => other.Key == key).Select(other => (Guid?)other.Id).FirstOrDefaultAsync(cancel) is not { } taken || taken == story) return key;
        }
        throw new UnreachableException();
    }

    private async Task Report(WxrSurvey survey, int topics, (int Places, string Encoding) unread, TimeSpan took)
    {
        if (!Console.IsErrorRedirected) await Console.Error.WriteLineAsync();
        await Console.Out.WriteLineAsync($"Taken from {survey.Site.Address} in {took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s, under {Count(topics, "topic")}: {Count(_done.Stories, "story", "stories")} and {Count(_done.Replies, "reply", "replies")}.");
        if (_done.StoriesHere + _done.RepliesHere > 0) await Console.Out.WriteLineAsync($"Here already, and as they were: {Count(_done.StoriesHere, "story", "stories")} and {Count(_done.RepliesHere, "reply", "replies")}.");
        if (_leftOut.Count > 0) await Console.Out.WriteLineAsync("Left out: " + string.Join(", ", _leftOut.OrderByDescending(one => one.Value).Select(one => $"{Count(one.Value)} {one.Key}")) + ".");
        if (unread.Places > 0) await Console.Out.WriteLineAsync($"In {Count(unread.Places)} places there are bytes that are no {unread.Encoding}; the sign U+FFFD stands there.");
        await Console.Out.WriteLineAsync("Pictures stay where they are; their captions came along.");
    }

    private void LeaveOut(string what, int count = 1)
    {
        if (count > 0) _leftOut[what] = _leftOut.GetValueOrDefault(what) + count;
    }

    /// <param name="many">Null: the one with an s.</param>
    private static string Count(int number, string one, string? many = null) => $"{Count(number)} {(number == 1 ? one : many ?? one + "s")}";

    private static string Count(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
