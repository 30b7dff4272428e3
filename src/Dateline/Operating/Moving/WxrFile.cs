using System.Globalization;
using System.Text;
using System.Xml;

namespace Dateline.Operating.Moving;

/// <summary>
/// Reads a WordPress export part by part: however long the file is, one post or comment of it is in memory. Without DTD and
/// entities; a text longer than <see cref="LongestText"/> is cut. A file of an unknown encoding isn't opened (<see cref="XmlException"/>).
/// </summary>
internal sealed class WxrFile : IDisposable
{
    public const int LongestText = 4_000_000;
    private const string Dates = "yyyy-MM-dd HH:mm:ss";
    private readonly StringBuilder _text = new();
    private readonly char[] _chunk = new char[8_192];
    private readonly XmlEncoding _encoding;
    private readonly XmlReader _xml;

    public WxrFile(Stream stream)
    {
        _encoding = XmlEncoding.Of(stream);
        stream.Position += _encoding.MarkLength;
        _xml = XmlReader.Create(new XmlLetters(new StreamReader(stream, _encoding.Encoding, detectEncodingFromByteOrderMarks: false)), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersFromEntities = 1,
            CheckCharacters = false, // references to control characters: CleanText takes them out of what is kept
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
    }

    /// <summary>What was no letter of the file's encoding, and the encoding's name.</summary>
    public (int Places, string Encoding) Unread => (_encoding.Unread, _encoding.Encoding.WebName);

    /// <param name="texts">False: whoever only counts is spared the texts of posts and comments.</param>
    public IEnumerable<WxrPart> Parts(bool texts = true)
    {
        WxrBroken? broken = null;
        using var parts = ReadParts(texts).GetEnumerator();
        while (broken is null)
        {
            WxrPart? part = null;
            try
            {
                if (!parts.MoveNext()) yield break;
                part = parts.Current;
            }
            catch (XmlException failure)
            {
                // The message ends with the place, which is told beside it.
                var place = failure.Message.LastIndexOf(" Line ", StringComparison.Ordinal);
                broken = new WxrBroken(failure.LineNumber, failure.LinePosition, place > 0 ? failure.Message[..place] : failure.Message);
            }
            if (part is not null) yield return part;
        }
        yield return broken;
    }

    private IEnumerable<WxrPart> ReadParts(bool texts)
    {
        string title = "", link = "", address = "";
        var told = false;
        if (_xml.MoveToContent() != XmlNodeType.Element || _xml.LocalName != "rss") throw new XmlException("This is no WordPress export: it doesn't begin as RSS.", null, Line, Column);
        var depth = _xml.Depth;
        if (!_xml.Read()) yield break;
        while (!_xml.EOF)
        {
            if (_xml.NodeType != XmlNodeType.Element || (_xml.Depth == depth + 1 && _xml.LocalName == "channel"))
            {
                _xml.Read();
                continue;
            }
            switch (_xml.LocalName)
            {
                case "title" when !IsWordPress: title = Text(); break;
                case "link" when !IsWordPress: link = Text(); break;
                case "base_blog_url": address = Text(); break;
                case "author" when IsWordPress:
                    yield return ReadAuthor();
                    break;
                case "category" when IsWordPress:
                    var category = Fields(["category_nicename", "category_parent"]);
                    yield return new WxrCategory(category["category_nicename"], category["category_parent"]);
                    break;
                case "item":
                    if (!told) yield return new WxrSite(title, address.Length > 0 ? address : link);
                    told = true;
                    foreach (var part in ReadItem(texts)) yield return part;
                    break;
                default: _xml.Skip(); break;
            }
        }
        if (!told) yield return new WxrSite(title, address.Length > 0 ? address : link);
    }

    private bool IsWordPress => _xml.NamespaceURI.StartsWith("http://wordpress.org/export/", StringComparison.Ordinal);

    private int Line => ((IXmlLineInfo)_xml).LineNumber;

    private int Column => ((IXmlLineInfo)_xml).LinePosition;

    private WxrAuthor ReadAuthor()
    {
        var of = Fields(["author_login", "author_display_name", "author_email"]);
        return new WxrAuthor(of["author_login"], of["author_display_name"], of["author_email"]);
    }

    /// <summary>The post as soon as its first comment begins, then each comment.</summary>
    private IEnumerable<WxrPart> ReadItem(bool texts)
    {
        var of = new Dictionary<string, string>(StringComparer.Ordinal);
        var terms = new List<WxrTerm>();
        var (told, depth) = (false, _xml.Depth);
        var empty = _xml.IsEmptyElement;
        _xml.Read();
        while (!empty && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.EOF) throw new XmlException("The file ends within a post.", null, Line, Column);
            if (_xml.NodeType != XmlNodeType.Element)
            {
                _xml.Read();
                continue;
            }
            var (name, isWordPress) = (_xml.LocalName, IsWordPress);
            if (name == "comment" && isWordPress)
            {
                if (!told) yield return Post(of, terms);
                told = true;
                yield return ReadComment(Number(of, "post_id"), texts);
            }
            else if (told) _xml.Skip();
            else if (name == "category" && !isWordPress)
            {
                var (domain, slug) = (_xml.GetAttribute("domain") ?? "", _xml.GetAttribute("nicename") ?? "");
                terms.Add(new WxrTerm(domain, slug, Text()));
            }
            else if (name == "encoded") // content:encoded and excerpt:encoded: the same name in two namespaces
            {
                var key = _xml.NamespaceURI.Contains("excerpt", StringComparison.Ordinal) ? "excerpt" : "content";
                if (texts) of[key] = Text();
                else _xml.Skip();
            }
            else if ((isWordPress && name is "post_id" or "post_date" or "post_date_gmt" or "post_modified_gmt" or "status" or "post_type" or "post_password" or "comment_status")
                || name is "title" or "link" or "creator" or "pubDate") of[name] = Text();
            else _xml.Skip();
        }
        if (!told) yield return Post(of, terms);
        if (!_xml.EOF) _xml.Read();
    }

    private static WxrPost Post(Dictionary<string, string> of, List<WxrTerm> terms) => new()
    {
        Id = Number(of, "post_id"),
        Type = of.GetValueOrDefault("post_type") is { Length: > 0 } type ? type : "post",
        Status = of.GetValueOrDefault("status") is { Length: > 0 } status ? status : "publish",
        Title = of.GetValueOrDefault("title", ""),
        Link = of.GetValueOrDefault("link", ""),
        Date = Date(of.GetValueOrDefault("post_date_gmt")) ?? Published(of.GetValueOrDefault("pubDate")) ?? Date(of.GetValueOrDefault("post_date")),
        Modified = Date(of.GetValueOrDefault("post_modified_gmt")),
        Creator = of.GetValueOrDefault("creator", ""),
        Content = of.GetValueOrDefault("content", ""),
        Excerpt = of.GetValueOrDefault("excerpt", ""),
        HasPassword = of.GetValueOrDefault("post_password") is { Length: > 0 },
        TakesComments = of.GetValueOrDefault("comment_status") != "closed",
        Terms = terms,
    };

    private WxrComment ReadComment(long post, bool texts)
    {
        var of = Fields(texts
            ? ["comment_id", "comment_parent", "comment_author", "comment_author_email", "comment_author_url", "comment_date_gmt", "comment_date", "comment_approved", "comment_type", "comment_user_id", "comment_content"]
            : ["comment_id"]);
        return new WxrComment
        {
            Id = Number(of, "comment_id"),
            Post = post,
            Parent = Number(of, "comment_parent"),
            Author = of.GetValueOrDefault("comment_author", ""),
            Email = of.GetValueOrDefault("comment_author_email", ""),
            Url = of.GetValueOrDefault("comment_author_url", ""),
            Date = Date(of.GetValueOrDefault("comment_date_gmt")) ?? Date(of.GetValueOrDefault("comment_date")),
            Content = of.GetValueOrDefault("comment_content", ""),
            Approved = of.GetValueOrDefault("comment_approved", ""),
            Type = of.GetValueOrDefault("comment_type", ""),
            HasAccount = Number(of, "comment_user_id") > 0,
        };
    }

    /// <summary>The texts of these children of the element at hand; the reader stands behind it then.</summary>
    private Dictionary<string, string> Fields(ReadOnlySpan<string> names)
    {
        var of = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in names) of[name] = "";
        var (depth, empty) = (_xml.Depth, _xml.IsEmptyElement);
        _xml.Read();
        while (!empty && !(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.EOF) throw new XmlException("The file ends within an entry.", null, Line, Column);
            if (_xml.NodeType != XmlNodeType.Element) _xml.Read();
            else if (of.ContainsKey(_xml.LocalName)) of[_xml.LocalName] = Text();
            else _xml.Skip();
        }
        if (!empty) _xml.Read();
        return of;
    }

    /// <summary>The text of the element at hand, bounded; the reader stands behind it then.</summary>
    private string Text()
    {
        _text.Clear();
        if (_xml.IsEmptyElement)
        {
            _xml.Read();
            return "";
        }
        var depth = _xml.Depth;
        _xml.Read();
        while (!(_xml.NodeType == XmlNodeType.EndElement && _xml.Depth == depth))
        {
            if (_xml.EOF) throw new XmlException("The file ends within a text.", null, Line, Column);
            if (_xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
            {
                int read;
                while ((read = _xml.ReadValueChunk(_chunk, 0, _chunk.Length)) > 0)
                    if (_text.Length < LongestText) _text.Append(_chunk, 0, Math.Min(read, LongestText - _text.Length));
            }
            _xml.Read();
        }
        _xml.Read();
        return _text.ToString();
    }

    private static long Number(Dictionary<string, string> of, string name) =>
        long.TryParse(of.GetValueOrDefault(name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>WordPress writes 0000-00-00 00:00:00 where there is none.</summary>
    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParseExact(text, Dates, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) && at.Year > 1900 ? at : null;

    private static DateTimeOffset? Published(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) && at.Year > 1900 ? at : null;

    public void Dispose() => _xml.Dispose();
}
