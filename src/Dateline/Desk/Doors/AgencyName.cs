using Dateline.Stories;

namespace Dateline.Desk.Doors;

internal static class AgencyName
{
    /// <summary>The wordmark of the first edition: what the desk's bar and doors are signed with.</summary>
    public static async ValueTask<string> Agency(this Register register, CancellationToken cancel) =>
        (await register.Book(cancel)).Editions is [var first, ..] ? first.Style.ShortName : "Dateline";
}
