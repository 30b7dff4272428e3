using System.Text.Json;
using Dateline.Foundation.Storage;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;

namespace Dateline.Replies.Letters;

/// <summary>A letter to a reader: plain text, written by us. What readers wrote isn't in it but as <see cref="Quotation"/> lets it.</summary>
/// <param name="Stop">Where one click ends letters of this kind (RFC 8058).</param>
internal sealed record Letter(string To, string Subject, string Text, string? Stop = null);

/// <summary>What a letter is for; the caps count by it.</summary>
internal static class LetterKind
{
    /// <summary>Asked for by somebody who may be a stranger to the address: one a day, whoever asks.</summary>
    public const string Confirm = "confirm", Data = "data";
    public const string News = "news";
}

/// <summary>Takes letters in, with the change that they belong to. <see cref="SendLetters"/> takes them out.</summary>
internal sealed class PostOffice(DatelineOptions options, AddressVault vault)
{
    public bool IsOpen => options.Mail is not null;

    public void Take(DatelineDb db, Letter letter, string kind, DateTimeOffset now) => db.Add(new OutgoingLetter
    {
        Id = Guid.CreateVersion7(now),
        AddressKey = SenderKeys.AddressOf(vault, letter.To),
        Kind = kind,
        LetterCipher = vault.Hide(JsonSerializer.Serialize(letter)),
        WrittenAt = now,
        DueAt = now,
    });

    /// <summary>Null when the keys that hid it are gone.</summary>
    public Letter? Open(OutgoingLetter row) => vault.Show(row.LetterCipher) is { } text ? JsonSerializer.Deserialize<Letter>(text) : null;

    public string Absolute(string path) => new Uri(options.PublicUrl, path).AbsoluteUri;
}
