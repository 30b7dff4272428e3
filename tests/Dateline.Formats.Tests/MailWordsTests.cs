using System.Text;

namespace Dateline.Formats.Tests;

/// <summary>Header fields of mails in the code pages of their languages (RFC 2047).</summary>
public class MailWordsTests
{
    [Theory]
    [InlineData("windows-1251", "Порт снова открыт")]
    [InlineData("koi8-r", "Порт снова открыт")]
    [InlineData("windows-1250", "Přístav opět otevřen")]
    [InlineData("windows-1256", "عاد الميناء إلى العمل")]
    [InlineData("gb2312", "港口今天重新开放")]
    [InlineData("big5", "港口今天重新開放")]
    [InlineData("iso-2022-jp", "港が再開した")]
    [InlineData("euc-kr", "항구가 다시 열렸다")]
    public async Task Words_of_any_code_page_are_read(string charset, string words)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(charset)!;
        var word = $"=?{charset}?B?{Convert.ToBase64String(encoding.GetBytes(words))}?=";
        var mail = $"From: {word} <desk@wire.example>\r\nSubject: {word}\r\nMessage-ID: <1@wire.example>\r\nDate: Mon, 16 Nov 2026 09:30:00 +0100\r\n\r\nFerries sailed again.\r\n";
        var item = Assert.Single((await FeedReading.OfAsync(Encoding.ASCII.GetBytes(mail))).Items);
        Assert.Equal(words, item.Headline);
        Assert.Equal(words, item.Credit!.Provider);
    }

    [Fact]
    public async Task A_letter_of_very_many_parts_is_read_as_far_as_any_letter_goes()
    {
        var parts = string.Concat(Enumerable.Repeat("--b\r\n\r\nx\r\n", 20_000));
        var mail = $"From: desk@wire.example\r\nSubject: Ferry\r\nMessage-ID: <1@wire.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nFerries sailed again.\r\n{parts}--b--\r\n";
        var item = Assert.Single((await FeedReading.OfAsync(Encoding.ASCII.GetBytes(mail))).Items);
        Assert.Equal("Ferry", item.Headline);
        Assert.StartsWith("Ferries sailed again.", item.Body!.Content, StringComparison.Ordinal);
        Assert.Contains(item.Repairs, repair => repair.StartsWith("The letter was cut", StringComparison.Ordinal));
    }
}
