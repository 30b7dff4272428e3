using System.Net.Mail;
using System.Text;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Pages;
using Dateline.Layout.Languages;

namespace Dateline.Replies;

/// <summary>The reply form as it came, and what is wrong with it. One validator for every field, whoever fills it in.</summary>
public sealed record ReplyForm(string Name, string Email, string Website, string Text, string Parent)
{
    public const int LongestName = 245;
    public const int LongestEmail = 100;
    public const int LongestWebsite = 200;
    public const int LongestText = 10_000;

    /// <summary>A field that people don't see and only programs fill in.</summary>
    public const string Honey = "url_confirm";

    public static readonly ReplyForm Empty = new("", "", "", "", "");

    public static ReplyForm Of(FormFields fields) => new(fields["name"], fields["email"], fields["website"], fields["text"], fields["parent"]);

    /// <summary>The clean reply, or the problems by field. Over-length is refused, never cut.</summary>
    public (CheckedReply? Reply, IReadOnlyDictionary<string, string> Problems) Check(Wording words)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = LineText.Clean(Name, LongestName);
        if (name is not { Accepted: true, Value.Length: > 0 }) problems["name"] = words["reply.error.name", words.Number(LongestName)];

        var email = Email.Trim();
        if (!IsAddress(email)) problems["email"] = words["reply.error.email"];

        string? website = null;
        if (Website.Trim() is { Length: > 0 } given)
        {
            if (given.Length <= LongestWebsite && LinkTarget.Parse(given) is { IsWeb: true } link) website = link.Value;
            else problems["website"] = words["reply.error.website"];
        }

        var text = ReaderText.Read(Text, LongestText);
        if (!text.Accepted) problems["text"] = text.Refusal.Code.Contains("link", StringComparison.OrdinalIgnoreCase) ? words["reply.error.links", words.Number(20)] : words["reply.error.text", words.Number(LongestText)];
        else if (text.Value.IsEmpty) problems["text"] = words["reply.error.text", words.Number(LongestText)];

        return problems.Count > 0 ? (null, problems)
            : (new CheckedReply(name.Value!, email, website, text.Value!, Guid.TryParse(Parent, out var parent) ? parent : null), problems);
    }

    private static bool IsAddress(string text) =>
        text.Length is > 2 and <= LongestEmail && text.IndexOfAny([' ', '<', '>', ',', ';', '"', '(', ')']) < 0 && !text.Any(char.IsControl)
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal)
        && Encoding.UTF8.GetByteCount(text) <= 254;
}

public sealed record CheckedReply(string Name, string Email, string? Website, Body Body, Guid? Parent);
