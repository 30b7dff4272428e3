using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dateline.Foundation.Fetching;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Storage;
using Dateline.Replies.Screening;
using Dateline.Wire;

namespace Dateline.Replies.Checks;

/// <summary>What a service made of a reply.</summary>
internal enum CheckAnswer
{
    /// <summary>None that could be used.</summary>
    Failed,
    Good,
    Spam,

    /// <summary>A person should look at it.</summary>
    Hold,
}

/// <summary>Asks a service outside. It gets the reply's name, website, text and address on the site; never the reader's e-mail address or where they wrote from.</summary>
internal sealed class OutsideCheck(Fetcher fetcher, CheckSecrets secrets, DatelineOptions options)
{
    private const int LongestAnswer = 4_096;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The field is required by the protocol; we don't keep the address that it asks for.</summary>
    private const string NoAddress = "127.0.0.1";

    public Task<CheckAnswer> Ask(string check, Reply reply, string path, ScreeningSettings settings, DateTimeOffset now, CancellationToken cancel) => check switch
    {
        CheckPhase.Akismet => AskAkismet(reply, path, settings, cancel),
        CheckPhase.Webhook => AskWebhook(reply, path, settings, now, cancel),
        _ => Task.FromResult(CheckAnswer.Failed),
    };

    /// <summary>Akismet's comment-check, version 1.1: "true" is spam, "false" isn't, anything else is no answer.</summary>
    private async Task<CheckAnswer> AskAkismet(Reply reply, string path, ScreeningSettings settings, CancellationToken cancel)
    {
        if (settings.AkismetUrl is not { } address || secrets.Show(settings.AkismetKey) is not { } key) return CheckAnswer.Failed;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["api_key"] = key,
            ["blog"] = options.PublicUrl.AbsoluteUri,
            ["user_ip"] = NoAddress,
            ["permalink"] = new Uri(options.PublicUrl, path).AbsoluteUri,
            ["comment_type"] = reply.ParentId is null ? "comment" : "reply",
            ["comment_author"] = reply.Name,
            ["comment_author_url"] = reply.Website ?? "",
            ["comment_content"] = PlainText.From(reply.Body),
        });
        var answer = await Post(address, await form.ReadAsByteArrayAsync(cancel), "application/x-www-form-urlencoded", [], settings, cancel);
        return answer?.Trim() switch { "true" => CheckAnswer.Spam, "false" => CheckAnswer.Good, _ => CheckAnswer.Failed };
    }

    /// <summary>Each member that the contract names is there.</summary>
    private static readonly JsonSerializerOptions WithNulls = new(JsonColumn.Options) { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never };

    /// <summary>Ours: JSON, signed by HMAC-SHA256 over the time and the bytes; the answer says publish, hold or spam.</summary>
    private async Task<CheckAnswer> AskWebhook(Reply reply, string path, ScreeningSettings settings, DateTimeOffset now, CancellationToken cancel)
    {
        if (settings.WebhookUrl is not { } address || secrets.Show(settings.WebhookSecret) is not { } secret) return CheckAnswer.Failed;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(new
        {
            id = reply.Id,
            url = new Uri(options.PublicUrl, path).AbsoluteUri,
            edition = reply.Edition,
            answers = reply.ParentId,
            name = reply.Name,
            website = reply.Website,
            text = PlainText.From(reply.Body),
            submittedAt = reply.SubmittedAt,
        }, WithNulls);
        var answer = await Post(address, bytes, "application/json", [KeyValuePair.Create("Dateline-Signature", Sign(secret, now.ToUnixTimeSeconds(), bytes))], settings, cancel);
        return Verdict(answer) switch { "publish" => CheckAnswer.Good, "spam" => CheckAnswer.Spam, "hold" => CheckAnswer.Hold, _ => CheckAnswer.Failed };
    }

    /// <summary>"t=SECONDS,v1=HEX": over the seconds, a full stop and the body, so that an old message can't be sent again as a new one.</summary>
    internal static string Sign(string secret, long seconds, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.ASCII.GetBytes($"{seconds}."));
        hash.AppendData(body);
        return $"t={seconds},v1={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }

    private static string? Verdict(string? answer)
    {
        try
        {
            using var read = JsonDocument.Parse(answer ?? "");
            return read.RootElement.ValueKind == JsonValueKind.Object && read.RootElement.TryGetProperty("verdict", out var verdict) && verdict.ValueKind == JsonValueKind.String ? verdict.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task<string?> Post(string address, byte[] bytes, string type, IReadOnlyList<KeyValuePair<string, string>> headers, ScreeningSettings settings, CancellationToken cancel)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri)) return null;
        var outcome = await fetcher.FetchAsync(new FetchRequest(uri)
        {
            Method = HttpMethod.Post,
            Content = new FetchContent(bytes, type),
            Headers = headers,
            AllowPrivate = PrivatePlaces.Of(settings.PrivatePlaces),
            MaxBytes = LongestAnswer,
            TimeLimit = Patience,
        }, cancel);
        return outcome is Fetched { Body: var body } ? Encoding.UTF8.GetString(body.Span) : null;
    }
}
