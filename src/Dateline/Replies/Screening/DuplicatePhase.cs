using System.Text.RegularExpressions;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Screening;

/// <summary>
/// The same text, or nearly the same, under whatever story within two weeks. Short texts are alike by chance ("Thank you!", "Rest in
/// peace") and aren't compared, but for those that lead somewhere: of them the same text counts. Of several that are sent at once the
/// first passes. The score is how alike the nearest is.
/// </summary>
internal sealed partial class DuplicatePhase(DatelineDbFactory databases, MinHash hashes) : IPhase
{
    private const double Near = 0.7;

    /// <summary>Looked at closely; so many that share a band are a flood already.</summary>
    private const int MostCompared = 64;

    // By the bands alone: older rows are forgotten, and an engine that looked for them by time would read all of two weeks.
    private static readonly Compiled<Func<DatelineDb, long, long, long, long, long, Guid, IAsyncEnumerable<byte[]>>> Alike = new(() =>
        EF.CompileAsyncQuery((DatelineDb db, long a, long b, long c, long d, long e, Guid self) =>
            db.Set<ReplyTrace>().Where(trace => (trace.A == a || trace.B == b || trace.C == c || trace.D == d || trace.E == e) && trace.ReplyId != self)
                .Select(trace => trace.Sketch!).Take(MostCompared)));

    public string Name => "duplicates";

    public int Version => 3;

    public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
    {
        if ((hashes.Of(candidate.Text.Line) ?? OfShort(candidate)) is not { } print) return this.Pass();
        candidate.Print = print;
        await using var db = databases.Open();
        var nearest = candidate.Place?.Compare(print) ?? 0; // before the rows: what is committed meanwhile stands in one or the other
        await foreach (var other in Alike.For(db)(db, print.A, print.B, print.C, print.D, print.E, candidate.Id).WithCancellation(cancel))
            nearest = Math.Max(nearest, MinHash.Likeness(print.Sketch, other));
        return nearest >= 1 ? this.Hold("duplicate", 1) : nearest >= Near ? this.Hold("near-duplicate", nearest) : this.Pass(score: nearest);
    }

    private Fingerprint? OfShort(Candidate candidate) =>
        candidate.Reply.Website is not null || Leads().IsMatch(PlainText.From(candidate.Reply.Body)) ? hashes.OfWhole($"{candidate.Reply.Website} {candidate.Text.Line}") : null;

    /// <summary>An address of any kind, also one that isn't made a link: a host's name, mail, a number to call.</summary>
    [GeneratedRegex(@"[\p{L}\p{N}]\.\p{L}{2}|@|://|\p{Nd}(?:[ \-/().]?\p{Nd}){5}", RegexOptions.NonBacktracking)]
    private static partial Regex Leads();
}
