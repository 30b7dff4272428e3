using System.Text.Json;
using Dateline.Foundation.Storage;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Letters;

/// <summary>A letter to a reader: plain text, written by us. What readers wrote isn't in it but as <see cref="Quotation"/> lets it.</summary>
/// <param name="Stop">Where one click ends letters of this kind (RFC 8058).</param>
/// <param name="About">The key of the story that it names: when that isn't public any more, it doesn't go.</param>
internal sealed record Letter(string To, string Subject, string Text, string? Stop = null, string? About = null);

/// <summary>
/// A letter about replies that became public after <paramref name="Since"/>, up to <paramref name="UpTo"/>. Its words aren't kept: it is
/// written at the moment it goes, so what was taken down, killed or ended while it waited isn't in it.
/// </summary>
internal sealed record NewsErrand(Guid Follow, DateTimeOffset Since, DateTimeOffset UpTo);

/// <summary>A letter about one decision on a reply, to its writer. Written when it goes: what was decided anew while it waited isn't told.</summary>
/// <param name="Decision">The last on the reply; null for one that a rule made wait and nobody has decided on.</param>
/// <param name="Appeal">The appeal that was dismissed, when it is that which is told; null: the decision itself is.</param>
internal sealed record DecisionErrand(Guid Reply, Guid? Decision, Guid? Appeal = null);

/// <summary>What a letter is for; the caps count by it.</summary>
internal static class LetterKind
{
    /// <summary>Asked for by somebody who may be a stranger to the address.</summary>
    public const string Confirm = "confirm", Data = "data";
    public const string News = "news";

    /// <summary>Of what a moderator decided on the reply of somebody whose address is proved, or on their appeal.</summary>
    public const string Decision = "decision";
}

/// <summary>Takes letters in, with the change that they belong to. <see cref="SendLetters"/> takes them out.</summary>
internal sealed class PostOffice(DatelineOptions options, AddressVault vault)
{
    /// <summary>Letters about replies to one address; what comes after them waits for tomorrow's.</summary>
    public const int MostNewsADay = 20;

    /// <summary>How long a moderator's decision may be undone before its letter goes.</summary>
    public static readonly TimeSpan TimeToUndo = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public bool IsOpen => options.Mail is not null;

    public void Take(DatelineDb db, Letter letter, string kind, DateTimeOffset now) =>
        Take(db, SenderKeys.AddressOf(vault, letter.To), kind, JsonSerializer.Serialize(letter), now);

    public void Take(DatelineDb db, Follow follow, NewsErrand errand, DateTimeOffset now) =>
        Take(db, follow.AddressKey, LetterKind.News, JsonSerializer.Serialize(errand), now);

    /// <summary>One for each decision, and for each appeal, however often it is asked for. It goes after a while, in which what was a slip is undone.</summary>
    public async Task Take(DatelineDb db, string addressKey, DecisionErrand errand, DateTimeOffset now, CancellationToken cancel)
    {
        var told = errand.Appeal ?? errand.Decision;
        if (!await db.Set<OutgoingLetter>().AnyAsync(letter => letter.Id == told, cancel))
            Take(db, addressKey, LetterKind.Decision, JsonSerializer.Serialize(errand), now, now + TimeToUndo, told);
    }

    public static async Task<bool> HasEnoughNews(DatelineDb db, string addressKey, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Day;
        return await db.Set<OutgoingLetter>().CountAsync(letter => letter.AddressKey == addressKey && letter.WrittenAt > since && letter.Kind == LetterKind.News, cancel) >= MostNewsADay;
    }

    /// <summary>Null when the keys that hid it are gone.</summary>
    public Letter? Open(OutgoingLetter row) => Open<Letter>(row);

    public NewsErrand? OpenNews(OutgoingLetter row) => Open<NewsErrand>(row);

    public DecisionErrand? OpenDecision(OutgoingLetter row) => Open<DecisionErrand>(row);

    public string Absolute(string path) => new Uri(options.PublicUrl, path).AbsoluteUri;

    private void Take(DatelineDb db, string addressKey, string kind, string words, DateTimeOffset now, DateTimeOffset? goes = null, Guid? id = null) => db.Add(new OutgoingLetter
    {
        Id = id ?? Guid.CreateVersion7(now),
        AddressKey = addressKey,
        Kind = kind,
        LetterCipher = vault.Hide(words),
        WrittenAt = now,
        DueAt = goes ?? now,
    });

    private T? Open<T>(OutgoingLetter row) where T : class => vault.Show(row.LetterCipher) is { } text ? JsonSerializer.Deserialize<T>(text) : null;
}
