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

/// <summary>What a letter is for; the caps count by it.</summary>
internal static class LetterKind
{
    /// <summary>Asked for by somebody who may be a stranger to the address.</summary>
    public const string Confirm = "confirm", Data = "data";
    public const string News = "news";
}

/// <summary>Takes letters in, with the change that they belong to. <see cref="SendLetters"/> takes them out.</summary>
internal sealed class PostOffice(DatelineOptions options, AddressVault vault)
{
    /// <summary>Letters about replies to one address; what comes after them waits for tomorrow's.</summary>
    public const int MostNewsADay = 20;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public bool IsOpen => options.Mail is not null;

    public void Take(DatelineDb db, Letter letter, string kind, DateTimeOffset now) =>
        Take(db, SenderKeys.AddressOf(vault, letter.To), kind, JsonSerializer.Serialize(letter), now);

    public void Take(DatelineDb db, Follow follow, NewsErrand errand, DateTimeOffset now) =>
        Take(db, follow.AddressKey, LetterKind.News, JsonSerializer.Serialize(errand), now);

    public static async Task<bool> HasEnoughNews(DatelineDb db, string addressKey, DateTimeOffset now, CancellationToken cancel)
    {
        var since = now - Day;
        return await db.Set<OutgoingLetter>().CountAsync(letter => letter.AddressKey == addressKey && letter.WrittenAt > since && letter.Kind == LetterKind.News, cancel) >= MostNewsADay;
    }

    /// <summary>Null when the keys that hid it are gone.</summary>
    public Letter? Open(OutgoingLetter row) => Open<Letter>(row);

    public NewsErrand? OpenNews(OutgoingLetter row) => Open<NewsErrand>(row);

    public string Absolute(string path) => new Uri(options.PublicUrl, path).AbsoluteUri;

    private void Take(DatelineDb db, string addressKey, string kind, string words, DateTimeOffset now) => db.Add(new OutgoingLetter
    {
        Id = Guid.CreateVersion7(now),
        AddressKey = addressKey,
        Kind = kind,
        LetterCipher = vault.Hide(words),
        WrittenAt = now,
        DueAt = now,
    });

    private T? Open<T>(OutgoingLetter row) where T : class => vault.Show(row.LetterCipher) is { } text ? JsonSerializer.Deserialize<T>(text) : null;
}
