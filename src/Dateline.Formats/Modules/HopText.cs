using System.Globalization;
using Dateline.Formats.Text;

namespace Dateline.Formats.Modules;

/// <summary>
/// One hand of the credit chain as a line, for formats that have text only (<c>dcterms:provenance</c>):
/// <c>Name; role; 2026-11-16T08:30:00Z</c>.
/// </summary>
internal static class HopText
{
    public static Hop Read(string line)
    {
        var at = line.LastIndexOf("; ", StringComparison.Ordinal);
        if (at <= 0 || !(line.Length == at + 3 && line[^1] == '-') && !NewsDate.TryRead(line.AsSpan(at + 2), out _)) return new Hop(line);
        DateTimeOffset? when = NewsDate.TryRead(line.AsSpan(at + 2), out var instant) ? instant : null;
        var before = line[..at];
        var role = before.LastIndexOf("; ", StringComparison.Ordinal);
        if (role <= 0) return new Hop(before, null, when);
        return new Hop(before[..role], before[(role + 2)..] is { Length: > 0 } named && named != "-" ? named : null, when);
    }

    public static string Write(Hop hop) =>
        hop is { Role: null, At: null } ? hop.Name : $"{hop.Name}; {hop.Role ?? "-"}; {hop.At?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture) ?? "-"}";
}
