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
}
