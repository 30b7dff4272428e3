using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dateline.Foundation.Storage;
using Dateline.Desk.Editions;
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
            "ban" => terms is null ? T("Banned (erased)") : T("Banned {0} by {1}: {2}, {3}", Whom(Text("label")), T(Kind(Text("kind"))), Text("effect") == "Refuse" ? T("replies aren’t taken") : T("replies always wait"), Until(Text("until"), exact)),
            "ban-lifted" => T("Lifted the ban of {0}", Whom(Text("label"))),
            "word" => T("Listed {0}: {1}.", Counted(act.About), Words(terms)) + " " + (Text("spam") == "true" ? T("Replies with one of them are spam") : T("Replies with one of them wait")) + (Text("language") is { Length: > 0 } language ? T(", under stories in {0}", EditionDraft.LanguageName(language)) : ""),
            "word-removed" => T("Took {0} off the list: {1}", Counted(act.About), Words(terms)),
            "mode" => T("Rules, {0}: {1}. Before: {2}", Whom(named ?? act.About), Rules(act, terms?["now"]), Rules(act, terms?["before"])),
            "standing" => T("How a reader stands: {0} → {1}", Stands(Text("from")), Stands(Text("to"))),
            "report" => Text("outcome") == nameof(Outcome.Upheld) ? T("What was reported was taken down") : T("What was reported stays"),
            "appeal" => Text("outcome") == nameof(Outcome.Upheld) ? T("Published on appeal") : T("Stays as it was, on appeal"),
            "pick" => T("Made an editors’ pick"),
            "pick-taken-back" => T("No editors’ pick any more"),
            "pin" => T("Pinned above the others"),
            "answer-changed" => T("Changed the words of an answer of ours"),
            "pin-taken-back" => T("Not pinned any more"),
            "filter-anew" => T("Had the filter learn anew from all decisions"),
            "settings" => T("{0}: {1}", act.About == "filter" ? T("Filter") : T("Checks outside"), Settings(act.About, terms)),
            _ => $"{act.Act}: {act.About}",
        };
    }

    private static string Whom(string? name) => name is { Length: > 0 } ? name : T("(erased)");

    /// <summary>What a ban recognises somebody by; in English, to be said by <see cref="DeskWords.T(string, ReadOnlySpan{object})"/>.</summary>
    public static string Kind(string? kind) => kind switch { "Name" => N("name"), "Network" => N("network"), "Reader" => N("proved address"), _ => N("typed address") };

    /// <summary>The row keeps it in English: "3 words".</summary>
    private static string Counted(string about) => int.TryParse(about.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? T(count, "{0} word", "{0} words") : about;

    private static string Until(string? until, Func<DateTimeOffset, string> exact) =>
        DateTimeOffset.TryParse(until, CultureInfo.InvariantCulture, out var end) ? T("until {0}", exact(end)) : T("until somebody lifts it");

    private static string Words(JsonObject? terms) => terms?["first"] is JsonArray first ? string.Join(T(", "), first.Select(word => Isolate.In(DeskWords.IsRightToLeft, word!.ToString()))) : "";

    private static string Stands(string? standing) => standing switch { nameof(Standing.Trusted) => T("trusted"), nameof(Standing.AlwaysHeld) => T("always waits"), _ => T("as usual") };

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
        if (about != "filter") return string.Join(", ", new[] { "akismetUrl", "webhookUrl" }.Select(name => terms?[name]?.ToString()).OfType<string>()) is { Length: > 0 } asked ? asked : T("none");
        var holds = terms?["filterOff"]?.ToString() == "true" ? T("off") : T("holds from {0} %", Digits(Math.Round(100 * (terms?["filterHolds"]?.GetValue<double>() ?? 0), 1).ToString(CultureInfo.InvariantCulture)));
        var aim = (long?)terms?["targetMinutes"] ?? 0;
        return holds + T("; ") + T(aim, "the aim is a minute", "the aim is {0} minutes");
    }

    private sealed record RuleTerms(DiscussionMode? Mode, int? FirstHeld, int? CloseAfterDays, int? SlowSeconds, DateTimeOffset? CoolUntil, int? MostLinks);
}
