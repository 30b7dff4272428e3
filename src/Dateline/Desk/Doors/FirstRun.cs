using Dateline.Desk.Editions;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Doors;

/// <summary>Opens a new agency: its first administrator and its first edition, together, and once.</summary>
internal sealed class FirstRun(Recruiting recruiting, Passwords passwords, FirstRunCode code, Writes writes)
{
    /// <summary>The administrator and the journal position; or what is wrong, by field.</summary>
    public async Task<(Staff? Staff, long Position, IReadOnlyList<Refusal> Refusals)> Open(FirstRunForm form, string password, string givenCode, CancellationToken cancel)
    {
        if (!code.Is(givenCode)) return (null, 0, [new Refusal("setup", T("That isn’t the code that the console shows."))]);

        List<Refusal> wrong = form.AsksEdition ? [.. form.Edition.Check()] : [];
        var (staff, refusals) = await recruiting.Draw(form.Name, form.Email, Role.Administrator, password: null);
        if (Recruiting.NameRefusal(form.Name.Trim()) is { } name) wrong.Add(new Refusal("me", name));
        else if (staff is null) wrong.AddRange(refusals.Select(sentence => new Refusal("email", sentence)));
        if (staff is null) return (null, 0, wrong);
        var (hash, refusal) = await passwords.Make(staff, password);
        if (refusal is not null) wrong.Add(new Refusal("password", refusal));
        if (wrong.Count > 0) return (null, 0, wrong);
        staff.SetPassword(hash!);
        staff.SignedInAt = staff.JoinedAt;

        var (outcome, position) = await writes.Run((db, stop) => Open(db, staff, form, stop), cancel);
        return outcome.Done ? (staff, position, []) : (null, 0, outcome.Refusals);
    }

    private static async Task<HouseOutcome> Open(DatelineDb db, Staff staff, FirstRunForm form, CancellationToken cancel)
    {
        // Asked within the write: of two who hold the code, one is first.
        if (await db.Staff.AnyAsync(cancel)) return HouseOutcome.Refused("", T("Somebody was quicker: this agency has its administrator. Ask for an invitation."));
        if (!await db.Editions.AnyAsync(cancel) && await EditionChanges.Add(db, form.Edition, cancel) is { Done: false } refused) return refused;
        await Recruiting.Add(db, staff, cancel);
        return HouseOutcome.Kept;
    }
}

/// <summary>What the first page asks, but for the secrets: those are never shown again.</summary>
public sealed record FirstRunForm
{
    public string Name { get; init; } = "";

    public string Email { get; init; } = "";

    public EditionDraft Edition { get; init; } = new() { Code = "en", Language = "en" };

    /// <summary>False when the house has editions already, say from a backup.</summary>
    public bool AsksEdition { get; init; } = true;
}
