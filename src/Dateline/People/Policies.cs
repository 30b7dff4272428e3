using System.Security.Claims;

namespace Dateline.People;

/// <summary>Who may what. Routes without a policy are refused to everybody who isn't signed in (the fallback policy).</summary>
public static class Policies
{
    public const string Staff = nameof(Staff);
    public const string Journalist = nameof(Journalist);
    public const string Editor = nameof(Editor);
    public const string Moderator = nameof(Moderator);
    public const string Administrator = nameof(Administrator);

    public static readonly IReadOnlyDictionary<string, Role[]> Allowed = new Dictionary<string, Role[]>(StringComparer.Ordinal)
    {
        [Staff] = [Role.Journalist, Role.Editor, Role.Moderator, Role.Administrator],
        [Journalist] = [Role.Journalist, Role.Editor, Role.Administrator],
        [Editor] = [Role.Editor, Role.Administrator],
        [Moderator] = [Role.Moderator, Role.Editor, Role.Administrator],
        [Administrator] = [Role.Administrator],
    };

    public static bool May(this ClaimsPrincipal who, string policy) =>
        Enum.TryParse<Role>(who.FindFirstValue(ClaimTypes.Role), out var role) && Allowed[policy].Contains(role);
}

/// <summary>Who is asking: what a staff page or action needs to know of the signed-in person.</summary>
public sealed record Editor(Guid Id, string Name, Role Role)
{
    /// <summary>Minimal APIs bind an <see cref="Editor"/> parameter from the signed-in user.</summary>
    public static ValueTask<Editor?> BindAsync(HttpContext context)
    {
        var user = context.User;
        return ValueTask.FromResult(
            Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
                ? new Editor(id, user.FindFirstValue(StaffClaims.FullName) ?? "", role) : null);
    }

    public bool May(string policy) => Policies.Allowed[policy].Contains(Role);
}
