using System.Globalization;
using Dateline.Foundation.Pages;
using Dateline.Stories;

namespace Dateline.Replies.Moderation;

/// <summary>The form of a scope's rules, as typed.</summary>
public sealed record RuleForm(string Mode, string First, string Days, string Slow, string Cool, string Links, string Note)
{
    public static RuleForm Of(FormFields fields) => new(fields["mode"], fields["first"], fields["days"], fields["slow"], fields["cool"], fields["links"], fields["note"]);

    public static RuleForm Of(DiscussionRule? rule) => new(rule?.Mode?.ToString() ?? "", Text(rule?.FirstHeld), Text(rule?.CloseAfterDays), Text(rule?.SlowSeconds), "", Text(rule?.MostLinks), "");

    public (RuleDraft Draft, IReadOnlyList<Refusal> Problems) Check()
    {
        var problems = new List<Refusal>();
        int? Read(string field, string typed, int most, string what)
        {
            if (typed.Trim() is not { Length: > 0 } text) return null;
            if (int.TryParse(TypedNumber.Plain(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most) return number;
            problems.Add(new(field, T("{0}: a number from 0 to {1}, or nothing.", what, most)));
            return null;
        }
        DiscussionMode? mode = Mode.Length > 0 && Enum.TryParse<DiscussionMode>(Mode, out var given) && Enum.IsDefined(given) ? given : null;
        if (Mode.Length > 0 && mode is null) problems.Add(new("mode", T("Choose one of the list.")));
        if (Note.Length > ModerationAct.LongestNote) problems.Add(new("note", T("Up to {0} characters.", ModerationAct.LongestNote)));
        var draft = new RuleDraft(mode,
            Read("first", First, RuleDraft.MostFirstHeld, T("How many replies wait")),
            Read("days", Days, RuleDraft.MostDays, T("Days until replies close")),
            Read("slow", Slow, RuleDraft.MostSlowSeconds, T("Seconds between two replies")),
            Read("cool", Cool, RuleDraft.MostCoolMinutes, T("Minutes to cool down")),
            Read("links", Links, RuleDraft.MostOfLinks, T("Links in a reply")));
        return (draft, problems);
    }

    private static string Text(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
