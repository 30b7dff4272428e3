using System.Text;
using Dateline.Wire;

namespace Dateline.Tests.Wire;

public class DocumentEndTests
{
    private static bool IsThere(string text, Encoding? encoding = null) => DocumentEnd.IsThere(new MemoryStream((encoding ?? Encoding.UTF8).GetBytes(text)));

    private static readonly string Filling = string.Concat(Enumerable.Repeat("The first ships passed at dawn. ", 4_000));

    [Theory]
    [InlineData("<?xml version=\"1.0\"?><!-- a --><rss><channel><item><title>A</title></item></channel>", "</rss>\r\n<!-- made in 3 ms -->\n")]
    [InlineData("<nitf:nitf xmlns:nitf='x'><nitf:body>A</nitf:body>", "</nitf:nitf >\0\0")]
    [InlineData("<!DOCTYPE html><html><body><article><h1>Strait reopens</h1><p>The first ships passed at dawn.</p></article>", "</body></html>\u001A")]
    [InlineData("{\"items\":[{\"headline\":\"A \\\" }\"}", "]}")]
    [InlineData("[{\"headline\":\"A\"}", ", {}]\n")]
    [InlineData("\u0001HW0001 3 POL 12\r\n\u0002\r\nStrait reopens\r\n", "\u0003160900 NOV 26\r\n\u0004\r\n")]
    [InlineData("\u0001HW0001 3 POL 12\r\n\u0002\r\nStrait reopens\r\n", "NNNN\r\n\r\n")]
    [InlineData("From: desk@harbour.example\r\nTo: wire@meridian.example\r\nSubject: Strait reopens\r\nDate: Mon, 16 Nov 2026 09:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"xx\"\r\n\r\n--xx\r\n\r\nThe first ships passed.\r\n", "--xx--\r\n")]
    public void A_document_is_whole_with_its_end_alone(string begun, string end)
    {
        Assert.True(IsThere(begun + end));
        Assert.False(IsThere(begun));
        if (begun[0] is not ('<' or '{')) return;
        var filled = begun.Replace("A", Filling, StringComparison.Ordinal);
        Assert.True(IsThere(filled + end));
        Assert.False(IsThere(filled));
        if (begun[0] != '<') return;
        Assert.True(IsThere("\uFEFF" + begun + end, Encoding.Unicode));
        Assert.False(IsThere("\uFEFF" + begun, Encoding.Unicode));
    }

    [Theory]
    [InlineData("The first ships passed the strait at dawn, two days after the storm. <b>")]
    [InlineData("<p>The first ships passed the strait at dawn.</p><p>The last had waited")]
    [InlineData("<rss/>")]
    [InlineData("")]
    public void Where_nobody_can_tell_it_is_taken_for_whole(string text) => Assert.True(IsThere(text));
}
