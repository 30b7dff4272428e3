using Dateline.Foundation.Markup;
using Dateline.Layout.Languages;
using Dateline.Replies;
using Dateline.Replies.Screening;
using Dateline.Stories;

namespace Dateline.Operating.Moving;

/// <summary>A story and the addresses at which it stood.</summary>
internal sealed record MovedStory(Story Story, IReadOnlyList<string> Addresses);

/// <summary>Makes stories of posts and replies of comments, for one edition.</summary>
internal sealed class WxrStories(Edition edition, WxrNumbers numbers, IReadOnlyDictionary<string, string> topics, IReadOnlyList<Source> sources, AddressVault vault, DateTimeOffset now)
{
    private readonly Dictionary<string, WxrAuthor> _authors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _staff = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Source> _sources = sources.DistinctBy(source => source.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(source => source.Name, StringComparer.OrdinalIgnoreCase);
    private readonly string _nameless = Wording.Of(edition.Language)["reply.nameless"];
    private readonly HouseStyleMark _mark = new(edition.Style);

    public void Know(WxrAuthor author)
    {
        _authors[author.Login] = author;
        if (author.Email.Length > 0) _staff.Add(author.Email);
    }

    /// <summary>The story; null and why not.</summary>
    /// <param name="key">Its word in addresses.</param>
    public (MovedStory? Moved, string? LeftOut, int Shortcodes) Of(WxrPost post, string key)
    {
        if (post.Id == 0) return (null, "posts without a number", 0);
        if (post.Status is "trash" or "auto-draft" or "inherit") return (null, $"posts in state {post.Status}", 0);
        Uri.TryCreate(post.Link, UriKind.Absolute, out var link);
        var text = WordPressText.Post(post.Content, link, out var shortcodes);
        if (!text.Accepted) return (null, $"posts whose text isn't readable ({text.Refusal!.Code})", shortcodes);

        var (body, place) = _mark.Take(text.Value);
        var headline = WordPressText.Line(post.Title, StoryText.LongestHeadline);
        Source? source = null;
        if (headline.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash && _sources.GetValueOrDefault(headline[..slash].Trim()) is { } known && headline[(slash + 1)..].Trim() is { Length: > 0 } rest)
            (source, headline) = (known, rest);
        if (headline.Length == 0) headline = WordPressText.Line(PlainText.From(body), 80) is { Length: > 0 } begin ? begin : $"#{post.Id}";

        var isPublic = post is { Status: "publish", HasPassword: false, Date: not null } && post.Date <= now && !body.IsEmpty;
        var id = numbers.Story(post.Id);
        var byline = _authors.GetValueOrDefault(post.Creator)?.Name is { Length: > 0 } name ? name : post.Creator;
        byline = WordPressText.Line(byline, StoryText.LongestByline);
        var story = new Story
        {
            Id = id,
            Key = key,
            Edition = edition.Code,
            Language = edition.Language,
            Headline = headline,
            Slug = StoryPath.Slug(headline),
            Summary = WordPressText.Line(post.Excerpt, StoryText.LongestSummary) is { Length: > 0 } summary ? summary : null,
            Body = body,
            PlaceLine = new PlaceLine(place, null),
            Byline = byline.Length > 0 ? byline : null,
            Topics = [.. post.Terms.Where(term => term.Domain == "category").Select(term => topics.GetValueOrDefault(term.Slug)).OfType<string>().Distinct(StringComparer.Ordinal).Select(key => new StoryTopic { StoryId = id, TopicKey = key })],
            SourceId = source?.Id,
            Credit = source is null ? null : new Credit { Source = source.Name, Byline = byline.Length > 0 ? byline : null, Hops = [new Hop(source.Name, HopRole.Original, source.Site)] },
            Status = isPublic ? StoryStatus.Published : StoryStatus.Draft,
            CreatedAt = post.Date ?? now,
            PublishedAt = isPublic ? post.Date : null,
            UpdatedAt = isPublic ? (post.Modified > post.Date ? post.Modified : post.Date) : null,
            RepliesOpen = post.TakesComments,
        };
        return (new MovedStory(story, Addresses(post, link)), null, shortcodes);
    }

    private static List<string> Addresses(WxrPost post, Uri? link)
    {
        var addresses = new List<string>();
        if (OldAddress.Normal("/", post.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)) is { } number) addresses.Add(number);
        if (link is { Scheme: "http" or "https" } && OldAddress.Normal(Uri.UnescapeDataString(link.AbsolutePath), null) is { } path) addresses.Add(path);
        return addresses;
    }

    /// <param name="parent">The reply that it answers; null for one to the story, or when that one isn't here.</param>
    public (Reply? Reply, Placed? Place, string? LeftOut) Of(WxrComment comment, Story story, Placed? parent)
    {
        if (comment.Type is not ("" or "comment")) return (null, null, comment.Type is "pingback" or "trackback" ? comment.Type + "s" : "comments of plug-ins");
        if (WordPressText.Comment(comment.Content) is not { } body) return (null, null, "comments without a text");
        var at = comment.Date ?? story.PublishedAt ?? story.CreatedAt;
        if (at > now) at = now; // else it stood before all that is written from now on
        var email = EmailAddress.Parse(comment.Email);
        var state = comment.Approved switch { "1" => ReplyState.Published, "spam" => ReplyState.Spam, "trash" or "post-trashed" => ReplyState.Rejected, _ => ReplyState.Held };
        var place = Placed.Beneath(parent, numbers.Reply(comment.Id, at));
        var website = comment.Url.Length <= ReplyForm.LongestWebsite && LinkTarget.Parse(comment.Url) is { IsWeb: true } target ? target.Value : null;
        return (new Reply
        {
            Id = place.Id,
            StoryId = story.Id,
            StoryKey = story.Key,
            Edition = story.Edition,
            ParentId = parent?.Id,
            OldNumber = comment.Id,
            Path = place.Path,
            Name = WordPressText.Line(comment.Author, ReplyForm.LongestName) is var name && CleanText.IsVisible(name) ? name : _nameless,
            EmailCipher = email is null ? [] : vault.Hide(email),
            AddressKey = email is null ? null : SenderKeys.AddressOf(vault, email),
            Website = website,
            Body = body,
            State = state,
            HeldBy = state == ReplyState.Held ? Dateline.Replies.Screening.ModePhase.Moved : null,
            IsStaff = comment.HasAccount && _staff.Contains(comment.Email),
            SubmittedAt = at,
            PublishedAt = state == ReplyState.Published ? at : null,
        }, place, null);
    }
}
