using System.Text;
using Dateline.Wire.Mail;
using MimeKit;

namespace Dateline.Tests.Wire;

public class MailSenderTests
{
    private static string? Refusal(params string[] headers) =>
        MailSender.Refusal(HeaderList.Load(new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", headers) + "\r\n\r\n"))), "harbour.example", "mx.meridian.example");

    private const string From = "From: Desk <desk@harbour.example>";

    [Theory]
    [InlineData("Authentication-Results: mx.meridian.example; dkim=pass header.d=harbour.example header.s=a")]
    [InlineData("Authentication-Results: mx.meridian.example; dkim=pass header.d=news.harbour.example")]
    [InlineData("Authentication-Results: mx.meridian.example; dkim=pass (2048-bit key) header.i=@harbour.example")]
    [InlineData("Authentication-Results: MX.Meridian.Example; spf=fail smtp.mailfrom=x; dmarc=pass (p=reject) header.from=harbour.example")]
    [InlineData("Authentication-Results: mx.meridian.example; spf=pass smtp.mailfrom=x\r\nAuthentication-Results: mx.meridian.example; dkim=pass header.d=harbour.example")]
    public void What_the_own_server_found_signed_by_the_partner_is_taken(string results) => Assert.Null(Refusal("Received: from mx by box", results, From));

    [Theory]
    [InlineData("Authentication-Results: mx.meridian.example; dkim=fail header.d=harbour.example")]
    [InlineData("Authentication-Results: mx.meridian.example; dkim=pass header.d=elsewhere.example")]
    [InlineData("Authentication-Results: mx.meridian.example; dkim=pass header.d=notharbour.example")]
    [InlineData("Authentication-Results: mx.meridian.example; spf=pass smtp.mailfrom=desk@harbour.example")]
    [InlineData("Authentication-Results: mx.meridian.example; dmarc=pass header.from=elsewhere.example")]
    [InlineData("Authentication-Results: mx.meridian.example; none")]
    [InlineData("Authentication-Results: mx.elsewhere.example; dkim=pass header.d=harbour.example")]
    [InlineData("Authentication-Results: ;;; dkim=pass")]
    [InlineData("X-Spam: no")]
    public void Anything_else_waits_for_a_person(string results) => Assert.NotNull(Refusal(results, From));

    [Fact]
    public void Results_that_came_with_the_message_do_not_count() =>
        Assert.NotNull(Refusal("Authentication-Results: mx.meridian.example; dkim=none", "Received: from somewhere by mx", "Authentication-Results: mx.meridian.example; dkim=pass header.d=harbour.example", From));

    [Theory]
    [InlineData("From: Desk <desk@elsewhere.example>")]
    [InlineData("From: desk@harbour.example, other@elsewhere.example")]
    [InlineData("From: desk@harbour.example\r\nFrom: desk@elsewhere.example")]
    [InlineData("From: \"desk@harbour.example\" <x@elsewhere.example>")]
    [InlineData("From: nobody")]
    [InlineData("Subject: none")]
    public void A_sender_that_is_not_the_partner_is_refused_whatever_the_signature(string from) =>
        Assert.NotNull(Refusal("Authentication-Results: mx.meridian.example; dkim=pass header.d=harbour.example", from));
}
