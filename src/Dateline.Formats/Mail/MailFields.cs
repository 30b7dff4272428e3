using System.Text.RegularExpressions;
using Dateline.Formats.InText;
using Dateline.Formats.Json;
using Dateline.Formats.Ninjs;
using Dateline.Formats.Telegraph;
using Dateline.Formats.Text;
using Dateline.Formats.Wires;
using MimeKit;

namespace Dateline.Formats.Mail;

/// <summary>The header fields of a mail, and those that agencies add (<c>X-Slug</c>, <c>X-Embargo</c>, <c>X-Urgency</c>…).</summary>
internal static class MailFields
{
    private static readonly Regex Prefix = new(@"^\s*(?:(?:re|fwd?|aw|wg|tr|rv|antw|sv|vs|r|enc)(?:\[\d+\])?\s*:|\[(?<tag>[^\]]{1,60})\])\s*", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    private static readonly Regex Automatic = new(
        @"^\s*(?:automatic reply|auto(?:matic)?[- ]?response|out of (?:the )?office|undeliver(?:ed|able)|delivery (?:status notification|failure)|mail delivery (?:failed|subsystem)|returned mail|failure notice|abwesenheit|automatische antwort|réponse automatique|respuesta automática|risposta automatica)",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    public static void Read(MimeMessage message, WireDraft draft)
    {
        var item = draft.Item;
        item.Identity = Field(message, "X-News-ID", "X-GUID", "X-Item-ID") ?? message.MessageId;
        draft.Version = Field(message, "X-Version", "X-News-Version");
        Subject(message, draft);
        item.Language = Field(message, "Content-Language", "X-Language");
        if (message.Date != default) item.Published = item.Date(Field(message, "Date") ?? "");
        From(message, draft);

        draft.Slugline = Field(message, "X-Slug", "X-Slugline");
        draft.Urgency = WireDraft.ReadUrgency(Field(message, "X-Urgency", "X-News-Urgency", "X-IPTC-Urgency"));
        draft.ReadEmbargo(Field(message, "X-Embargo", "X-Embargoed", "X-Embargoed-Until", "Embargo"));
        StatusWord.Read(Field(message, "X-Pubstatus", "X-Status-Of-News"), draft, unknown: PubStatus.Usable);
        if (Field(message, "X-Dateline", "X-Location") is { } place) draft.PlaceLine = PlaceLineText.Read(place, null, null, null);
        if (Field(message, "X-Category") is { } category) item.AddSubject(new Subject("category", category, null));
        foreach (var word in (Field(message, "X-Keywords", "Keywords") ?? "").Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) item.AddKeyword(word);
        Chain(message, draft);
        if (IsAutomatic(message)) draft.Publishable = false;
    }

    private static readonly Regex Reply = new(@"^\s*(?:\[[^\]]{1,60}\]\s*)?(?:re|aw|antw|sv|vs|r|odp|ynt|rép|ответ|رد)(?:\[\d+\])?\s*[:：]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>Whether a letter says that it answers another. What is passed on answers nobody.</summary>
    public static bool IsReply(MimeMessage message) => Reply.IsMatch(message.Subject ?? "");

    private static void Subject(MimeMessage message, WireDraft draft)
    {
        var subject = JsonMembers.LineOf(message.Subject) ?? "";
        var marks = new VersionMarks();
        var isList = Field(message, "List-Id", "List-Post", "X-Mailing-List", "Mailing-List", "X-BeenThere") is not null;
        var kept = "";
        while (Prefix.Match(subject) is { Success: true } prefix)
        {
            if (prefix.Groups["tag"] is { Success: true, Value: var tag } && SubjectTag.IsKept(tag, isList, isTaken: marks.TakeLine(tag))) kept += $"[{tag}] ";
            subject = subject[prefix.Length..];
        }

        // What a tag says of the story is said of it as before any headline.
        subject = (kept + subject).TrimEnd();
        if (EmbargoWords.InHeadline(subject, out var isBehind) is { } held)
        {
            draft.SaidEmbargo = held.Time;
            subject = isBehind ? subject[..^held.Length].TrimEnd() : subject[held.Length..];
        }

        draft.Item.Headline = subject.Length == 0 ? null : subject;
        marks.On(draft);
    }

    private static void From(MimeMessage message, WireDraft draft)
    {
        var from = message.From.Mailboxes.FirstOrDefault();
        var name = JsonMembers.LineOf(from?.Name);
        var address = from?.Address;
        var house = name;

        // "Mara Quill via Quay News": lists put themselves in the place of who writes, whose address they answer to.
        if (name is not null && name.LastIndexOf(" via ", StringComparison.Ordinal) is > 2 and var via && Field(message, "List-Id", "Reply-To") is not null)
        {
            (name, house) = (name[..via].Trim('\'', '"', ' '), name[(via + " via ".Length)..].Trim());
            if (message.ReplyTo.Mailboxes.FirstOrDefault() is { } real && (real.Name is not { Length: > 0 } || real.Name.Equals(name, StringComparison.OrdinalIgnoreCase))) address = real.Address;
        }

        var writer = name is [.., ')'] && name.LastIndexOf(" (", StringComparison.Ordinal) is > 2 and var employer && Agencies.IsKnown(name.AsSpan(employer + 2, name.Length - employer - 3)) ? name[..employer] : name;
        if (from is not null && (name ?? from.Address) is { Length: > 0 }) draft.Item.AddAuthor(new Author(writer is not null && MailOffice.Is(writer) ? null : writer, string.IsNullOrEmpty(address) ? null : address));
        draft.Item.Byline = NinjsTexts.WithoutBy(Field(message, "X-Byline", "X-Author"));
        var list = Field(message, "List-Id");
        draft.Item.Credit = new Credit
        {
            Source = Field(message, "X-Source", "X-News-Source"),
            Provider = Field(message, "Organization", "Organisation", "X-Agency") ?? house,
            Distributor = list is null ? null : JsonMembers.LineOf(list.Split('<')[0].Trim().Trim('"')),
            CreditLine = Field(message, "X-Credit", "X-Creditline"),
            CopyrightNotice = Field(message, "X-Copyright", "X-Rights"),
            UsageTerms = Field(message, "X-Usage-Terms"),
        };
    }

    private static void Chain(MimeMessage message, WireDraft draft)
    {
        foreach (var old in (Field(message, "Supersedes", "Obsoletes", "X-Supersedes") ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries)) draft.AddCancel(old.Trim('<', '>'));
        if (Field(message, "Control", "X-Control") is { } control && control.StartsWith("cancel ", StringComparison.OrdinalIgnoreCase))
        {
            draft.AddCancel(control["cancel ".Length..].Trim().Trim('<', '>'));
            draft.Publishable = false;
        }

        if (message.InReplyTo is { Length: > 0 } before) draft.Item.AddLink("in-reply-to", "mid:" + before);
        if (Field(message, "Archived-At", "X-Url", "X-Link") is { } page && page.Trim('<', '>') is var address && address.StartsWith("http", StringComparison.OrdinalIgnoreCase)) draft.Item.AddLink("alternate", address);
    }

    // RFC 3834, RFC 3462, and how programs answered before them.
    private static bool IsAutomatic(MimeMessage message) =>
        (Field(message, "Auto-Submitted") is { } submitted && !submitted.StartsWith("no", StringComparison.OrdinalIgnoreCase))
        || message.Body is MultipartReport
        || Field(message, "X-Autoreply", "X-Autorespond", "X-Failed-Recipients") is not null
        || Field(message, "Precedence") is "auto_reply"
        || message.Headers[HeaderId.ReturnPath]?.Trim() == "<>"
        || (message.From.Mailboxes.FirstOrDefault()?.Address is { } from && (from.StartsWith("mailer-daemon", StringComparison.OrdinalIgnoreCase) || from.StartsWith("postmaster@", StringComparison.OrdinalIgnoreCase)))
        || Automatic.IsMatch(message.Subject ?? "");

    private static string? Field(MimeMessage message, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if ((message.Headers[name] ?? message.Body?.Headers[name]) is { } value && HtmlText.Line(XmlText.Legal(value), isMarkup: false) is { Length: > 0 } text) return text;

        return null;
    }
}
