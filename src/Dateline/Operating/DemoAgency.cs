using System.Globalization;
using System.Text;
using Dateline.Desk;
using Dateline.Desk.Editions;
using Dateline.Foundation.Journal;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Pictures;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Dateline.Wire;
using Dateline.Wire.Push;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Operating;

/// <summary>
/// <c>dateline demo</c>: an invented agency at work, in a folder that goes away with it. Its wires are polled over HTTP, announced
/// by a hub, pushed, dropped, mailed and fetched by SFTP; its night editor publishes most of what is older than the demo; what comes in afterwards waits for you.
/// </summary>
internal sealed class DemoAgency(WebApplication app, DemoWorld world, IReadOnlyList<DemoItem> items, DemoWires wires, DemoDepots depots, DemoBulletins? bulletins = null)
{
    private const int PollSeconds = 3;

    /// <summary>A look at a server means a sign-in, and whoever comes must wait until a file lies still.</summary>
    private const int LookSeconds = 6;

    /// <summary>The night editor looks no further back.</summary>
    private const int MostLookedAt = 300;
    private readonly Writes _writes = app.Services.GetRequiredService<Writes>();
    private readonly DatelineDbFactory _databases = app.Services.GetRequiredService<DatelineDbFactory>();
    private readonly TimeProvider _clock = app.Services.GetRequiredService<TimeProvider>();
    private readonly DemoSending _sending = new(app, world, wires, depots);
    private readonly DemoReaders _readers = new(app.Services);

    /// <summary>What the night editor put out and its source will correct, with the version in which it went out.</summary>
    private readonly List<(DemoItem Item, Guid Story, int Version)> _toCorrect = [];

    public static async Task<int> Run(string? listen, Func<DatelineOptions, WebApplication> build, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("dateline-demo-").FullName;
        try
        {
            var (options, refusal) = DatelineOptions.Read(new Dictionary<string, string?>(StringComparer.Ordinal) { ["data"] = folder, ["listen"] = listen });
            if (options is null)
            {
                await Console.Error.WriteLineAsync(refusal);
                return 2;
            }
            await using var depots = await DemoDepots.Open(cancel);
            var world = DemoWorld.Read().Within(depots.Ways);
            var items = DemoWorld.ReadItems().Where(world.Has).ToList();
            var bulletins = DemoBulletins.Read();
            var wires = new DemoWires(world, items, TimeProvider.System, bulletins);
            await using var senders = await wires.Open(cancel);
            await using var mailbox = await DemoMailbox.Open(options.PublicUrl, cancel);
            var app = build(options with { Mail = mailbox.Options, Postgres = null, Keys = null }); // whatever the environment says: it is furnished, and must never be somebody's own house
            var demo = new DemoAgency(app, world, items, wires, depots, bulletins);
            var links = "";
            return await Serving.Run(app, folder, cancel, async () =>
            {
                await demo.Furnish(cancel);
                links = await demo.Introduce(options.PublicUrl, mailbox.Address, cancel);
            }, async () =>
            {
                await Console.Out.WriteLineAsync(links); // not before the doors are open: they would lead nowhere
                await demo.Work(cancel);
                while (!cancel.IsCancellationRequested)
                {
                    await demo._sending.Send(cancel);
                    await Task.Delay(TimeSpan.FromSeconds(1), cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                }
            });
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Before the doors open: editions, topics and sources.</summary>
    public async Task Furnish(CancellationToken cancel)
    {
        var logo = (RecodedPicture)await app.Services.GetRequiredService<PictureRecoder>().RecodeAsync(DemoWorld.Logo(), cancel, LogoChanges.Formats);
        var secrets = app.Services.GetRequiredService<FeedSecrets>();
        var hidden = secrets.Hide(_sending.Secret);
        await _writes.Run(async (db, stop) =>
        {
            foreach (var (edition, position) in world.Editions.Select((edition, position) => (edition, position)))
                db.Add(new Edition
                {
                    Code = edition.Code,
                    Name = edition.Name,
                    Language = edition.Language,
                    TimeZone = edition.TimeZone,
                    Position = position,
                    Style = new HouseStyle { ShortName = edition.ShortName, FullName = edition.FullName, Tagline = edition.Tagline, DatelinePattern = edition.DatelinePattern, Contact = edition.Contact, Accent = world.Agency.Accent },
                });
            foreach (var (topic, position) in world.Topics.Select((topic, position) => (topic, position)))
                db.Add(new Topic { Key = topic.Key, Names = topic.Names, Position = position });
            db.Journal.Add(new HouseChanged());
            await db.SaveChangesAsync(stop);
            foreach (var edition in world.Editions) await LogoChanges.Put(db, edition.Code, 1, logo, _clock.Now(), stop);
            foreach (var wire in world.Wires)
            {
                var (source, _) = await SourceChanges.Add(db, new SourceDraft(wire.Name, $"https://{wire.Host}/", wire.Language, wire.CreditStyle, wire.Terms, wire.ExcerptWords ?? 60, wire.IndexPolicy), _clock.Now(), stop);
                await db.SaveChangesAsync(stop);
                var depot = depots.For(wire);
                var address = wire.Way switch { DemoWay.Push => "push:", DemoWay.Drop => "drop:", _ => depot?.Address ?? wires.FeedOf(wire) };
                var (feed, _) = await SourceChanges.AddFeed(db, source!.Id, address, wire.Language, depot is null ? PollSeconds : LookSeconds, depot?.Place ?? wires.Place, _clock.Now(), stop);
                if (depot is not null) await depot.SetUp(db, feed!, secrets, stop);
                if (wire.Way == DemoWay.Push) db.Add(new PushKey { FeedId = feed!.Id, Secret = hidden, MadeAt = _clock.Now() });
            }
        }, cancel);
    }

    /// <summary>Takes the cast on; what is to be printed, with a link for each.</summary>
    private async Task<string> Introduce(Uri publicUrl, Uri letters, CancellationToken cancel)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var recruiting = scope.ServiceProvider.GetRequiredService<Recruiting>();
        var said = new StringBuilder($"\nThe demo agency {world.Agency.ShortName}\n\n  The site    {publicUrl}\n  The letters {letters}\n  The desk, each link once:\n");
        foreach (var person in world.Cast)
        {
            var (staff, refusals) = await recruiting.TakeOn(person.Name, person.Email, person.Role, password: null, cancel);
            if (staff is null) throw new InvalidOperationException(string.Join(' ', refusals));
            var secret = await recruiting.Invite(staff.Id, asksPassword: false, cancel);
            said.Append(CultureInfo.InvariantCulture, $"  {person.Role,-14}{new Uri(publicUrl, "/desk/welcome/" + secret)}\n");
        }
        foreach (var missing in depots.Missing) said.Append(CultureInfo.InvariantCulture, $"\n{missing}\n");
        return said.Append("\nNews comes in every few seconds, for as long as you look; two stories are corrected after some minutes, for readers to see, and one is withdrawn.\nCtrl+C ends it, and nothing of it stays.\n").ToString();
    }

    /// <summary>
    /// The night editor: writes our own stories, publishes what the wires sent before, and of what comes later one item that will
    /// be withdrawn and now and then a bulletin; and takes over what a source corrects, with a note for the readers.
    /// </summary>
    public async Task Work(CancellationToken cancel)
    {
        Editor editor;
        await using (var db = _databases.Open())
        {
            var row = await db.Staff.FirstAsync(staff => staff.Role == Role.Editor, cancel);
            editor = new Editor(row.Id, row.Name, row.Role);
        }
        var waiting = items.Where((item, number) => item.Source != DemoWorld.OurOwn && (item.KillAfterSeconds is not null || (item.AgeMinutes is not null && number % 7 != 3))).ToDictionary(item => item.Id, StringComparer.Ordinal);
        var own = items.Where(item => item.Source == DemoWorld.OurOwn).ToList();
        var replies = DemoWorld.ReadReplies().GroupBy(reply => reply.Item).ToDictionary(group => group.Key, group => group.ToList());
        while ((bulletins is not null || waiting.Count + own.Count > 0) && !cancel.IsCancellationRequested)
        {
            await _sending.Send(cancel);
            foreach (var item in own.Where(item => item.Published(wires.Start) <= _clock.GetUtcNow()).ToList())
            {
                own.Remove(item);
                await Publish(item, null, editor, replies, cancel);
            }
            foreach (var (item, wire) in await Arrived(waiting, cancel))
            {
                waiting.Remove(item.Id);
                await Publish(item, wire, editor, replies, cancel);
            }
            foreach (var (item, story, version) in _toCorrect.Where(one => wires.Start.AddSeconds(one.Item.Correction!.AfterSeconds) <= _clock.GetUtcNow()).ToList())
                if (await TakeOver(item, story, version, editor, cancel)) _toCorrect.RemoveAll(one => one.Story == story);
            await Task.Delay(TimeSpan.FromMilliseconds(500), cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<List<(DemoItem, Guid)>> Arrived(Dictionary<string, DemoItem> waiting, CancellationToken cancel)
    {
        await using var db = _databases.Open();
        var rows = await db.WireItems.Where(row => row.Number > 0 && row.KilledAt == null && row.StoryId == null).OrderByDescending(row => row.Row).Take(MostLookedAt)
            .Select(row => new { row.Id, row.Guid, row.PictureId, Pending = db.Set<WirePicture>().Any(picture => picture.ItemId == row.Id && picture.DueAt != null) }).ToListAsync(cancel);
        return [.. rows.Where(row => !row.Pending).Select(row => (Item: Waiting(DemoItem.IdOf(row.Guid)), row.Id)).Where(row => row.Item is not null).Select(row => (row.Item!, row.Id))];

        DemoItem? Waiting(string id) => waiting.GetValueOrDefault(id) ?? (bulletins?.IsForTheFront(id) == true ? bulletins.Find(id) : null);
    }

    private async Task Publish(DemoItem item, Guid? wireItem, Editor editor, Dictionary<string, List<DemoReply>> replies, CancellationToken cancel)
    {
        var written = await _writes.Run(async (db, stop) =>
        {
            var now = _clock.Now();
            var published = item.Published(wires.Start) < now ? item.Published(wires.Start) : now;
            var story = wireItem is { } id ? await PickUp(db, id, editor, now, stop) : await Own(db, item, now, stop);
            if (story is null) return null;
            if (item.Picture is { } picture)
                foreach (var shown in story.Pictures) (shown.Alt, shown.Caption, shown.Credit) = (picture.Alt, picture.Caption, picture.Credit ?? shown.Credit);
            if (story.Topics.Count == 0) story.Topics.AddRange(item.Topics.Select(topic => new StoryTopic { StoryId = story.Id, TopicKey = topic }));
            story.PlaceLine = new PlaceLine(item.Place, DateOnly.FromDateTime(published.UtcDateTime));
            story.Urgent = item.Urgent;
            if (story.Publish(now) is not null) return null;
            story.PublishedAt = story.UpdatedAt = published;
            db.Journal.Add(story.Fact((key, word, edition, topics, source) => new StoryPublished(key, word, edition, topics, source)));
            return story;
        }, cancel);
        if (written.Value is not { } story) return;
        if (item.Correction is not null && wireItem is not null) _toCorrect.Add((item, story.Id, story.Version));
        if (replies.Remove(item.Id, out var letters)) await _readers.Write(story.Key, letters, editor, cancel);
    }

    /// <summary>True when there is nothing left to do: taken over, or somebody else has the story in hand.</summary>
    private async Task<bool> TakeOver(DemoItem item, Guid id, int version, Editor editor, CancellationToken cancel)
    {
        var written = await _writes.Run((db, stop) => TakeOverUpdate.Perform(db, id, version, item.Correction!.Note, editor, _clock.Now(), stop), cancel);
        return written.Value.Refusal?.Code != "none"; // it isn't here yet
    }

    private static async Task<Story?> PickUp(DatelineDb db, Guid item, Editor editor, DateTimeOffset now, CancellationToken cancel)
    {
        if ((await PickUpItem.Perform(db, item, editor, now, cancel)).Story is not { } id) return null;
        await db.SaveChangesAsync(cancel);
        return await db.LoadStory(id, cancel);
    }

    private async Task<Story> Own(DatelineDb db, DemoItem item, DateTimeOffset now, CancellationToken cancel)
    {
        var story = new Story
        {
            Id = Guid.CreateVersion7(now),
            Key = StoryPath.NewKey(),
            Edition = item.Language,
            Language = item.Language,
            Headline = item.Headline,
            Slug = StoryPath.Slug(item.Headline),
            Summary = item.Summary is null ? null : item.Fill(item.Summary, wires.Start),
            Body = MarkupReader.Read(item.Fill(item.Body, wires.Start)).OrThrow(),
            CreatedAt = now,
        };
        story.Topics.AddRange(item.Topics.Select(topic => new StoryTopic { StoryId = story.Id, TopicKey = topic }));
        if (item.Picture is { } picture && DemoWorld.Picture(picture.File) is { } jpeg)
        {
            var recoded = await DemoPictures.Keep(db, app.Services, jpeg, now, cancel);
            if (recoded is { } ours) story.Pictures.Add(new StoryPicture { StoryId = story.Id, PictureId = ours, Lead = true });
        }
        db.Add(story);
        return story;
    }
}
