using System.Globalization;
using System.Text.Json;
using Dateline.Stories;

namespace Dateline.Operating;

/// <summary>The demo's fiction, as Demo/README.md describes it.</summary>
internal sealed record DemoWorld(
    DemoHouse Agency, IReadOnlyList<DemoEdition> Editions, IReadOnlyList<DemoTopic> Topics, IReadOnlyList<DemoWire> Wires, IReadOnlyList<DemoPerson> Cast)
{
    public const string OurOwn = "meridian";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static DemoWorld Read() => Read<DemoWorld>("world.json");

    public static IReadOnlyList<DemoItem> ReadItems() => [.. new[] { "en", "ar", "fa" }.SelectMany(language => Read<DemoItems>($"items.{language}.json").Items)];

    public static IReadOnlyList<DemoReply> ReadReplies() => Read<DemoReplies>("replies.json").Replies;

    public static IReadOnlyList<DemoBulletin> ReadBulletins() => Read<DemoKinds>("bulletins.json").Bulletins;

    public static byte[]? Picture(string name) => Bytes($"pictures/{Path.GetFileNameWithoutExtension(name)}.jpg");

    public static byte[] Logo() => Bytes("logo.png")!;

    /// <summary>Without the partners who come in ways that aren't there.</summary>
    /// <param name="ways">Of those that need a server, the ones that have it.</param>
    public DemoWorld Within(IReadOnlySet<DemoWay> ways) => this with { Wires = [.. Wires.Where(wire => wire.Way is not (DemoWay.Mail or DemoWay.Sftp) || ways.Contains(wire.Way.Value))] };

    /// <summary>Whether an item is ours or a partner's who is there.</summary>
    public bool Has(DemoItem item) => item.Source == OurOwn || Wires.Any(wire => wire.Key == item.Source);

    private static byte[]? Bytes(string name)
    {
        using var stream = typeof(DemoWorld).Assembly.GetManifestResourceStream("demo/" + name);
        if (stream is null) return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static T Read<T>(string name)
    {
        using var stream = typeof(DemoWorld).Assembly.GetManifestResourceStream("demo/" + name)!;
        return JsonSerializer.Deserialize<T>(stream, Options)!;
    }

    private sealed record DemoItems(IReadOnlyList<DemoItem> Items);

    private sealed record DemoKinds(IReadOnlyList<DemoBulletin> Bulletins);

    private sealed record DemoReplies(IReadOnlyList<DemoReply> Replies);
}

internal sealed record DemoHouse(string ShortName, string Accent, string Contact);

internal sealed record DemoEdition(string Code, string Name, string Language, string TimeZone, string ShortName, string FullName, string Tagline, string DatelinePattern, string Contact);

internal sealed record DemoTopic(string Key, IReadOnlyDictionary<string, string> Names);

internal sealed record DemoWire(string Key, string Name, string Host, string Language, string Format, Terms Terms, int? ExcerptWords, IndexPolicy IndexPolicy, CreditStyle CreditStyle, DemoWay? Way = null);

/// <summary>How a wire comes that isn't merely asked.</summary>
internal enum DemoWay
{
    Hub,
    Push,
    Drop,
    Mail,
    Sftp,
}

internal sealed record DemoPerson(string Key, string Name, string Email, People.Role Role, string Title);

internal sealed record DemoOriginal(string Name, string Url);

internal sealed record DemoPicture(string File, string Alt, string? Caption, string? Credit);

internal sealed record DemoCorrection(int AfterSeconds, string Note, string Headline, string? Summary, string Body);

internal sealed record DemoReply(string Id, string Item, string? Parent, string Name, string Email, string? Website, string Text, int MinutesAfter, string Suggested, string? Staff, bool Pick = false, bool Pin = false, People.Role? Asks = null, DemoReport? Reported = null);

/// <summary>Another reader says that a letter shouldn’t be there; the moderators are to look.</summary>
internal sealed record DemoReport(string Reason, string Words);

internal sealed record DemoItem(
    string Id, string Source, DemoOriginal? Original, string Language, string Headline, string? Summary, string? Byline, string? Place, IReadOnlyList<string> Topics,
    bool Urgent, int? AgeMinutes, int? ArrivesAfterSeconds, DemoPicture? Picture, string Body, DemoCorrection? Correction, int? KillAfterSeconds, string? KillNote)
{
    public DateTimeOffset Published(DateTimeOffset start) => AgeMinutes is { } age ? start.AddMinutes(-age) : start.AddSeconds(ArrivesAfterSeconds ?? 0);

    /// <summary>The id of the item that a partner's own name for it stands for: an address, or what mail calls a letter (RFC 5322, section 3.6.4).</summary>
    public static string IdOf(string name) => name[(name.LastIndexOf('/') + 1)..].Split('@')[0];

    /// <summary>Puts the weekday's name, counted from the item's own day, and its time where the copy leaves room for it.</summary>
    public string Fill(string text, DateTimeOffset start)
    {
        var culture = CultureInfo.GetCultureInfo(Language);
        string Day(int days) => culture.DateTimeFormat.GetDayName(Published(start).AddDays(days).DayOfWeek);
        string Clock(DateTimeOffset at)
        {
            var time = at.UtcDateTime.ToString("HH:mm", CultureInfo.InvariantCulture);
            return Language != "fa" ? time : string.Concat(time.Select(sign => char.IsAsciiDigit(sign) ? (char)(sign - '0' + '۰') : sign));
        }
        return text.Replace("{today}", Day(0), StringComparison.Ordinal).Replace("{yesterday}", Day(-1), StringComparison.Ordinal).Replace("{tomorrow}", Day(1), StringComparison.Ordinal)
            .Replace("{time}", Clock(Published(start)), StringComparison.Ordinal);
    }
}
