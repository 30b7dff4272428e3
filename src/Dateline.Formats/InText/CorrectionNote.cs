using System.Collections.Frozen;

namespace Dateline.Formats.InText;

/// <summary>
/// A sentence above or below a text that tells readers that it was corrected: <c>Saken er rettet: …</c>, <c>This story has been corrected
/// to show …</c>. It is a text for readers and stays; the item is a correction all the same.
/// </summary>
internal static class CorrectionNote
{
    private static readonly string[] All =
    [
        "This story has been corrected", "This story was corrected", "This article has been corrected", "This article was corrected", "This article was amended on", "This story has been updated to correct", "This story corrects", "This version corrects", "This version of the story corrects", "This version has been corrected",
        "Correction: ", "CORRECTION: ", "Correction : ", "An earlier version of this story", "An earlier version of this article", "An earlier version of this report", "A previous version of this story", "A previous version of this article", "Editor's note: This story has been corrected", "Editor’s note: This story has been corrected",
        "Diese Meldung wurde berichtigt", "Diese Meldung wurde korrigiert", "Dieser Artikel wurde korrigiert", "Dieser Text wurde korrigiert", "In einer früheren Version dieser Meldung", "In einer früheren Version dieses", "In einer früheren Version hieß es", "In einer früheren Fassung dieser", "In einer früheren Fassung dieses", "In einer früheren Fassung hieß es", "Korrekturhinweis: ", "Korrektur: ", "Berichtigung: ",
        "Cet article a été corrigé", "Cette dépêche a été corrigée", "Cette version corrige", "Une version précédente de cet article", "Une précédente version de cet article", "Dans une précédente version de cet article", "Rectificatif : ",
        "Este artículo ha sido corregido", "Esta nota ha sido corregida", "Esta noticia ha sido corregida", "Una versión anterior de est", "En una versión anterior de est", "Fe de errores: ", "Corrección: ",
        "Questo articolo è stato corretto", "Una versione precedente di quest", "In una versione precedente di quest", "Errata corrige: ", "Este artigo foi corrigido", "Este texto foi corrigido", "Uma versão anterior dest", "Numa versão anterior dest", "Em uma versão anterior dest", "Correção: ",
        "Correctie: ", "Dit artikel is gecorrigeerd", "In een eerdere versie van dit", "Saken er rettet", "Saken er korrigert", "Artikkelen er rettet", "Artikkelen er korrigert", "Rettelse: ", "Retting: ", "I en tidligere versjon av denne", "I en tidligere versjon av saken", "Artiklen er rettet", "Historien er rettet", "I en tidligere version af denne",
        "Artikeln är rättad", "Artikeln är korrigerad", "Artikeln har rättats", "Artikeln har korrigerats", "Texten har rättats", "Texten har korrigerats", "Rättelse: ", "I en tidigare version av den här", "I en tidigare version av denna", "I en tidigare version av texten", "I en tidigare version av artikeln", "Oikaisu: ", "Korjaus: ", "Juttua korjattu", "Juttua on korjattu",
        "Sprostowanie: ", "W poprzedniej wersji tekstu", "W poprzedniej wersji depeszy", "W poprzedniej wersji artykułu", "Oprava: ", "V předchozí verzi zprávy", "Helyesbítés: ", "Исправлено: ", "В предыдущей версии новости", "В предыдущей версии этой", "В предыдущей версии этого", "Поправка: ", "Düzeltme: ", "تصحيح: ", "تصويب: ", "اصلاحیه: ",
    ];

    // Every text is asked: those few notes that begin with its first letter are all that is compared.
    private static readonly FrozenDictionary<char, string[]> ByFirst = All.GroupBy(words => words[0]).ToFrozenDictionary(same => same.Key, same => same.ToArray());

    public static bool Is(ReadOnlySpan<char> block)
    {
        block = block.TrimStart(" (*_—–-[");
        if (block.IsEmpty || !ByFirst.TryGetValue(block[0], out var notes)) return false;
        foreach (var note in notes)
            if (block.StartsWith(note, StringComparison.Ordinal)) return true;

        return false;
    }
}
