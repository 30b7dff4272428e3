using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Operating;

/// <summary>
/// What the demo's wires go on sending when their stories are told: the port's queue, the price of wheat, the height of
/// the sea. Each is made from its number alone, so it is the same whoever asks, and nothing of it is kept.
/// </summary>
internal sealed class DemoBulletins(IReadOnlyList<DemoBulletin> kinds)
{
    /// <summary>A wire's feed holds so many of them, as real ones do.</summary>
    private const int MostInFeed = 12;
    private const double FirstAfterSeconds = 27;
    private const double Pause = 9;

    /// <summary>A round, one bulletin of each kind, takes about two minutes.</summary>
    private const int RoundsBetween = 16;
    private const int FirstRound = 2;

    public static DemoBulletins Read() => new(DemoWorld.ReadBulletins());

    /// <summary>Those that a wire has in its feed by now, newest first; of one that is kept up to date, the latest reading.</summary>
    public IEnumerable<DemoItem> Sent(string wire, double elapsed)
    {
        var last = (int)Math.Floor((elapsed - FirstAfterSeconds) / Pause);
        return Enumerable.Range(0, MostInFeed * kinds.Count).Select(back => last - back).TakeWhile(number => number >= 0)
            .Where(number => Kind(number).Source == wire).Select(At).DistinctBy(item => item.Id).Take(MostInFeed);
    }

    /// <summary>The bulletin with this number, from 0.</summary>
    public DemoItem At(int number)
    {
        var (kind, round) = (Kind(number), number / kinds.Count);
        var (value, was) = (kind.Value.At(kind.Id, round), kind.Value.At(kind.Id, round - 1));
        string Fill(string text) => text.Replace("{value}", Number(value, kind.Language), StringComparison.Ordinal).Replace("{was}", Number(was, kind.Language), StringComparison.Ordinal)
            .Replace("{by}", Number(Math.Abs(value - was), kind.Language), StringComparison.Ordinal).Replace("{second}", Number(kind.Second.At(kind.Id + "/2", round), kind.Language), StringComparison.Ordinal);
        return new DemoItem(kind.Versions ? $"bulletin-{kind.Id}" : $"bulletin-{kind.Id}-{round + 1}", kind.Source, null, kind.Language,
            Fill(value > was ? kind.Up : value < was ? kind.Down : kind.Same), Fill(kind.Summary), null, kind.Place, kind.Topics,
            false, null, (int)(FirstAfterSeconds + (number * Pause)), kind.Picture, Fill(kind.Body), null, null, null);
    }

    /// <summary>
    /// True for the few that the night editor puts out, so that the fronts move too: of each kind that has a picture one in half
    /// an hour, the kinds in turn. The others wait in the inbox.
    /// </summary>
    public bool IsForTheFront(string id)
    {
        var shown = kinds.Where(kind => kind is { Picture: not null, Versions: false }).ToList();
        return shown.Where((kind, place) => id.StartsWith($"bulletin-{kind.Id}-", StringComparison.Ordinal)
            && int.TryParse(id.AsSpan(id.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var round)
            && round % RoundsBetween == FirstRound + (place * RoundsBetween / shown.Count)).Any();
    }

    public DemoItem? Find(string id) => Enumerable.Range(0, kinds.Count).Where(number => id.StartsWith($"bulletin-{kinds[number].Id}-", StringComparison.Ordinal))
        .Select(number => int.TryParse(id.AsSpan(id.LastIndexOf('-') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var round) ? At(number + ((round - 1) * kinds.Count)) : null).FirstOrDefault();

    private DemoBulletin Kind(int number) => kinds[number % kinds.Count];

    /// <summary>Thousands apart, in the digits that the language's other copy has.</summary>
    private static string Number(int value, string language)
    {
        var text = value.ToString(language == "en" ? "#,0" : "0", CultureInfo.InvariantCulture);
        return language != "fa" ? text : string.Concat(text.Select(digit => (char)(digit - '0' + '۰')));
    }
}

/// <summary>One kind of bulletin, as Demo/README.md describes it.</summary>
internal sealed record DemoBulletin(
    string Id, string Source, string Language, IReadOnlyList<string> Topics, string Place, bool Versions, DemoSpan Value, DemoSpan Second,
    string Up, string Down, string Same, string Summary, string Body, DemoPicture? Picture = null);

/// <summary>Between what and what a number moves.</summary>
internal sealed record DemoSpan(int Least, int Most)
{
    /// <summary>A slow wave with some noise on it: what follows is near to what was, as with tides and prices.</summary>
    public int At(string series, int round)
    {
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes($"{series}/{round}"));
        var phase = SHA256.HashData(Encoding.UTF8.GetBytes(series))[0] / 256d * Math.Tau;
        var place = 0.5 + (0.36 * Math.Sin((round * 0.55) + phase)) + (((seed[0] / 255d) - 0.5) * 0.26);
        return Least + (int)Math.Round(Math.Clamp(place, 0, 1) * (Most - Least));
    }
}
