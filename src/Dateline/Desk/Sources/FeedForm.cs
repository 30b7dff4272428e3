using Dateline.Foundation.Pages;

namespace Dateline.Desk.Sources;

/// <summary>A new feed as it stands in the forms, of which each adds one kind; its secrets are never shown again.</summary>
public sealed record FeedForm(string Url = "", string Edition = "", int Interval = 120, string User = "")
{
    /// <summary>Which form it was: "" is the web's.</summary>
    public string Kind { get; init; } = "";

    public string Sender { get; init; } = "";

    public string Server { get; init; } = "";

    public string Pattern { get; init; } = "";

    public string HostKey { get; init; } = "";

    internal static FeedForm Read(FormFields fields, int interval) => new(fields["url"].Trim(), fields["edition"], interval, fields["user"].Trim())
    {
        Kind = fields["kind"],
        Sender = fields["sender"],
        Server = fields["server"],
        Pattern = fields["pattern"],
        HostKey = fields["hostkey"].Trim(),
    };

    internal string Address => Kind switch
    {
        "drop" => "drop:" + Url,
        "push" => "push:",
        _ => Url,
    };
}
