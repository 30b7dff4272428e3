using System.Globalization;
using Dateline.Foundation.Storage;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>Which replies a moderator wants to see; the query of the queue's address, and of a saved view.</summary>
public sealed record QueueFilter(ReplyState State)
{
    public const int LongestValue = 100;

    /// <summary>Of replies that readers reported, and of a source's stories: more are looked at another time.</summary>
    private const int MostLookedAt = 1_000;
    private const int MostHours = 24 * 365;

    public string Edition { get; init; } = "";

    /// <summary>The story's key.</summary>
    public string Story { get; init; } = "";

    public Guid? Source { get; init; }

    /// <summary>The rule that made it wait. With none, what waited at a former site is left out where all stories are looked at.</summary>
    public string Rule { get; init; } = "";

    public string Language { get; init; } = "";

    public bool Link { get; init; }

    public bool Reported { get; init; }

    /// <summary>Asks something; of the public ones those that none of ours has answered.</summary>
    public bool Question { get; init; }

    /// <summary>Waits for so many hours at least.</summary>
    public int? Hours { get; init; }

    public bool IsWhole => this == new QueueFilter(State);

    public static QueueFilter Of(IQueryCollection query) => Of(name => query[name] is [{ } value, ..] && value.Length <= (name == "story" ? StoryTyped.Longest : LongestValue) ? value : "");

    /// <summary>From a query that came along in a form: "show=held&amp;edition=ar".</summary>
    public static QueueFilter Parse(string query)
    {
        var values = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(query.Length <= SavedView.LongestQuery ? query : "");
        return Of(name => values.TryGetValue(name, out var all) && all is [{ Length: <= LongestValue } value, ..] ? value : "");
    }

    private static QueueFilter Of(Func<string, string> value) => new(StateOf(value("show")) ?? ReplyState.Held)
    {
        Edition = value("edition"),
        Story = StoryTyped.Key(value("story")) ?? value("story"),
        Source = Guid.TryParse(value("source"), out var source) ? source : null,
        Rule = value("rule"),
        Language = value("language"),
        Link = value("link").Length > 0,
        Reported = value("reported").Length > 0,
        Question = value("question").Length > 0,
        Hours = int.TryParse(TypedNumber.Plain(value("hours")), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && hours is > 0 and <= MostHours ? hours : null,
    };

    /// <summary>The query, the state first: "show=held&amp;edition=ar".</summary>
    public override string ToString() => string.Join('&', new (string Name, string? Value)[]
    {
        ("show", State.ToString().ToLowerInvariant()), ("edition", Edition), ("story", Story), ("source", Source?.ToString("N")), ("rule", Rule), ("language", Language),
        ("link", Link ? "1" : ""), ("reported", Reported ? "1" : ""), ("question", Question ? "1" : ""), ("hours", Hours?.ToString(CultureInfo.InvariantCulture)),
    }.Where(part => part.Value is { Length: > 0 }).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));

    public string Address(ReplyPlace? place = null, string more = "") => $"/desk/replies?{this}{(place is null ? "" : $"&place={place}")}{more}";

    internal static ReplyState? StateOf(string? word) =>
        Verdicts.Tabs.FirstOrDefault(tab => string.Equals(tab.State.ToString(), word, StringComparison.OrdinalIgnoreCase)) is { Name: not null } tab ? tab.State : null;

    internal async Task<IQueryable<Reply>> Apply(DatelineDb db, DateTimeOffset now, CancellationToken cancel)
    {
        var (state, stories) = (State, db.Set<Story>());
        var replies = db.Set<Reply>().Where(reply => reply.State == state);
        if (Edition is { Length: > 0 } edition) replies = replies.Where(reply => stories.Any(story => story.Id == reply.StoryId && story.Edition == edition)); // where the story is now
        if (Rule is { Length: > 0 } rule) replies = replies.Where(reply => reply.HeldBy == rule);
        else if (State == ReplyState.Held && Story.Length == 0) replies = replies.Where(reply => reply.HeldBy != Screening.ModePhase.Moved);
        if (Link) replies = replies.Where(reply => reply.Links > 0);
        if (Question) replies = State == ReplyState.Published
            ? Questions.Unanswered(db, replies).Where(reply => stories.Any(story => story.Id == reply.StoryId && story.Status == StoryStatus.Published)) // of a story that is gone nothing can be answered
            : replies.Where(reply => reply.IsQuestion);
        if (Hours is { } hours)
        {
            var before = now.AddHours(-hours);
            replies = replies.Where(reply => reply.SubmittedAt <= before);
        }
        if (Language is { Length: > 0 } language) replies = replies.Where(reply => stories.Any(story => story.Id == reply.StoryId && story.Language == language));
        if (Source is { } source) replies = replies.Where(reply => stories.Any(story => story.Id == reply.StoryId && story.SourceId == source));
        if (Story is { Length: > 0 } key)
        {
            var id = await stories.Where(story => story.Key == key).Select(story => story.Id).FirstOrDefaultAsync(cancel);
            replies = replies.Where(reply => reply.StoryId == id);
        }
        if (Reported)
        {
            // The reports are few and the replies are many: from there to here.
            var reported = await db.Set<ReplyReport>().Where(report => report.Outcome == null).OrderBy(report => report.At).Select(report => report.ReplyId).Take(MostLookedAt).ToListAsync(cancel);
            replies = replies.Where(reply => reported.Contains(reply.Id));
        }
        return replies;
    }
}
