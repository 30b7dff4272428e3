using Dateline.Formats.Wires;

namespace Dateline.Formats.NewsMl1;

/// <summary>
/// Walks the tree of <c>NewsComponent</c>s. What an outer one says counts before what is said inside; the texts are
/// offered as renderings of one body, and the files become media.
/// </summary>
internal sealed class NewsMl1Components(WireDraft draft, NewsMl1Topics topics)
{
    private const int BodyRank = 3;
    private const int PlainRank = 2;
    private const int LeadRank = 1;
    private const int Most = 500;

    private readonly List<Media> media = [];
    private readonly List<string> headlines = [];

    // Asked at each depth: to read the texts again every time would take the depth times their length.
    private readonly Dictionary<WireNode, bool> stories = [];
    private string? caption;
    private string? lead;
    private bool hasStory;
    private WireNode? pictured;

    public void Read(WireNode component, string? language)
    {
        hasStory = HasStory(component);
        Read(component, language, "");
    }

    public void Finish()
    {
        draft.Item.Headline ??= headlines.Count > 0 ? headlines[0] : null;
        foreach (var file in media) draft.Item.AddMedia(file with { Caption = file.Caption ?? caption });
        if (media.Count > 0 && !draft.Body.HasOffers) draft.Item.Summary ??= caption;
    }

    private void Read(WireNode component, string? language, string outerRole)
    {
        // Vendors misspell DescriptiveMetadata; nothing else begins like it.
        var description = component.Children.FirstOrDefault(c => c.Local.StartsWith("descriptivemetad", StringComparison.Ordinal));
        language = NewsMl1Metadata.Language(component, description) ?? language;
        Notes(component);
        var role = WireCode.Last(NewsMl1Management.Formal(component.Child("role")));
        if (role is "" or "main") role = outerRole;
        draft.Item.Language ??= language;
        var isMedia = IsMediaOnly(component);
        if (isMedia)
        {
            Files(component);
        }
        else if (!hasStory || HasStory(component) || !HasFiles(component))
        {
            foreach (var lines in component.All("newslines")) NewsMl1Lines.Read(lines, draft);
            NewsMl1Metadata.Read(component, description, draft, topics, language);
        }

        // What stands around a picture and its caption is said of the picture.
        var around = pictured;
        if (!isMedia && hasStory && !HasStory(component) && HasFiles(component)) pictured = component.Child("newslines") ?? pictured;
        foreach (var child in component.Children)
        {
            if (child.Local is "newscomponent" or "newsitem") Read(child, language, role);
            else if (child.Local == "contentitem") Content(child, language, role, isMedia);
        }

        pictured = around;
    }

    private void Content(WireNode content, string? language, string role, bool isMedia)
    {
        Notes(content);
        if (content.Attribute("href") is not null)
        {
            if (!isMedia) Add(NewsMl1Media.File(content, null));
            return;
        }

        // <Encoding Notation="Base64"> stands around what is in it.
        var data = content.Child("datacontent") ?? content.Child("encoding") ?? content.Find("datacontent") ?? (content.Find("nitf") is not null ? content : null);
        if (data is null || IsStyle(content)) return;
        switch (role)
        {
            case "headline" or "title":
                if (WireText.Line(data) is { } headline) headlines.Add(headline);
                break;
            case "caption" or "legend" or "legende":
                caption ??= WireText.Lines(data);
                break;
            // AFP sets the words of a picture beside it.
            case "photo" or "picture" or "image" or "graphic" when hasStory && media.Count > 0:
                caption ??= WireText.Lines(data);
                break;
            case "abstract" or "summary" or "lead" or "lede" or "intro" or "synopsis":
                draft.Item.Summary ??= WireText.Lines(data);
                if (role is "lead" or "lede" or "intro" && lead is null) draft.Body.Opening = (lead = WireText.Lines(data), language);
                draft.Body.Offer(data, LeadRank, language);
                break;
            case "keywords" or "keyword" or "stylesheet" or "contact" or "tweettext" or "logo" or "slug" or "subtitle" or "dateline" or "byline" or "credit" or "copyright":
                break;
            default:
                if (WireText.Line(data) is not null) draft.Body.Offer(data, role is "body" or "bodytext" or "text" or "story" ? BodyRank : PlainRank, language);
                break;
        }
    }

    // Keystone-ATS puts its note to editors beside the text.
    private void Notes(WireNode around)
    {
        foreach (var comment in around.All("comment"))
            if (NewsMl1Lines.IsNote(comment.Attribute("formalname"))) draft.ReadNote(WireText.Line(comment));
    }

    private static bool IsStyle(WireNode content) => NewsMl1Management.Formal(content.Child("mimetype")) is "text/css" || NewsMl1Management.Formal(content.Child("format")) is "CSS";

    private static bool IsMediaOnly(WireNode component)
    {
        var contents = component.All("contentitem").ToList();
        return contents.Count > 0 && contents.TrueForAll(NewsMl1Media.IsFile) && component.Child("newscomponent") is null;
    }

    /// <summary>Whether there is a text in it that isn't a picture's.</summary>
    private bool HasStory(WireNode component)
    {
        if (stories.TryGetValue(component, out var known)) return known;
        if (WireCode.Last(NewsMl1Management.Formal(component.Child("role"))) is "caption" or "legend" or "legende") return stories[component] = false;
        return stories[component] = component.Children.Any(child => child.Local switch
        {
            "contentitem" => !NewsMl1Media.IsFile(child) && WireText.Line(child) is not null,
            "newscomponent" or "newsitem" => HasStory(child),
            _ => false,
        });
    }

    // Without a text of its own it speaks of its pictures.
    private static bool HasFiles(WireNode component) =>
        component.Children.Any(child => child.Local == "contentitem" ? NewsMl1Media.IsFile(child) : child.Local == "newscomponent" && HasFiles(child));

    private void Files(WireNode component)
    {
        var (lines, rendition) = (component.Child("newslines"), NewsMl1Media.Rendition(component));
        foreach (var content in component.All("contentitem").Where(c => c.Attribute("href") is not null))
        {
            var file = NewsMl1Media.File(content, lines);
            if (lines is null && pictured is not null && NewsMl1Media.File(content, pictured) is var around) file = file with { Credit = around.Credit, Copyright = around.Copyright };
            Add(file with { Rendition = file.Rendition ?? rendition });
        }
    }

    private void Add(Media file)
    {
        if (media.Count < Most) media.Add(file);
    }
}
