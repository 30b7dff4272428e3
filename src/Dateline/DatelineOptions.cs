using System.Globalization;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Dateline.Replies.Own;

namespace Dateline;

/// <summary>
/// How this program runs: from the command line, else the environment (DATELINE_…), else dateline.json in the
/// data folder. Each has a sensible default, and a wrong one is told by its name.
/// </summary>
public sealed record DatelineOptions
{
    /// <summary>What dateline.json may say. The data folder isn't among them: the file lies in it.</summary>
    private static readonly string[] Settings = ["listen", "publicUrl", "postgres", "roles", "keys", "trustedProxies", "repliesPerNetwork", "keepWithdrawn", "smtp", "mailFrom"];

    /// <summary>Where everything lives that isn't in PostgreSQL; made when missing.</summary>
    public required string DataFolder { get; init; }

    /// <summary>Where to listen: http://address:port, several separated by ';'.</summary>
    public string Listen { get; init; } = "http://127.0.0.1:5080";

    /// <summary>The address that readers know, for absolute links; no slash at the end.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>False when nobody said where it listens or how readers reach it.</summary>
    public bool KnowsItsAddress { get; init; } = true;

    /// <summary>An Npgsql connection string; null: SQLite in the data folder.</summary>
    public string? Postgres { get; init; }

    /// <summary>What this node does: pages, background work, or both.</summary>
    public bool Web { get; init; } = true;

    public bool Worker { get; init; } = true;

    /// <summary>Proxies whose X-Forwarded-For is believed: addresses or CIDR ranges.</summary>
    public IReadOnlyList<System.Net.IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>How many replies a minute are taken from one network.</summary>
    public int RepliesPerNetwork { get; init; } = SendingLimits.UsualOfNetwork;

    /// <summary>For how many days moderators can read what a withdrawn reply said.</summary>
    public int KeepWithdrawn { get; init; } = WithdrawnWords.UsualDays;

    /// <summary>Where the keys lie; null: in the data folder.</summary>
    public string? Keys { get; init; }

    /// <summary>Who takes letters to readers; null: nobody, and nothing that needs a letter is offered.</summary>
    public MailOptions? Mail { get; init; }

    public StorageOptions Storage => new(DataFolder, Postgres, Keys, InPassing: !Web && !Worker);

    /// <summary>The options, or the sentence that says which one is wrong.</summary>
    public static (DatelineOptions? Options, string? Refusal) Read(IReadOnlyDictionary<string, string?> given)
    {
        string? Given(string name) => given.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

        var folder = Path.GetFullPath(Given("data") ?? Environment.GetEnvironmentVariable("DATELINE_DATA") ?? "data");
        var refusal = Prepare("data", folder);
        if (refusal is not null) return (null, refusal);

        IConfigurationRoot file;
        try
        {
            file = new ConfigurationBuilder().AddJsonFile(Path.Combine(folder, "dateline.json"), optional: true)
                .AddEnvironmentVariables("DATELINE_").Build();
        }
        catch (InvalidDataException)
        {
            return (null, $"{Path.Combine(folder, "dateline.json")} isn't valid JSON.");
        }
        if (Unknown(Path.Combine(folder, "dateline.json")) is { } misspelt) return (null, misspelt);
        if (EnvironmentNames.Refuse(Environment.GetEnvironmentVariables().Keys.OfType<string>(), Settings) is { } unheard) return (null, unheard);
        string? Setting(string name) => Given(name) ?? (file[name.Replace("-", "", StringComparison.Ordinal)] is { Length: > 0 } value ? value : null);

        var listen = Setting("listen") ?? "http://127.0.0.1:5080";
        foreach (var one in listen.Split(';'))
            if (!Uri.TryCreate(one, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
                return (null, $"--listen: '{one}' isn't an address like http://127.0.0.1:5080.");

        if (!Uri.TryCreate(Setting("public-url") ?? listen.Split(';')[0], UriKind.Absolute, out var publicUrl) || publicUrl.Scheme is not ("http" or "https") || publicUrl.AbsolutePath != "/")
            return (null, $"--public-url: '{Setting("public-url")}' isn't an address like https://news.example.org, without a path.");

        var postgres = Setting("postgres");
        if (postgres is not null && StorageOptions.ConnectionRefusal(postgres) is { } wrong) return (null, wrong);

        var roles = (Setting("roles") ?? "web,worker").Split(',', StringSplitOptions.TrimEntries);
        if (roles.FirstOrDefault(role => role is not ("web" or "worker")) is { } unknown)
            return (null, $"--roles: '{unknown}' is neither web nor worker.");
        if (postgres is null && roles.Distinct().Count() == 1)
            return (null, $"--roles: with SQLite one process does it all; '{roles[0]}' alone needs --postgres and another node beside it.");

        var keys = Setting("keys") is { } named ? Path.GetFullPath(named) : null;
        if (keys is not null && Prepare("keys", keys) is { } unwritable) return (null, unwritable);

        var proxies = new List<System.Net.IPNetwork>();
        foreach (var one in (Setting("trusted-proxies") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ClientAddresses.Network(one) is not { } network)
                return (null, $"--trusted-proxies: '{one}' is neither an address nor a range like 10.0.0.0/8.");
            proxies.Add(network);
        }

        var replies = SendingLimits.UsualOfNetwork;
        if (Setting("replies-per-network") is { } most && (!int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out replies) || replies is < 1 or > SendingLimits.MostOfNetwork))
            return (null, $"--replies-per-network: '{most}' isn't a number from 1 to {SendingLimits.MostOfNetwork}.");

        var days = WithdrawnWords.UsualDays;
        if (Setting("keep-withdrawn") is { } kept && (!int.TryParse(kept, NumberStyles.None, CultureInfo.InvariantCulture, out days) || days > WithdrawnWords.MostDays))
            return (null, $"--keep-withdrawn: '{kept}' isn't a number of days from 0 to {WithdrawnWords.MostDays}.");

        var (mail, unmailable) = MailOptions.Read(Setting("smtp"), Setting("mail-from"));
        if (unmailable is not null) return (null, unmailable);

        return (new DatelineOptions
        {
            DataFolder = folder,
            Listen = listen,
            PublicUrl = publicUrl,
            KnowsItsAddress = Setting("public-url") is not null || Setting("listen") is not null,
            Postgres = postgres,
            Keys = keys,
            Mail = mail,
            Web = roles.Contains("web"),
            Worker = roles.Contains("worker"),
            TrustedProxies = proxies,
            RepliesPerNetwork = replies,
            KeepWithdrawn = days,
        }, null);
    }

    /// <summary>Null, or the sentence about what nobody would obey: a misspelt setting isn't passed over in silence.</summary>
    private static string? Unknown(string path)
    {
        var file = new ConfigurationBuilder().AddJsonFile(path, optional: true).Build();
        return file.GetChildren().FirstOrDefault(child => !Settings.Contains(child.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown
            ? $"{path}: there is no setting '{unknown.Key}'. It may hold {string.Join(", ", Settings[..^1])} and {Settings[^1]}." : null;
    }

    private static string? Prepare(string option, string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            var probe = Path.Combine(folder, ".writable");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return $"--{option}: the folder '{folder}' can't be written ({failure.Message}).";
        }
    }
}
