using System.Globalization;

namespace Dateline.Replies.Screening;

/// <summary>
/// A token that says when somebody began to write: script fetches it, because the form itself is the same bytes for everybody.
/// It says nothing of who; anybody may have one.
/// </summary>
internal sealed class FormOpening(AddressVault vault, TimeProvider clock)
{
    /// <summary>The form's field.</summary>
    public const string Field = "opened";
    private const int Longest = 100;

    /// <summary>A form left open for longer says nothing any more.</summary>
    private static readonly TimeSpan Term = TimeSpan.FromDays(1);

    public string New()
    {
        var at = clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        return $"{at}.{Sign(at)}";
    }

    /// <summary>How long ago; null for no token, or one that isn't ours.</summary>
    public TimeSpan? Age(string token)
    {
        if (token.Length is 0 or > Longest || token.Split('.') is not [var at, var signature]) return null;
        if (!long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)) return null;
        if (!System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(System.Text.Encoding.ASCII.GetBytes(Sign(at)), System.Text.Encoding.ASCII.GetBytes(signature))) return null;
        var age = TimeSpan.FromMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds() - milliseconds);
        return age >= TimeSpan.Zero && age <= Term ? age : null;
    }

    private string Sign(string at) => vault.Recognise("form", at)[..SenderKeys.Length];
}
