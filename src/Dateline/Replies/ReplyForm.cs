using System.Text;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Pages;
using Dateline.Layout.Languages;

namespace Dateline.Replies;

/// <summary>The reply form as it came, and what is wrong with it. One validator for every field, whoever fills it in.</summary>
public sealed record ReplyForm(string Name, string Email, string Website, string Text, string Parent)
{
    public const int LongestName = 245;
    public const int LongestEmail = EmailAddress.Longest;
    public const int LongestWebsite = 200;

    /// <summary>In bytes of UTF-8, a line end counted as one.</summary>
    public const int LongestText = 65_525;

    /// <summary>A field that people don't see and programs fill in. No name that a browser would fill in for somebody.</summary>
    public const string Honey = "message";

    /// <summary>Ticked by whoever wants to be known again in this browser.</summary>
    public const string RememberField = "remember";

    /// <summary>Sent by script that showed the tick as it stands: the page itself, the same for everybody, can't.</summary>
    public const string ShownField = "remembered";

    public static readonly ReplyForm Empty = new("", "", "", "", "");

    public Guid? ParentId => Guid.TryParse(Parent, out var parent) ? parent : null;

    public static ReplyForm Of(FormFields fields) => new(fields["name"], fields["email"], fields["website"], fields["text"], fields["parent"]);

    /// <summary>The clean reply, or the problems by field. Over-length is refused, never cut.</summary>
    public (CheckedReply? Reply, IReadOnlyDictionary<string, string> Problems) Check(Wording words)
    {
        var problems = new Dictionary<string, string>(StringComparer.Ordinal);
        var name = LineText.Clean(CleanText.Unstacked(Name), LongestName);
        if (name is not { Accepted: true, Value.Length: > 0 }) problems["name"] = words["reply.error.name", words.Number(LongestName)];
        // Beside a website it would be the text of a link to somewhere else.
        else if (AddressedName.IsOne(name.Value, besideWebsite: Website.Trim().Length > 0)) problems["name"] = words["reply.error.name.address"];

        var email = EmailAddress.Parse(Email);
        if (email is null) problems["email"] = words["reply.error.email", words.Number(LongestEmail)];

        string? website = null;
        if (Website.Trim() is { Length: > 0 } given)
        {
            if (given.Length <= LongestWebsite && LinkTarget.Parse(given) is { IsWeb: true } link) website = link.Value;
            else problems["website"] = words["reply.error.website", words.Number(LongestWebsite)];
        }

        var text = Read(words, out var problem);
        if (problem is not null) problems["text"] = problem;

        return problems.Count > 0 ? (null, problems)
            : (new CheckedReply(name.Value!, email!, website, text!, ParentId), problems);
    }

    private Body? Read(Wording words, out string? problem)
    {
        problem = null;
        var lines = Text.ReplaceLineEndings("\n"); // forms send two characters for each line end (HTML, 4.10.22.4)
        var length = Encoding.UTF8.GetByteCount(lines);
        if (length > LongestText)
        {
            problem = words["reply.error.long", words.Number(LongestText), words.Number(length)];
            return null;
        }
        var text = ReaderText.Read(CleanText.Unstacked(lines), LongestText);
        if (text is { Accepted: true, Value.IsEmpty: false }) return text.Value;
        problem = text.Refusal?.Code switch
        {
            "too-many-links" => words["reply.error.links", words.Number(ReaderText.MaximumLinks)],
            null or "empty" => words["reply.error.text"],
            _ => words["reply.error.paragraphs", words.Number(ReaderText.MaximumParagraphs)],
        };
        return null;
    }
}

/// <summary>A reply that has passed every check.</summary>
public sealed record CheckedReply(string Name, string Email, string? Website, Body Body, Guid? Parent);
