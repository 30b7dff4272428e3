using System.Net;
using Dateline.Foundation.Markup;
using Dateline.Replies.Readers;
using Dateline.Stories;

namespace Dateline.Replies.Screening;

/// <summary>A reply on its way in, or one whose text somebody changed: what the phases look at.</summary>
internal sealed class Candidate(PublicStory story, CheckedReply reply, SenderKeys sender, Discussion discussion, DateTimeOffset now)
{
    private readonly Lazy<MatchText> _text = new(() => MatchText.Of(PlainText.From(reply.Body)));
    private readonly Lazy<MatchText> _match = new(() => MatchText.Of($"{reply.Name}\n{reply.Website}\n{PlainText.From(reply.Body)}"));

    public Guid Id { get; init; } = Guid.CreateVersion7(now);

    public PublicStory Story => story;

    public CheckedReply Reply => reply;

    public SenderKeys Sender => sender;

    public Discussion Discussion => discussion;

    public DateTimeOffset Now => now;

    /// <summary>An existing reply with a new text: how often and how soon somebody writes isn't asked again.</summary>
    public bool IsEdit { get; init; }

    /// <summary>From a cookie of ours; null for somebody who didn't ask to be remembered.</summary>
    public ReaderPass? Reader { get; init; }

    /// <summary>Whom the cookie named, who doesn't want to be known any more.</summary>
    public ReaderPass? Forgotten { get; init; }

    /// <summary>Asked to be known again in this browser.</summary>
    public bool Remember { get; init; }

    public bool HiddenFieldFilled { get; init; }

    /// <summary>Since script fetched a token for the form; null when none came along.</summary>
    public TimeSpan? FormAge { get; init; }

    /// <summary>Name, website and text as rules compare them.</summary>
    public MatchText Match => _match.Value;

    /// <summary>The text alone.</summary>
    public MatchText Text => _text.Value;

    /// <summary>By which the next one like it is found, as <see cref="DuplicatePhase"/> made it; null for a short text.</summary>
    public Fingerprint? Print { get; set; }

    /// <summary>Among those sent at this moment; null where nothing is to be written.</summary>
    public Underway.Place? Place { get; init; }

    /// <summary>How many of the reader's replies moderators let pass, as the phase <see cref="TrustPhase"/> found; none when it didn't get that far.</summary>
    public int Approved { get; set; }

    /// <summary>Whom the cookie names, when there is such a reader and the address is theirs, as <see cref="ReaderPhase"/> found.</summary>
    public Guid? KnownReader { get; set; }

    /// <summary>What moderators think of that reader.</summary>
    public Standing Standing { get; set; }

    /// <summary>That reader proved the address. Of nobody else is it known whose the address in the form is.</summary>
    public bool IsProved { get; set; }

    /// <summary>Moderators trust the reader.</summary>
    public bool IsTrusted => IsProved && Standing == Standing.Trusted;
}

/// <summary>Keyed hashes that stand for who sends: they recognise, and say nothing to whoever reads them.</summary>
/// <param name="Network">Of the address by <see cref="SendingCount.PartOf"/>.</param>
/// <param name="Address">Of the e-mail address in lower case.</param>
/// <param name="Name">Of the name by <see cref="MatchText.OfName"/>.</param>
public sealed record SenderKeys(string Network, string Address, string Name)
{
    /// <summary>128 bits, in hexadecimal: they stand in indexes.</summary>
    public const int Length = 32;

    public static SenderKeys Of(AddressVault vault, IPAddress? from, string email, string name) => new(
        vault.Recognise("network", SendingCount.PartOf(from))[..Length],
        AddressOf(vault, email),
        vault.Recognise("name", MatchText.OfName(name))[..Length]);

    /// <summary>The local part too: no provider of mail in use tells its people apart by the case of letters.</summary>
    public static string AddressOf(AddressVault vault, string email) => vault.Recognise("address", email.ToLowerInvariant())[..Length];
}

/// <summary>Who a reader's cookie says it is: a row of <see cref="Reader"/> and the stamp that it must still have.</summary>
public sealed record ReaderPass(Guid Id, int Stamp);
