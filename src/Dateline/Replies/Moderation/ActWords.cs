using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Foundation.Storage;
using Dateline.Layout.Languages;
using Dateline.Replies.Readers;

namespace Dateline.Replies.Moderation;

/// <summary>What somebody did in moderation, in words. The row keeps it as programs read it, and of one whose words were erased nothing but that it was done.</summary>
internal static class ActWords
{
    /// <param name="named">What the scope is called that it was done to; null: it has none, or is gone.</param>
    public static string Of(ModerationAct act, string? named, Func<DateTimeOffset, string> exact)
    {
        var terms = act.Terms is { } kept ? JsonNode.Parse(kept) as JsonObject : null;
        string? Text(string name) => terms?[name]?.ToString();
        return act.Act switch
        {
            "ban" => terms is null ? "Banned (erased)" : $"Banned {Whom(Text("label"))} by {Kind(Text("kind"))}: {(Text("effect") == "Refuse" ? "replies aren’t taken" : "replies always wait")}, {Until(Text("until"), exact)}",
            "ban-lifted" => $"Lifted the ban of {Whom(Text("label"))}",
            "word" => $"Listed {act.About}: {Words(terms)}. Replies with one of them {(Text("spam") == "true" ? "are spam" : "wait")}{(Text("language") is { Length: > 0 } language ? $", under stories in {language}" : "")}",
            "word-removed" => $"Took {act.About} off the list: {Words(terms)}",
            "mode" => $"Rules, {Whom(named ?? act.About)}: {Rules(act, terms?["now"])}. Before: {Rules(act, terms?["before"])}",
            "standing" => $"How a reader stands: {Stands(Text("from"))} → {Stands(Text("to"))}",
            "report" => Text("outcome") == nameof(Outcome.Upheld) ? "What was reported was taken down" : "What was reported stays",
            "appeal" => Text("outcome") == nameof(Outcome.Upheld) ? "Published on appeal" : "Stays as it was, on appeal",
            "pick" => "Made an editors’ pick",
            "pick-taken-back" => "No editors’ pick any more",
            "pin" => "Pinned above the others",
            "pin-taken-back" => "Not pinned any more",
            "filter-anew" => "Had the filter learn anew from all decisions",
            "settings" => $"{(act.About == "filter" ? "Filter" : "Checks outside")}: {Settings(act.About, terms)}",
            _ => $"{act.Act}: {act.About}",
        };
    }

    private static string Whom(string? name) => name is { Length: > 0 } ? Isolate.In(false, name) : "(erased)";

    private static string Kind(string? kind) => kind switch { "Name" => "name", "Network" => "network", "Reader" => "proved address", _ => "typed address" };

    private static string Until(string? until, Func<DateTimeOffset, string> exact) =>
        DateTimeOffset.TryParse(until, CultureInfo.InvariantCulture, out var end) ? $"until {exact(end)}" : "until somebody lifts it";

    private static string Words(JsonObject? terms) => terms?["first"] is JsonArray first ? string.Join(", ", first.Select(word => Isolate.In(false, word!.ToString()))) : "";

    private static string Stands(string? standing) => standing switch { nameof(Standing.Trusted) => "trusted", nameof(Standing.AlwaysHeld) => "always waits", _ => "as usual" };

    /// <summary>As the scope said it at the time.</summary>
    private static string Rules(ModerationAct act, JsonNode? said)
    {
        var terms = said?.Deserialize<RuleTerms>(JsonColumn.Options);
        var rule = terms is null ? null : new DiscussionRule
        {
            Scope = act.About,
            Mode = terms.Mode,
            FirstHeld = terms.FirstHeld,
            CloseAfterDays = terms.CloseAfterDays,
            SlowSeconds = terms.SlowSeconds,
            CoolUntil = terms.CoolUntil,
            MostLinks = terms.MostLinks,
        };
        return RuleWords.Of(act.About, rule, act.At);
    }

    private static string Settings(string about, JsonObject? terms)
    {
        if (about != "filter") return string.Join(", ", new[] { "akismetUrl", "webhookUrl" }.Select(name => terms?[name]?.ToString()).OfType<string>()) is { Length: > 0 } asked ? asked : "none";
        var holds = terms?["filterOff"]?.ToString() == "true" ? "off" : $"holds from {Math.Round(100 * (terms?["filterHolds"]?.GetValue<double>() ?? 0), 1).ToString(CultureInfo.InvariantCulture)} %";
        return $"{holds}; the aim is {terms?["targetMinutes"]} minutes";
    }

    private sealed record RuleTerms(DiscussionMode? Mode, int? FirstHeld, int? CloseAfterDays, int? SlowSeconds, DateTimeOffset? CoolUntil, int? MostLinks);
}
