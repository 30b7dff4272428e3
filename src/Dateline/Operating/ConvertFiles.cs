using System.Runtime.CompilerServices;
using Dateline.Formats;
using Dateline.Foundation.Markup;

namespace Dateline.Operating;

/// <summary><c>dateline convert</c>: wire and feed files in another format. What it writes is promised in docs/contracts/convert.md.</summary>
internal sealed class ConvertFiles(NewsTarget target, ConvertPlace place, TextWriter complaints, DateTimeOffset now, string? sender)
{
    private readonly NewsReadOptions reading = new() { Pages = true };
    private bool failed;

    /// <summary>0; or 1 when something couldn't be read or written.</summary>
    public async Task<int> Run(IReadOnlyList<string> paths, CancellationToken cancel)
    {
        try
        {
            var files = Files(paths, cancel);
            if (target.HoldsOneItem) await ItemByItem(files, cancel);
            else if (place.IsFolder) foreach (var file in files) await Whole([file], cancel);
            else await Whole(files, cancel);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Complain(place.Name, failure.Message);
        }

        return failed ? 1 : 0;
    }

    private IEnumerable<string> Files(IReadOnlyList<string> paths, CancellationToken cancel)
    {
        foreach (var (path, error) in InputFile.In(paths, cancel))
        {
            if (error is null) yield return path;
            else Complain(path, error);
        }
    }

    private async Task ItemByItem(IEnumerable<string> paths, CancellationToken cancel)
    {
        FeedHead head = new();
        await foreach (var (path, part) in Parts(paths, cancel))
        {
            if (part is FeedHead of) head = of;
            if (ToWrite(path, part) is not { } item) continue;
            if (!await place.Document(path, target, stream => NewsWriter.WriteItemAsync(stream, target, Envelope(head, path), item, cancel), cancel))
            {
                Complain(path, $"Item '{item.Uri}' was not written: NITF holds one item a document. Give --out FOLDER for a file each.");
            }
        }
    }

    private async Task Whole(IEnumerable<string> paths, CancellationToken cancel)
    {
        await using var parts = Parts(paths, cancel).GetAsyncEnumerator(cancel);
        var (name, head, first) = ("-", new FeedHead(), (NewsItem?)null);
        while (first is null && await parts.MoveNextAsync())
        {
            var (path, part) = parts.Current;
            if (part is FeedHead of && head.Title is null) head = of;
            name = path;
            first = ToWrite(path, part);
        }

        if (first is null && target == NewsTarget.NewsMlG2)
        {
            Complain(name, "There is no item to write, and a newsMessage must hold one.");
            return;
        }

        await place.Document(name, target, stream => NewsWriter.WriteAsync(stream, target, Envelope(head, name), Head(head, name, first), Rest(first, parts), cancel), cancel);
    }

    private async IAsyncEnumerable<NewsItem> Rest(NewsItem? first, IAsyncEnumerator<(string Path, NewsPart Part)> parts)
    {
        if (first is null) yield break;
        yield return first;
        while (await parts.MoveNextAsync())
            if (ToWrite(parts.Current.Path, parts.Current.Part) is { } item) yield return item;
    }

    private async IAsyncEnumerable<(string Path, NewsPart Part)> Parts(IEnumerable<string> paths, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var path in paths)
        {
            Stream? stream = null;
            try
            {
                stream = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                Complain(path, failure.Message);
                continue;
            }

            await using (stream)
                await foreach (var part in NewsReader.ReadAsync(stream, reading, cancel)) yield return (path, part);
        }
    }

    /// <summary>The item to write, with a safe body; null where there is none, which is said.</summary>
    private NewsItem? ToWrite(string path, NewsPart part)
    {
        switch (part)
        {
            case Reject reject:
                Complain(path, reject.Line > 0 ? $"Line {reject.Line}: {reject.Reason}" : reject.Reason);
                return null;
            case Tombstone tombstone:
                return Allowed(path, tombstone.ToItem());
            case NewsItem { IsTruncated: true } half:
                // What may be half a story must not become a whole one in another format.
                Complain(path, $"The document ends within the item '{half.Uri}': it was not converted.");
                return null;
            case NewsItem item:
                return Allowed(path, item) is { } allowed ? Safe(path, allowed) : null;
            default:
                return null;
        }
    }

    private NewsItem? Allowed(string path, NewsItem item)
    {
        if (target.Refusal(item, now) is not { } reason) return item;
        complaints.WriteLine($"{path}: item '{item.Uri}' was left out. {reason}");
        return null;
    }

    private NewsItem Safe(string path, NewsItem item)
    {
        if (item.Body is not { } body) return item;
        var read = body.Kind == BodyKind.Html ? MarkupReader.Read(body.Content, body.BaseUri) : MarkupReader.ReadText(body.Content);
        if (read is { Accepted: true, Value: { } tree }) return item with { Body = new NewsBody(SafeHtml.From(tree, RenderOptions.Story).ToString(), BodyKind.Html) };
        Complain(path, $"The text of the item '{item.Uri}' is too long, and was left out of it.");
        return item with { Body = null };
    }

    private WireEnvelope Envelope(FeedHead head, string path) => new(sender ?? head.Title ?? ConvertPlace.Stem(path), now)
    {
        OwnHop = target == NewsTarget.NewsMlG2 ? new Hop(sender ?? "Dateline", "transformed", now) : null,
    };

    /// <summary>The head of the feed, with what the formats require where a wire has none.</summary>
    private static FeedHead Head(FeedHead head, string path, NewsItem? first)
    {
        var site = head.Link ?? (Uri.TryCreate(first?.Page, UriKind.Absolute, out var page) ? page.GetLeftPart(UriPartial.Authority) + "/" : null);
        var name = $"urn:x-dateline:converted:{Uri.EscapeDataString(ConvertPlace.Stem(path))}";
        return head with
        {
            Title = head.Title ?? ConvertPlace.Stem(path),
            Link = site ?? name,
            Id = head.Id ?? head.SelfLink ?? site ?? name,
            Updated = head.Updated ?? first?.Updated ?? first?.VersionCreated ?? first?.Published,
            // What announces the original announces nothing of this copy.
            SelfLink = null,
            NextLink = null,
            HubLinks = [],
        };
    }

    private void Complain(string path, string sentence)
    {
        failed = true;
        complaints.WriteLine($"{path}: {sentence}");
    }
}
