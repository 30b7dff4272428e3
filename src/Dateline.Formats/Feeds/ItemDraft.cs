using Dateline.Formats.Text;
using Dateline.Formats.WordPress;

namespace Dateline.Formats.Feeds;

/// <summary>An item while its fields are being gathered from whatever carries them.</summary>
internal sealed class ItemDraft(FeedSetting setting, Uri? baseUri)
{
    private List<Author>? authors;
    private List<Contributor>? contributors;
    private List<Link>? links;
    private List<Media>? media;
    private List<Subject>? subjects;
    private List<string>? keywords;
    private List<Hop>? hops;
    private List<string>? creators;

    // A feed that sends ten thousand of anything in one item is not meant for reading.
    private const int Most = 1000;

    public RepairList Repairs { get; } = new();

    public FeedSetting Setting => setting;

    /// <summary>What relative addresses are below; for want of anything said, the page of the feed.</summary>
    public Uri? BaseUri
    {
        get => field ?? setting.PageUri;
        set;
    } = baseUri;

    public string? Identity { get; set; }

    /// <summary>An identity given by the way (<c>dc:identifier</c>), for want of a proper one.</summary>
    public string? Identifier { get; set; }

    /// <summary>An identity that is said to be the address of the page too.</summary>
    public string? Permalink { get; set; }

    /// <summary>The authors of the feed an entry was carried from.</summary>
    public List<Author>? SourceAuthors { get; set; }

    public string? Headline { get; set; }

    public string? Summary { get; set; }

    public NewsBody? Body { get; set; }

    /// <summary>How full a rendering <see cref="Body"/> is: content:encoded beats description.</summary>
    public int BodyRank { get; set; }

    /// <summary>Null where the authors' names serve; empty where they are not meant to be printed.</summary>
    public string? Byline { get; set; }

    /// <summary>What a feed says beside its pictures of all of them.</summary>
    public string? MediaCredit { get; set; }

    public string? MediaCaption { get; set; }

    /// <summary>What is said of the media of a group, which for a video is all the text there is.</summary>
    public string? MediaText { get; set; }

    /// <summary>Whether a page is known already.</summary>
    public bool HasPage => Page is not null;

    private Link? Page
    {
        get
        {
            foreach (var link in links ?? NoLinks)
                if (link.Rel == "alternate") return link;

            return null;
        }
    }

    private static readonly List<Link> NoLinks = [];

    /// <summary>What only a feed of an agency carries beside what feeds do; null in all others.</summary>
    public AgencyFacts? Agency { get; set; }

    /// <summary>What an export of WordPress says of a post; null everywhere else.</summary>
    public WxrItem? Export { get; set; }

    public string? Language { get; set; }

    public DateTimeOffset? Created { get; set; }

    public DateTimeOffset? Published { get; set; }

    public DateTimeOffset? Updated { get; set; }

    /// <summary>How far the sender's own clock is ahead of UTC, where a date of the item says so.</summary>
    public TimeSpan? SenderClock { get; private set; }

    /// <summary>Somebody stands in for the author, who was not known: then no other takes that place.</summary>
    public bool HasNoAuthor { get; set; }

    public Credit Credit { get; set; } = None;

    private static readonly Credit None = new();

    public void OfferBody(string content, BodyKind kind, int rank, Uri? below = null, bool isClean = false)
    {
        if (content.Length == 0 || rank <= BodyRank) return;
        if (kind == BodyKind.Html && !isClean) content = Clean(content);
        Body = new NewsBody(content, kind) { BaseUri = below ?? BaseUri };
        BodyRank = rank;
    }

    /// <summary>Markup without what publishing systems put into it.</summary>
    public static string Clean(string html) => RelatedLinks.Cut(LinkChrome.Cut(FeedChrome.Cut(CaptionTables.Unfold(html))));

    public void AddAuthor(Author? author)
    {
        // "Source: Xinhua | Editor: huaxia": whose it is, and somebody's log-in.
        if (author?.Name is { } filled && filled.StartsWith("Source: ", StringComparison.Ordinal) && filled.IndexOf('|', StringComparison.Ordinal) is > 9 and var bar && filled.AsSpan(bar + 1).TrimStart().StartsWith("Editor:"))
        {
            Credit = Credit with { Source = Credit.Source ?? filled["Source: ".Length..bar].Trim() };
            return;
        }

        if (author is not null && (authors?.Count ?? 0) < Most) AddWriter(author);
    }

    private void AddWriter(Author author)
    {
        if (author.Name is ['B' or 'b', 'Y' or 'y', ' ', .. { Length: > 1 } named]) author = author with { Name = named.Trim() };
        authors ??= [];
        if (!authors.Exists(a => a == author || (string.Equals(a.Name, author.Name, StringComparison.OrdinalIgnoreCase) && author is { Email: null, Uri: null }))) authors.Add(author);
    }

    public void AddContributor(string? name, string? role = null)
    {
        if (name is { Length: > 0 } && (contributors?.Count ?? 0) < Most && contributors?.Exists(known => known.Name == name) != true) (contributors ??= []).Add(new Contributor(name, role));
    }

    public void ReplaceAuthors(Author author) => authors = [author];

    public bool HasAuthors => authors is not null;

    public void AddCreator(string name)
    {
        if (name.Length == 0) return;
        AddAuthor(new Author(name));
        NoteCreator(name);
    }

    /// <summary>A name that stands for the credit line where none is sent.</summary>
    public void NoteCreator(string name)
    {
        if ((creators ??= []).Count < Most) creators.Add(name);
    }

    public void AddLink(string rel, string? href, string? type = null, string? language = null)
    {
        if (Address.Resolve(href, BaseUri, Repairs) is not { } address || (links?.Count ?? 0) >= Most) return;
        AddReference(new Link(rel, address, type) { HrefLang = language });
    }

    /// <summary>The page itself, where the link that was sent goes by way of somebody who counts.</summary>
    public void PutPage(string href)
    {
        if (Address.Resolve(href, BaseUri, Repairs) is not { } address) return;
        links ??= [];
        links.RemoveAll(link => link.Rel == "alternate" && link.Href == address);
        links.Insert(0, new Link("alternate", address, null));
    }

    /// <summary>A link to what may be no address but a name, which no base makes longer.</summary>
    public void AddReference(Link link)
    {
        links ??= [];

        // RSS tells the page's address alone, and its type and language in a link beside.
        var told = link.Rel == "alternate" ? Told(links, link) : -1;
        if (told >= 0) links[told] = IsBare(link) ? links[told] : link;
        else if (links.Count < Most && !links.Contains(link)) links.Add(link);
    }

    private static int Told(List<Link> links, Link link)
    {
        for (var i = 0; i < links.Count; i++)
            if (links[i].Rel == "alternate" && links[i].Href == link.Href && (IsBare(links[i]) || IsBare(link))) return i;

        return -1;
    }

    private static bool IsBare(Link link) => link is { Type: null, HrefLang: null };

    public void AddMedia(Media? found)
    {
        if (found is null || (media?.Count ?? 0) >= Most || IsFace(found.Href)) return;
        if (Address.Resolve(found.Href, BaseUri, Repairs) is not { } address) return;
        found = found with { Href = address };
        media ??= [];
        var same = media.FindIndex(m => m.Href == address);
        if (same < 0) media.Add(found);
        else media[same] = Merge(media[same], found);
    }

    public void AddSubject(Subject subject)
    {
        if ((subject.Code ?? subject.Name) is not null && (subjects?.Count ?? 0) < Most) (subjects ??= []).Add(subject);
    }

    public IReadOnlyList<string> Keywords => (IReadOnlyList<string>?)keywords ?? [];

    public void AddKeyword(string keyword)
    {
        if (keyword.Length == 0 || (keywords?.Count ?? 0) >= Most) return;
        keywords ??= [];
        if (!keywords.Contains(keyword)) keywords.Add(keyword);
    }

    public void AddHop(Hop hop)
    {
        if ((hops?.Count ?? 0) < Most) (hops ??= []).Add(hop);
    }

    public DateTimeOffset? Date(ReadOnlySpan<char> text)
    {
        if (NewsDate.TryRead(text, out var instant, out var clock))
        {
            SenderClock ??= clock;
            return Dated(instant);
        }

        if (text.Length > 0) Repairs.Add("A date could not be read and was left out.");
        return null;
    }

    /// <summary>A date that its format has read by itself: of one that can't be yet the item says so.</summary>
    public DateTimeOffset Dated(DateTimeOffset instant)
    {
        if (instant > setting.Tomorrow) Repairs.Add("The item is dated more than a day in the future.");
        return instant;
    }

    // WordPress.com sends the face of who wrote it among the pictures.
    private static bool IsFace(string href) => href.Contains("gravatar.", StringComparison.OrdinalIgnoreCase) && href.Contains("/avatar", StringComparison.OrdinalIgnoreCase);

    private static Media Merge(Media first, Media second) => first with
    {
        Type = first.Type ?? second.Type,
        Rendition = first.Rendition ?? second.Rendition,
        Length = first.Length ?? second.Length,
        Width = first.Width ?? second.Width,
        Height = first.Height ?? second.Height,
        Caption = first.Caption ?? second.Caption,
        Credit = first.Credit ?? second.Credit,
        Copyright = first.Copyright ?? second.Copyright,
    };

    /// <summary>The item; null if there was nothing in it.</summary>
    /// <param name="raw">Its text as sent.</param>
    /// <param name="evenEmpty">What is told beside is enough: that it is canceled, say.</param>
    public NewsItem? Finish(ReadOnlySpan<char> raw, bool evenEmpty = false)
    {
        if (!evenEmpty && Headline is null && Summary is null && Body is null && links is null && media is null && Permalink is null) return null;
        if (Body is { } told && LinkChrome.IsHeadlineAlone(told)) (Body, Summary) = (null, null);
        if (Body is null) Summary ??= MediaText;
        var head = setting.Head.Head;
        if (!HasPage) AddLink("alternate", Permalink);
        if (media is null && Body is { Kind: BodyKind.Html } pictured) BodyPictures.Read(pictured, this);
        else if (media is [{ Type: null, Caption: null, Credit: null } small] && Body is { Kind: BodyKind.Html } shown && BodyPictures.Has(shown, small.Href))
        {
            // A thumbnail of the text's own picture: the picture itself says more.
            media = null;
            BodyPictures.Read(shown, this);
            if (media is null) AddMedia(small);
        }
        else if (media is [{ Type: not null, Caption: null, Credit: null } beside] && Body is { Kind: BodyKind.Html } text && text.Content.Contains(beside.Href, StringComparison.Ordinal))
        {
            // The text's own picture once more, which is told of there.
            BodyPictures.Read(text, this);
        }

        if (authors is null && !HasNoAuthor && contributors?.TrueForAll(contributor => contributor.Role is null) == true)
        {
            // Where nobody is called the author they are.
            foreach (var contributor in contributors) AddAuthor(new Author(contributor.Name));
            contributors = null;
        }

        if (authors is null && !HasNoAuthor && setting.IsAtom)
        {
            // RFC 4287 section 4.2.1: the source's authors, else the feed's.
            if (SourceAuthors is not null) authors = SourceAuthors;
            else if (head.Authors.Count > 0) authors = [.. head.Authors];
        }

        var ofAll = AboutMedia();
        var (notice, line) = (Credit.CopyrightNotice ?? head.Rights, Credit.CreditLine ?? ofAll ?? (creators is null ? null : string.Join(", ", creators)));
        var credit = notice is null && line is null && hops is null ? Credit : Credit with { CopyrightNotice = notice, CreditLine = line, Hops = hops ?? Credit.Hops };
        var item = new NewsItem
        {
            Uri = Identity ?? Identifier ?? DeriveIdentity(),
            Headline = Headline,
            Summary = Summary,
            Body = Body,
            Byline = Byline is null ? Names() : Byline.Length > 0 ? Byline : null,
            Authors = (IReadOnlyList<Author>?)authors ?? [],
            Contributors = (IReadOnlyList<Contributor>?)contributors ?? [],
            Language = Language ?? head.Language ?? setting.XmlLanguage,
            FirstCreated = Created,
            VersionCreated = Updated ?? Published,
            Published = Published,
            Updated = Updated,
            SenderClock = SenderClock,
            Subjects = (IReadOnlyList<Subject>?)subjects ?? [],
            Keywords = (IReadOnlyList<string>?)keywords ?? [],
            Credit = credit.IsEmpty ? null : credit,
            Links = (IReadOnlyList<Link>?)links ?? [],
            Media = (IReadOnlyList<Media>?)media ?? [],
            Repairs = Repairs.Take(),
            Raw = setting.Options.KeepRaw ? raw.ToString() : null,
        };
        if (Export is not null) item = Export.On(item);
        return Agency is null ? item : Agency.On(item);
    }

    /// <summary>Gives the media what was said of all of them; returns what is the item's own for want of any.</summary>
    private string? AboutMedia()
    {
        if (MediaCredit is null && MediaCaption is null) return null;
        Summary ??= MediaCaption;

        // Media RSS 1.5.1, "optional elements": in the item they hold for all its media. A credit without a caption is the item's own, as our feeds write it.
        if (media is null || MediaCaption is null) return MediaCredit;
        for (var i = 0; i < media.Count; i++) media[i] = media[i] with { Credit = media[i].Credit ?? MediaCredit, Caption = media[i].Caption ?? MediaCaption };
        return null;
    }

    private string? Names()
    {
        if (authors is null) return null;
        if (authors.Count == 1) return authors[0].Name;
        var names = authors.Where(a => a.Name is not null).Select(a => a.Name).ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private string DeriveIdentity()
    {
        if (Page is { } page)
        {
            Repairs.Add("No identity was sent; the link serves.");
            return page.Href;
        }

        return Text.Identity.Derived(Headline, Summary ?? Body?.Content, Published ?? Updated ?? Created, Repairs);
    }
}
