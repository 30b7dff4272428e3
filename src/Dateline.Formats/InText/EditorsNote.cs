namespace Dateline.Formats.InText;

/// <summary>A line to editors in brackets over the text: <c>(Adds quotes, details)</c>, <c>(Corrects name in second paragraph)</c>.</summary>
internal static class EditorsNote
{
    private const int Longest = 300;
    private const int LongestStory = 60;

    private static readonly (string Opening, string? Signal)[] Openings =
    [
        ("Adds ", "sig:update"), ("ADDS ", "sig:update"), ("Updates ", "sig:update"), ("UPDATES ", "sig:update"), ("Recasts", "sig:update"), ("RECASTS", "sig:update"), ("Rewrites ", "sig:update"), ("Updating ", "sig:update"),
        ("Corrects ", "sig:correction"), ("CORRECTS ", "sig:correction"), ("Correcting ", "sig:correction"), ("Fixes ", "sig:correction"), ("Removes ", "sig:correction"), ("Clarifies ", "sig:correction"), ("Refiles ", "sig:correction"), ("Refiling ", "sig:correction"),
        ("Repeats ", null), ("REPEATS ", null), ("Repeating ", null), ("Removed extraneous", "sig:correction"), ("EDS: UPDATING", "sig:update"), ("EDS: ADDING", "sig:update"), ("EDS: RECASTING", "sig:update"), ("EDS: CORRECTING", "sig:correction"), ("Eds: ", null), ("EDS: ", null), ("Note to editors", null), ("ATTN: UPDATES", "sig:update"), ("ATTN: ADDS", "sig:update"), ("ATTN: RECASTS", "sig:update"), ("ATTN: CORRECTS", "sig:correction"), ("ATTN: ", null), ("With photo", null), ("With graphic", null),
        ("New throughout", "sig:update"), ("Releads", "sig:update"), ("Changes dateline", "sig:update"), ("Changes headline", "sig:update"), ("Berichtigt wird", "sig:correction"), ("Berichtigt: ", "sig:correction"), ("Korrigiert wird", "sig:correction"), ("Technische Wiederholung", null), ("Wiederholung aus technischen ", null), ("Wiederholung: ", null),
        ("Actualiza ", "sig:update"), ("Añade ", "sig:update"), ("Amplía ", "sig:update"), ("Corrige ", "sig:correction"), ("Rectifica ", "sig:correction"), ("Actualise ", "sig:update"), ("Ajoute ", "sig:update"), ("Rectifie ", "sig:correction"),
        ("Aggiorna ", "sig:update"), ("Aggiunge ", "sig:update"), ("Rettifica ", "sig:correction"), ("Atualiza ", "sig:update"), ("Acrescenta ", "sig:update"), ("Uppdaterar ", "sig:update"), ("Rättar ", "sig:correction"), ("Oppdaterer ", "sig:update"), ("Retter ", "sig:correction"), ("Opdaterer ", "sig:update"),
    ];

    /// <summary>Whether the whole block is one.</summary>
    public static bool IsBracketed(ReadOnlySpan<char> block) => (block.Trim() is ['(', .., ')'] text && text.Length < Longest && Signal(text[1..], out _)) || IsStarred(block.Trim());

    // *** Serviço vídeo disponível em www.… ***: what else there is to have.
    private static bool IsStarred(ReadOnlySpan<char> text)
    {
        const int LongestNote = 140;
        return text.Length is > 12 and < LongestNote && text.StartsWith("***") && text.EndsWith("***") && text.Trim('*').Trim() is { Length: > 6 } said && !said.Contains('*');
    }

    /// <summary>What it says of the item.</summary>
    public static NewsItem Mean(NewsItem item, ReadOnlySpan<char> block) =>
        !IsStarred(block.Trim()) && Signal(block.Trim()[1..], out var signal) && signal is not null && !item.Signals.Contains(signal) ? item with { Signals = [.. item.Signals, signal] } : item;

    private static bool Signal(ReadOnlySpan<char> text, out string? signal)
    {
        // In Nov 16 story, corrects day in paragraph 2
        if (text.StartsWith("In ") && text[..Math.Min(text.Length, LongestStory)].IndexOf(" story, corrects ") > 0)
        {
            signal = "sig:correction";
            return true;
        }

        foreach (var (opening, said) in Openings)
            if (text.StartsWith(opening, StringComparison.Ordinal))
            {
                signal = said;
                return true;
            }

        signal = null;
        return false;
    }
}
