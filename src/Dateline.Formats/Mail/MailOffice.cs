using System.Collections.Frozen;
using Dateline.Formats.InText;

namespace Dateline.Formats.Mail;

/// <summary>Whether a letter's sender is an office and nobody: <c>News Desk</c>, <c>Agence Cap-Presse (Rédaction)</c>. It provides the text and is no byline.</summary>
internal static class MailOffice
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Offices = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "desk", "newsdesk", "newsroom", "wiredesk", "copydesk", "photodesk", "bureau", "newswire", "redaktion", "chefredaktion", "nachrichtenredaktion", "redaktionen", "toimitus", "uutisdeski", "redactie", "rédaction", "redaction", "redazione", "redacción", "redaccion", "redação", "redacao", "redakcja", "redakce", "redakcia", "szerkesztőség", "redacţia", "redacția", "редакция", "редакція", "التحرير", "تحريريه", "تحریریه",
        "pressestelle", "medienstelle", "presseabteilung", "pressekontoret", "communications", "media", "planning", "prensa", "comunicación", "comunicacion", "comunicação", "comunicazione", "presseamt", "pressedienst", "imprensa", "stampa", "presstjänst", "pressetjeneste", "пресс", "прес", "agency", "agence", "agentur", "agencia", "agência", "agenzia", "خبرگزاری", "وكالة").GetAlternateLookup<ReadOnlySpan<char>>();

    public static bool Is(string name)
    {
        const int Longest = 100;
        if (name.Length > Longest) return false;
        var bare = name.AsSpan().Trim();
        if (Agencies.IsKnown(bare)) return true;
        foreach (var range in bare.SplitAny(" -–()/,|[]:"))
            if (Offices.Contains(bare[range])) return true;

        return bare.EndsWith("Service presse", StringComparison.OrdinalIgnoreCase) || bare.EndsWith("Service de presse", StringComparison.OrdinalIgnoreCase) || bare.EndsWith("Press Office", StringComparison.OrdinalIgnoreCase) || bare.EndsWith("Media Relations", StringComparison.OrdinalIgnoreCase);
    }
}
