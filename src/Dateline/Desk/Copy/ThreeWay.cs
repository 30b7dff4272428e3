using Dateline.Stories;

namespace Dateline.Desk.Copy;

/// <summary>A field that isn't the same in two texts written on one.</summary>
/// <param name="Before">Null when nobody knows any more.</param>
/// <param name="Clash">Both changed it, each in another way.</param>
public sealed record Differing(StoryField Field, string? Before, string Mine, string Theirs, string Stands, bool Clash);

/// <summary>
/// Two who wrote on the same version, put together field by field: what one of them left alone is as the other has it; what
/// both changed is as I have it, and both are shown.
/// </summary>
/// <param name="Before">The form both began from; null when no text of that time is kept.</param>
/// <param name="Stands">What is saved when mine is kept, on top of theirs.</param>
public sealed record ThreeWay(StoryForm? Before, StoryForm Mine, StoryForm Theirs, StoryForm Stands, IReadOnlyList<Differing> Fields)
{
    /// <param name="theirs">The story as it stands, by the clock of <paramref name="mine"/>.</param>
    public static ThreeWay Of(Revision? before, StoryForm mine, StoryForm theirs, Edition clock)
    {
        var began = before is null ? null : StoryForm.Of(before, clock);
        var stands = mine with { Version = theirs.Version };
        var differing = new List<Differing>();
        foreach (var field in StoryField.All)
        {
            var (own, other) = (field.Get(mine), field.Get(theirs));
            if (own == other) continue;
            var known = field.Part switch { FieldPart.Text => true, FieldPart.Beside => before?.Particulars is not null, _ => before?.Particulars?.Lead is not null };
            var was = began is not null && known ? field.Get(began) : null;
            if (own == was)
            {
                stands = field.Set(stands, other);
                if (field.Name == "body") stands = stands with { Base = theirs.Version }; // its notation is read against that body
            }
            differing.Add(new(field, was, own, other, field.Get(stands), Clash: own != was && other != was));
        }
        return new(began, mine, theirs, stands, differing);
    }
}
