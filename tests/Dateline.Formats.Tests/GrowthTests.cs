using System.Text;

namespace Dateline.Formats.Tests;

/// <summary>What mutations found to cost more with each further letter: it costs the same now.</summary>
public class GrowthTests
{
    private const long MostForAByte = 400;

    public static TheoryData<string, string, string, string> Documents => new()
    {
        { "lines of a letter saved as text", "Ferries sail again after the storm\n\n", "F0b3I+PHNsdWdsaW5lPkZFUlJZLVBJRVIvIChVUERBVEUgMik8L3NsdWdsaW5lPjxo\n", "" },
        { "bases one below the other", "<rss version=\"2.0\" xml:base=\"https://root.example/a/\">", "<channel xml:base=\"b/\">", "<item><title>Ferries</title></item>" },
        { "a field of a letter folded without end", "From: a@b.example\nMessage-ID: <1@b>\nSubject: Tide\nX-Readers: a@b.example,", "\n a@b.example,", "\n\nText." },
        { "lines of a flowed letter", "From: a@b.example\nMessage-ID: <1@b>\nSubject: Tide\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\nThe ferry ", "between Ostmark \n", "and Lund." },
        { "a field of a letter's part", "From: a@b.example\nMessage-ID: <1@b>\nSubject: Tide\nContent-Type: multipart/mixed; boundary=b\n\n--b\nX-Readers: a@b.example,", "\n a@b.example,", "\n\nText.\n--b--\n" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_of_one_thing_repeated_costs_as_much_as_it_is_long(string what, string start, string piece, string end)
    {
        var document = Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(piece, 600_000 / piece.Length)) + end);
        var before = GC.GetAllocatedBytesForCurrentThread();
        await FeedReading.OfAsync(document, new NewsReadOptions { Pages = true, BaseUri = FeedReading.Address });
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.True(bytes < MostForAByte * document.Length, $"{what}: {bytes} bytes allocated for {document.Length}");
    }

    /// <summary>Told by patience and not by memory: looking for a thing again and again takes none.</summary>
    [Fact]
    public async Task Codes_of_plug_ins_that_close_nothing_are_looked_for_once()
    {
        var content = "[x]" + string.Concat(Enumerable.Repeat("[/aa]", 1_000_000));
        Assert.StartsWith("[x]", await Task.Run(() => WordPress.Shortcodes.Cut(content)).WaitAsync(TimeSpan.FromMinutes(1)), StringComparison.Ordinal);
    }

    private const string Paragraph = "<p>The ferries of Norland sailed again on Monday, the company said, after three days in port because of the storm.</p>";
    private const string Telegram = "\u0001abc0123 4 pol 120 alp 0456\r\n\r\nFerries sail =\r\n\r\n\u0002QUAYTOWN (AP) - Ferries sail.\r\n\u0003160930 Nov 26\r\n\u0004";

    public static TheoryData<string, string, string, string> Long => new()
    {
        { "cells of a table", $"<html><body><article><h1>Ferries sail</h1>{Paragraph}<table>", "<tr><td>Quaytown</td><td>12.5</td></tr>", $"</table>{Paragraph}</article></body></html>" },
        { "lines above a story", "<html><body>", "x <b>y</b><br><br>", $"<article><h1>Ferries sail</h1>{Paragraph}{Paragraph}</article></body></html>" },
        { "what a page says around its copy", "Ferries sail again in Norland\n\nThe ferries sailed again on Monday, the company said, after three days in port because of the storm.\n\n", "Advertisement\n", "" },
        { "empty lines between telegrams", Telegram, "\r\n", Telegram },
        { "words for the end of a telegram", Telegram[..^20], "\r\nEND", Telegram[^20..] },
        { "captions of WordPress that nobody closes", "[{\"id\":12,\"date_gmt\":\"2026-11-16T08:30:00\",\"guid\":{\"rendered\":\"https://w.example/?p=12\"},\"link\":\"https://w.example/f/\",\"title\":{\"rendered\":\"Ferries sail\"},\"content\":{\"rendered\":\"", "[caption]", "They sail.\"}}]" },
        { "a German word broken at the end of each line", Telegram[..^20].Replace("Ferries sail.", "Die Fähren sind wieder da und fahren, sagte der Mann von der Reederei,", StringComparison.Ordinal) + "\r\n", "und-\r\nder-\r\ndie-\r\n", "\u0003160930 Nov 26\r\n\u0004" },
        { "links to other stories of the Guardian's", "{\"response\":{\"status\":\"ok\",\"results\":[{\"id\":\"world/1\",\"webTitle\":\"Ferries sail\",\"webUrl\":\"https://g.example/1\",\"apiUrl\":\"https://a.example/1\",\"sectionId\":\"world\",\"webPublicationDate\":\"2026-11-16T08:30:00Z\",\"fields\":{\"body\":\"<p>They sail.</p>", "<aside class=\\\"element element-rich-link\\\">x</aside>", "\"}}]}}" },
    };

    /// <summary>What was looked for again for each of them; a megabyte of it took from seconds to hours.</summary>
    [Theory]
    [MemberData(nameof(Long))]
    public async Task So_does_one_in_which_each_thing_looks_for_the_others(string what, string start, string piece, string end)
    {
        var document = Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(piece, 3_000_000 / piece.Length)) + end);
        var reading = await Task.Run(() => FeedReading.OfAsync(document, new NewsReadOptions { Pages = true, BaseUri = FeedReading.Address })).WaitAsync(TimeSpan.FromMinutes(1));
        Assert.True(reading.Items.Count > 0, what);
    }
}
