using Dateline.Replies.Letters;
using Dateline.Tests.House;

namespace Dateline.Tests.Replies.Letters;

public class LetterTests
{
    private static readonly MailOptions Mail = new("127.0.0.1", 25, false, null, null, "Meridian <replies@meridian.example>");

    [Theory]
    [InlineData("Plain words, and a full stop.", "Plain words, and a full stop.")]
    [InlineData("See https://a.example/x now", "See […] now")]
    [InlineData("a.example b.example", "[…]")]
    [InlineData("write me@a.example", "write […]")]
    [InlineData("tel:123 //x C:\\y", "[…]")]
    [InlineData("سلام. a．example", "سلام. […]")]
    [InlineData("a\u200c.example a.\u200dexample ａ＠ｂ ／／x", "[…]")]
    [InlineData("(ends here.) “And here.” Really?! No… 3 p.m.", "(ends here.) “And here.” Really?! No… 3 […]")]
    [InlineData("two\nlines\u202e here", "two lines here")]
    [InlineData("", "")]
    public void What_a_mail_program_would_make_a_link_of_is_left_out(string text, string quoted) => Assert.Equal(quoted, Quotation.Of(text));

    [Fact]
    public void A_quotation_is_short_however_long_the_text()
    {
        foreach (var text in new[] { string.Join(' ', Enumerable.Repeat("words", 500)), new string('x', 5_000) })
            Assert.InRange(Quotation.Of(text).Length, 1, Quotation.Longest + 2);
    }

    [Fact]
    public void No_header_can_be_put_into_a_letter_from_outside()
    {
        using var message = LetterDelivery.Message(new Letter("a@b.example", "Strait\r\nBcc: victim@example.org\r\n\r\nreopens", "Text.", "http://localhost/en/follow/stop/x"), Guid.CreateVersion7(), TestHouse.Start, Mail);
        using var bytes = new MemoryStream();
        message.WriteTo(bytes);
        var lines = System.Text.Encoding.ASCII.GetString(bytes.ToArray()).Split('\n');
        Assert.DoesNotContain(lines, line => line.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        Assert.Single(lines, line => line.StartsWith("Subject:", StringComparison.Ordinal));
        Assert.Contains("auto-generated", message.Headers["Auto-Submitted"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("smtp://mail.example.org", "replies@example.org", "mail.example.org", 587, false, null, null)]
    [InlineData("smtps://u:p%40ss@mail.example.org", "Meridian <r@example.org>", "mail.example.org", 465, true, "u", "p@ss")]
    [InlineData("smtp://127.0.0.1:2525", "r@example.org", "127.0.0.1", 2525, false, null, null)]
    public void The_server_is_said_in_one_address(string smtp, string from, string host, int port, bool tls, string? user, string? password)
    {
        var (options, refusal) = MailOptions.Read(smtp, from);
        Assert.Null(refusal);
        Assert.Equal((host, port, tls, user, password), (options!.Host, options.Port, options.Tls, options.User, options.Password));
        Assert.DoesNotContain("p@ss", options.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mail.example.org", "r@example.org", "--smtp")]
    [InlineData("http://mail.example.org", "r@example.org", "--smtp")]
    [InlineData("smtp://u:secret@mail.example.org/x", "r@example.org", "--smtp")]
    [InlineData("smtp://mail.example.org", null, "--mail-from")]
    [InlineData("smtp://mail.example.org", "nobody", "--mail-from")]
    [InlineData(null, "r@example.org", "--smtp is missing")]
    public void A_wrong_one_is_told_by_its_name_and_never_quotes_a_password(string? smtp, string? from, string told)
    {
        var (options, refusal) = MailOptions.Read(smtp, from);
        Assert.Null(options);
        Assert.Contains(told, refusal, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void Pauses_grow_and_stay_within_six_hours()
    {
        Assert.Equal(TimeSpan.FromMinutes(1), SendLetters.Pause(0));
        Assert.Equal(TimeSpan.FromMinutes(8), SendLetters.Pause(3));
        Assert.Equal(TimeSpan.FromHours(6), SendLetters.Pause(60));
    }
}
