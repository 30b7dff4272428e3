using Dateline.Operating;
using Dateline.People;
using Dateline.Wire;
using Microsoft.EntityFrameworkCore;

[assembly: AssemblyFixture(typeof(Dateline.Browser.Tests.House.DemoHouse))]

namespace Dateline.Browser.Tests.House;

/// <summary>The demo's agency, opened once, by the first test that asks for it.</summary>
public sealed class DemoHouse : IAsyncLifetime
{
    private readonly Lock _lock = new();
    private Task<Demo>? _demo;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    internal Task<Demo> Open(Chromium chromium)
    {
        lock (_lock) return _demo ??= Task.Run(() => Demo.Open(chromium));
    }

    public async ValueTask DisposeAsync()
    {
        if (_demo is { IsCompletedSuccessfully: true } demo) await (await demo).DisposeAsync();
    }
}

/// <summary>
/// The demo when its night is over: three editions, seven wires over real HTTP, sixty stories with pictures and
/// replies, one of each edition corrected and one killed, and a desk with work left on it. No test changes it.
/// </summary>
internal sealed class Demo : IAsyncDisposable
{
    private readonly IAsyncDisposable _senders;

    private Demo(OpenHouse house, IAsyncDisposable senders) => (House, _senders) = (house, senders);

    public OpenHouse House { get; }

    /// <summary>What there is to see, by edition.</summary>
    public required IReadOnlyDictionary<string, DemoStories> Stories { get; init; }

    public required DemoDesk Desk { get; init; }

    /// <summary>The cookies of an administrator, who may see every page of the desk.</summary>
    public required string SignedIn { get; init; }

    public static async Task<Demo> Open(Chromium chromium)
    {
        // What the demo sends while one watches stays away: then the world stands still.
        var world = DemoWorld.Read().Within(DemoDepots.None.Ways); // what a machine has installed must not change what there is to see
        var items = DemoWorld.ReadItems().Where(item => item is { AgeMinutes: not null, KillAfterSeconds: null, Correction: null } && world.Has(item)).ToList();
        var wires = new DemoWires(world, items, TimeProvider.System);
        var senders = await wires.Open(CancellationToken.None);
        var discussed = DemoWorld.ReadReplies().Select(reply => reply.Item).ToHashSet(StringComparer.Ordinal);
        var left = items.Where(item => item.Source != DemoWorld.OurOwn && !discussed.Contains(item.Id)).GroupBy(item => item.Language).SelectMany(items => items.Where((_, number) => number % 3 == 1)).ToHashSet();
        DemoAgency agency = null!;
        var house = await OpenHouse.Open(furnish: async house =>
        {
            agency = new DemoAgency(house.App, world, [.. items.Where(item => !left.Contains(item))], wires, DemoDepots.None);
            await agency.Furnish(CancellationToken.None);
            await house.Hire(Role.Editor, world.Cast.First(person => person.Role == Role.Editor).Name);
        });
        using var bound = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        await agency.Work(bound.Token);
        await Eventually.Holds(async () =>
        {
            await using var db = house.OpenDb();
            return await db.WireItems.CountAsync(item => item.Number > 0) == items.Count(item => item.Source != DemoWorld.OurOwn) && !await db.Set<WirePicture>().AnyAsync(picture => picture.DueAt != null);
        }, "what the night editor left is in the inbox, with its pictures");

        var (stories, desk) = await DemoMorning.Come(house);
        await using var administrator = await (await chromium.Visit(house)).SignIn(Role.Administrator);
        return new Demo(house, senders) { Stories = stories, Desk = desk, SignedIn = await administrator.Page.Context.StorageStateAsync() };
    }

    public async ValueTask DisposeAsync()
    {
        await House.DisposeAsync();
        await _senders.DisposeAsync();
    }
}

/// <summary>Stories of an edition by what they have, as addresses.</summary>
internal sealed record DemoStories(string WithReplies, Guid Reply, string Carried, string Corrected, string Killed, string Quiet, string Source, string Word)
{
    /// <summary>Secrets of links in letters: one asks for a yes, one opens what is one's own.</summary>
    public string Confirm { get; init; } = "";

    public string Mine { get; init; } = "";

    /// <summary>What a reader said of that reply; a moderator left it.</summary>
    public Guid Report { get; init; }
}

/// <summary>What lies on the desk.</summary>
internal sealed record DemoDesk(Guid WireItem, Guid UpdatedItem, Guid Draft, Guid ArabicDraft, Guid Published, Guid Killed, Guid Source, Guid PushingSource, Guid Person, string Invitation)
{
    /// <summary>A public answer of the newsroom.</summary>
    public Guid Answer { get; init; }
}
