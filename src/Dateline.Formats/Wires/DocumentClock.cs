using System.Text.Json;
using System.Text.RegularExpressions;
using Dateline.Formats.Json;

namespace Dateline.Formats.Wires;

/// <summary>
/// On which clock the times of an item are that name no zone. An agency that leaves the zone out of one field writes it in another:
/// the first date of the item that has one tells, else that of the envelope. Where none does, they are taken as UTC.
/// </summary>
internal static partial class DocumentClock
{
    private const int Longest = 40;
    private const int MostNodes = 20_000;

#pragma warning disable MA0009 // at most 40 characters are looked at
    [GeneratedRegex(@"^[0-9]{4}-?[0-9]{2}-?[0-9]{2}[Tt ][0-9]{2}:?[0-9]{2}(?::?[0-9]{2}(?:[.,][0-9]{1,9})?)?(?<zone>[Zz]|[+-][0-9]{2}:?[0-9]{2})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Instant { get; }
#pragma warning restore MA0009

    /// <summary>Whether a text is a time of a day, and of no zone.</summary>
    public static bool IsWithoutZone(string written) => written.Length is > 12 and < Longest && Instant.Match(written) is { Success: true } match && !match.Groups["zone"].Success;

    /// <summary>How far the clock of a date is ahead of UTC; null where it says none.</summary>
    public static TimeSpan? Of(string? written)
    {
        if (written is not { Length: > 12 and < Longest } || !char.IsAsciiDigit(written[0]) || Instant.Match(written) is not { Success: true } match || match.Groups["zone"] is not { Success: true } zone) return null;
        if (zone.ValueSpan is "Z" or "z") return TimeSpan.Zero;
        var minutes = (int.Parse(zone.ValueSpan.Slice(1, 2), System.Globalization.CultureInfo.InvariantCulture) * 60) + int.Parse(zone.ValueSpan[^2..], System.Globalization.CultureInfo.InvariantCulture);
        return TimeSpan.FromMinutes(zone.ValueSpan[0] == '-' ? -minutes : minutes);
    }

    /// <summary>That of the first date of an item that has one.</summary>
    public static TimeSpan? Of(WireNode item)
    {
        var left = MostNodes;
        return Of(item, ref left);
    }

    private static TimeSpan? Of(WireNode node, ref int left)
    {
        foreach (var (_, value) in node.Attributes)
            if (Of(value.Trim()) is { } said) return said;

        foreach (var child in node.Children)
        {
            if (left-- <= 0) return null;
            if ((child.IsText ? child.Text.Length < 2 * Longest ? Of(child.Text.Trim()) : null : Of(child, ref left)) is { } found) return found;
        }

        return null;
    }

    /// <summary>That of the first date of an item that has one.</summary>
    public static TimeSpan? Of(JsonElement item)
    {
        if (item.ValueKind != JsonValueKind.Object) return null;
        foreach (var member in item.EnumerateObject())
            if (member.Value.ValueKind == JsonValueKind.String && Of(member.Value.Text()) is { } said) return said;

        return null;
    }
}
