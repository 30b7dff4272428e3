using System.Text;
using Dateline.Wire.Mail;
using MimeKit;

namespace Dateline.Tests.Wire;

public class MailSenderTests
{
    private static string? Refusal(params string[] headers) => RefusalBy("mx.meridian.example", headers);

    private static string? RefusalBy(string server, params string[] headers) =>
        MailSender.Refusal(HeaderList.Load(new MemoryStream(Encoding.UTF8.GetBytes(string.Join("\r\n", headers) + "\r\n\r\n"))), "harbour.example", server);

    private const string From = "From: Desk <desk@harbour.example>";
    private const string Received = "Received: from mail.harbour.example (mail.harbour.example [203.0.113.9]) by mx.meridian.example (Postfix) with ESMTPS id 4Xq1; Mon, 16 Nov 2026 09:00:00 +0000";
    private const string Theirs = "Received: from desk (desk.harbour.example [198.51.100.7]) by mail.harbour.example with ESMTPSA; Mon, 16 Nov 2026 08:59:58 +0000";
    private const string Signed = "Authentication-Results: mx.meridian.example; dkim=pass header.d=harbour.example";
    private const string Evil = "Received: from mx.meridian.example (unknown [198.51.100.66]) by mx.meridian.example (Postfix) with ESMTP id 4Xq2; Mon, 16 Nov 2026 09:00:00 +0000";

    [Theory]
    [InlineData("Authentication-Results: mx.meridian.example; dkim=pass header.d=harbour.example header.s=a")]
    [InlineData("Authentication-Results: mx.meridian.example; dkim=pass header.d=news.harbour.example")]
    [InlineData("Authentication-Results: mx.meridian.example; dkim=pass (2048-bit key) header.i=@harbour.example")]
    [InlineData("Authentication-Results: MX.Meridian.Example; spf=fail smtp.mailfrom=x; dmarc=pass (p=reject) header.from=harbour.example")]
    [InlineData("Authentication-Results: mx.meridian.example; spf=pass smtp.mailfrom=x\r\nAuthentication-Results: mx.meridian.example; dkim=pass header.d=harbour.example")]
    [InlineData("Authentication-Results: mx.meridian.example; dkim=pass header.d=harbour.example; dkim=fail header.d=lists.example")]
    [InlineData("Authentication-Results: mx.meridian.example; dkim=none; spf=pass smtp.mailfrom=bounces.harbour.example; dmarc=pass header.from=harbour.example")]
    [InlineData("Authentication-Results: mx.meridian.example; dkim=pass header.d=harbour.example; dmarc=none header.from=harbour.example")]
    public void What_the_own_server_found_signed_by_the_partner_is_taken(string results)
    {
        Assert.Null(Refusal(results, Received, Theirs, From)); // as sendmail, Exim and Fastmail put it
        Assert.Null(Refusal(Received, results, Theirs, From)); // as milters of Postfix do
        Assert.Null(Refusal(Received, results, From)); // by a program that talks to our server itself
    }

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
    [InlineData("Authentication-Results: mx.meridian.example; dkim=pass header.d=harbour.example; dmarc=fail header.from=harbour.example")]
    [InlineData("Authentication-Results: mx.meridian.example; dkim=fail header.d=harbour.example; dmarc=pass header.from=harbour.example")]
    [InlineData("Authentication-Results: mx.meridian.example; dkim=pass header.d=harbour.example; dkim=fail header.d=harbour.example")]
    public void Anything_else_waits_for_a_person(string results)
    {
        Assert.NotNull(Refusal(results, Received, From));
        Assert.NotNull(Refusal(Received, results, From));
    }

    /// <summary>What the own server found, and below it the sender's own line in the server's name.</summary>
    [Theory]
    [InlineData("dkim=none; spf=fail smtp.mailfrom=x; dmarc=fail header.from=harbour.example", "dkim=pass header.d=harbour.example")]
    [InlineData("dkim=none", "dkim=pass header.d=harbour.example")]
    [InlineData("dkim=pass header.d=elsewhere.example", "dkim=pass header.d=harbour.example")]
    [InlineData("dkim=none; spf=pass smtp.mailfrom=elsewhere.example", "dmarc=pass header.from=harbour.example")]
    [InlineData("dmarc=none header.from=harbour.example", "dmarc=pass header.from=harbour.example")]
    [InlineData("dmarc=fail header.from=harbour.example", "dkim=pass header.d=harbour.example; dmarc=pass header.from=harbour.example")]
    public void A_line_of_the_senders_own_does_not_outvote_the_servers(string found, string forged)
    {
        var (ours, theirs) = ($"Authentication-Results: mx.meridian.example; {found}", $"Authentication-Results: mx.meridian.example; {forged}");
        Assert.NotNull(Refusal(Evil, ours, theirs, From));
        Assert.NotNull(Refusal(ours, Evil, theirs, From));
        Assert.NotNull(Refusal(Evil, ours, "X-Mailer: forge", theirs, From));
    }

    [Theory]
    [InlineData(Evil, "Subject: News", Signed)]
    [InlineData(Evil, Theirs, Signed)]
    [InlineData(Evil, "DKIM-Signature: v=1; d=harbour.example", Signed)]
    [InlineData(Evil, "Received: from mail.harbour.example ([203.0.113.9]) by mx.meridian.example with ESMTPS id 1", Signed)]
    [InlineData(Evil, Theirs, "ARC-Authentication-Results: i=1; mx.meridian.example; dkim=pass header.d=harbour.example")]
    // The one that let it in is by another name: what stands below in the server's is the sender's.
    [InlineData("Received: from evil ([198.51.100.66]) by box.meridian.example with ESMTP id 1", Signed, Received)]
    [InlineData("Received: from a by mx.meridian.example with LMTP id 1 ([198.51.100.66]) by box.meridian.example with SMTP id 1", Signed, Received)]
    [InlineData("Received: from [127.0.0.1] (unknown [198.51.100.66]) by box.meridian.example with ESMTP id 1", Signed, Received)]
    [InlineData("Received: from mx.meridian.example by box.meridian.example with SMTP id 1", Signed, Received)]
    [InlineData("Received: from webmail ([127.0.0.1]) by box.meridian.example with ESMTPSA id 1", Signed, Received)]
    // Behind a container's network all the world comes from a private address.
    [InlineData("Received: from evil ([172.17.0.1]) by mx.meridian.example with ESMTP id 1", Theirs, Signed)]
    [InlineData(Signed, "X-No-Server: took it", "Subject: News")]
    public void Results_that_came_with_the_message_do_not_count(string first, string second, string third) => Assert.NotNull(Refusal(first, second, third, From));

    [Theory]
    // Postfix with OpenDKIM and OpenDMARC, into Dovecot by LMTP.
    [InlineData("Received: from mx.meridian.example ([203.0.113.80]) by box.meridian.example with LMTP id a1 (envelope-from <desk@harbour.example>)", Received,
        "DMARC-Filter: OpenDMARC Filter v1.4.2 mx.meridian.example 4Xq1", "Authentication-Results: mx.meridian.example; dmarc=pass (p=none dis=none) header.from=harbour.example",
        "Authentication-Results: mx.meridian.example; spf=pass smtp.mailfrom=harbour.example", "DKIM-Filter: OpenDKIM Filter v2.11.0 mx.meridian.example 4Xq1",
        "Authentication-Results: mx.meridian.example; dkim=pass (2048-bit key; unprotected) header.d=harbour.example header.i=@harbour.example header.b=\"ab/cd\"", Theirs)]
    // amavis between two Postfixes.
    [InlineData("Received: from localhost (localhost [127.0.0.1]) by mx.meridian.example (Postfix) with ESMTP id 2", "X-Virus-Scanned: amavis",
        "Received: from mx.meridian.example ([127.0.0.1]) by localhost (mx.meridian.example [127.0.0.1]) (amavis, port 10024) with ESMTP id 1", Received, Signed, Theirs)]
    [InlineData("Received: from localhost (localhost [IPv6:::1]) by mx.meridian.example (Postfix) with ESMTP id 2", "Authentication-Results: mx.meridian.example (amavis); dkim=pass header.d=harbour.example", Received, Theirs)]
    // A front server that passes it on within the house.
    [InlineData("Received: from mx.meridian.example (mx.meridian.example [10.0.0.4]) by box.meridian.example (Postfix) with ESMTPS id 2", Signed, Received, Theirs)]
    [InlineData("Received: from store.internal (store.nyi.internal [10.202.2.41]) by slot3 (Cyrus 3.9) with LMTPA; x", "Received: from mx ([10.202.2.160]) by store.internal (MEProxy); x", "ARC-Seal: i=1; a=rsa-sha256", Signed, Received, Theirs)]
    // Exim above its own line, and what the partner's own server found out within its house.
    [InlineData(Signed, "Received: from [203.0.113.9] (helo=mail.harbour.example) by mx.meridian.example with esmtps (TLS1.3) tls TLS_AES_256_GCM_SHA384 (Exim 4.98)", "Authentication-Results: mail.harbour.example; auth=pass", Theirs)]
    public void As_servers_write_it_it_is_taken(params string[] headers) => Assert.Null(Refusal([.. headers, From]));

    [Fact]
    public void Gmail_writes_a_copy_above_its_line_and_the_results_below_it()
    {
        string[] Letter(string found) =>
        [
            "Delivered-To: wire@meridian.example", "Received: by 2002:a05:6402:1234:b0:5cf with SMTP id x1csp; x", "X-Received: by 2002:a17:906 with SMTP id y; x", "ARC-Seal: i=1; a=rsa-sha256; d=google.com",
            "ARC-Message-Signature: i=1; a=rsa-sha256; d=google.com", $"ARC-Authentication-Results: i=1; mx.google.com; {found}", "Return-Path: <desk@harbour.example>",
            "Received: from mail.harbour.example (mail.harbour.example. [203.0.113.9]) by mx.google.com with ESMTPS id z for <wire@meridian.example>; x", "Received-SPF: pass (google.com: domain of desk@harbour.example)",
            $"Authentication-Results: mx.google.com; {found}", "DKIM-Signature: v=1; d=harbour.example", Theirs, From,
        ];
        Assert.Null(RefusalBy("mx.google.com", Letter("dkim=pass header.i=@harbour.example header.s=a header.b=x; spf=pass (google.com: ok) smtp.mailfrom=desk@harbour.example; dmarc=pass (p=REJECT) header.from=harbour.example")));
        Assert.NotNull(RefusalBy("mx.google.com", Letter("spf=softfail smtp.mailfrom=x; dmarc=fail (p=NONE) header.from=harbour.example")));
    }

    [Theory]
    [InlineData("From: Desk <desk@elsewhere.example>")]
    [InlineData("From: desk@harbour.example, other@elsewhere.example")]
    [InlineData("From: desk@harbour.example\r\nFrom: desk@elsewhere.example")]
    [InlineData("From: \"desk@harbour.example\" <x@elsewhere.example>")]
    [InlineData("From: nobody")]
    [InlineData("Subject: none")]
    public void A_sender_that_is_not_the_partner_is_refused_whatever_the_signature(string from) => Assert.NotNull(Refusal(Signed, Received, from));
}
