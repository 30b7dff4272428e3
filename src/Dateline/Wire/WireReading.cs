using Dateline.Formats;
using Dateline.Foundation.Fetching;
using Dateline.Foundation.Storage;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Wire;

/// <summary>
/// Reads one document, whatever brought it, and takes what is in it by the one receive path. When it returns, all
/// that was taken is durable; taking a document twice changes nothing.
/// </summary>
internal sealed class WireReading(DatelineDbFactory databases, Writes writes, TimeProvider clock, ILogger<WireReading> log)
{
    public const int MostItems = 20_000;
    private const int LongestItem = 1 << 20;

    /// <summary>What is put into a folder or mailed is one story each, in whatever form; what is asked from the web and is a page, is an error's.</summary>
    public static bool TakesPages(Feed feed) => feed.Transport is Transport.Drop or Transport.Mail;

    /// <param name="stream">May throw <see cref="FetchException"/>: what came before is kept.</param>
    /// <param name="origin">What relative addresses in it are relative to.</param>
    /// <param name="charset">What the transport says of its letters.</param>
    /// <param name="arrival">The document itself, where it is kept.</param>
    public async Task<ReadDocument> Read(Feed feed, Stream stream, Uri? origin, string? charset, CancellationToken cancel, Arrival? arrival = null)
    {
        var read = new ReadDocument();
        var intake = new FeedIntake(feed, databases, writes, clock, log, arrival);
        var options = Options(feed, origin, charset, await SenderOf(feed, cancel), clock);
        try
        {
            await foreach (var part in NewsReader.ReadAsync(stream, options, cancel))
            {
                if (part is NewsItem { IsTruncated: true }) read = read with { BrokeOff = true };
                if (part is Reject { Code: RejectCode.TooMany }) read = read with { Cut = true };
                if (part is Reject { Code: RejectCode.Failed or RejectCode.FailedDocument } ours) log.LogError("Reading feed {Feed}, line {Line}: {Reason}", feed.Id, ours.Line, ours.Reason);
                if (part is FeedHead found) read = read with { Head = found };
                else if (part is Reject { Code: RejectCode.NotAFeed or RejectCode.FailedDocument } reject) read = read with { NotNews = reject };
                else
                {
                    await intake.Take(part, cancel);
                    read = part is Reject or NewsItem { IsTruncated: true } ? read with { Refused = read.Refused + 1 } : read with { Met = read.Met + 1 };
                }
            }
        }
        catch (FetchException broken)
        {
            read = read with { Broken = broken.Failure };
        }
        await intake.Flush(cancel);
        return read with { Items = intake.Taken };
    }

    public static NewsReadOptions Options(Feed feed, Uri? origin, string? charset, string? sender, TimeProvider clock) =>
        new() { BaseUri = origin, DeclaredCharset = charset, MaxItems = MostItems, MaxItemChars = LongestItem, Clock = clock, Sender = sender, Pages = TakesPages(feed), KeepRaw = true };

    private async Task<string?> SenderOf(Feed feed, CancellationToken cancel)
    {
        await using var db = databases.Open();
        return await db.Sources.Where(source => source.Id == feed.SourceId).Select(source => source.Name).FirstOrDefaultAsync(cancel);
    }
}

/// <summary>What was in a document.</summary>
internal sealed record ReadDocument
{
    /// <summary>What a feed says about itself; null when it wasn't one.</summary>
    public FeedHead? Head { get; init; }

    /// <summary>Why the whole isn't news, or its rest couldn't be read.</summary>
    public Reject? NotNews { get; init; }

    /// <summary>Our own reader failed on it, and what follows is still to be read.</summary>
    public bool IsUnread => NotNews is { Code: RejectCode.FailedDocument };

    /// <summary>Why it broke off.</summary>
    public FetchFailure? Broken { get; init; }

    /// <summary>It ended within an item, though nobody said that it broke off.</summary>
    public bool BrokeOff { get; init; }

    /// <summary>It had more than anybody sends, and was read no further.</summary>
    public bool Cut { get; init; }

    /// <summary>Items and withdrawals met, known ones too.</summary>
    public int Met { get; init; }

    /// <summary>Items that were new or changed.</summary>
    public int Items { get; init; }

    /// <summary>Pieces that couldn't be taken; they are quarantined each.</summary>
    public int Refused { get; init; }
}
