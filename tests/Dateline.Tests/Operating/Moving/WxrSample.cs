using System.Globalization;
using System.Text;

namespace Dateline.Tests.Operating.Moving;

/// <summary>A WordPress export of an invented paper, as that program writes it: CDATA, dates without a zone, lines for paragraphs.</summary>
internal static class WxrSample
{
    public const string Site = "https://old.harbourpost.example";

    public static string Of(params string[] items) => $"""
        <?xml version="1.0" encoding="UTF-8" ?>
        <!-- generator="WordPress/6.6" created="2026-10-01 08:00" -->
        <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
        <channel>
        <title>Harbour Post</title>
        <link>{Site}</link>
        <wp:wxr_version>1.2</wp:wxr_version>
        <wp:base_site_url>{Site}</wp:base_site_url>
        <wp:base_blog_url>{Site}</wp:base_blog_url>
        <wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[mira]]></wp:author_login><wp:author_email><![CDATA[mira@harbourpost.example]]></wp:author_email><wp:author_display_name><![CDATA[Mira Castellan]]></wp:author_display_name></wp:author>
        <wp:category><wp:term_id>3</wp:term_id><wp:category_nicename><![CDATA[economy]]></wp:category_nicename><wp:category_parent><![CDATA[trade]]></wp:category_parent><wp:cat_name><![CDATA[Economy]]></wp:cat_name></wp:category>
        {string.Concat(items)}
        </channel>
        </rss>
        """;

    public static string Post(
        long id, string title, string content, string? link = null, string status = "publish", string type = "post", string date = "2021-05-04 09:30:00", string more = "", string comments = "") => $"""
        <item>
        <title><![CDATA[{title}]]></title>
        <link>{link ?? $"{Site}/2021/05/post-{id}/"}</link>
        <pubDate>Tue, 04 May 2021 09:30:00 +0000</pubDate>
        <dc:creator><![CDATA[mira]]></dc:creator>
        <guid isPermaLink="false">{Site}/?p={id}</guid>
        <description></description>
        <content:encoded><![CDATA[{content}]]></content:encoded>
        <excerpt:encoded><![CDATA[]]></excerpt:encoded>
        <wp:post_id>{id}</wp:post_id>
        <wp:post_date><![CDATA[2021-05-04 11:30:00]]></wp:post_date>
        <wp:post_date_gmt><![CDATA[{date}]]></wp:post_date_gmt>
        <wp:comment_status><![CDATA[open]]></wp:comment_status>
        <wp:status><![CDATA[{status}]]></wp:status>
        <wp:post_type><![CDATA[{type}]]></wp:post_type>
        <wp:post_password><![CDATA[]]></wp:post_password>
        <category domain="category" nicename="economy"><![CDATA[Economy]]></category>
        <category domain="post_tag" nicename="ferry"><![CDATA[ferry]]></category>
        {more}
        <wp:postmeta><wp:meta_key><![CDATA[_edit_last]]></wp:meta_key><wp:meta_value><![CDATA[1]]></wp:meta_value></wp:postmeta>
        {comments}
        </item>
        """;

    public static string Comment(
        long id, string content, long parent = 0, string approved = "1", string author = "Old Reader", string email = "old.reader@mail.example", string type = "comment", int user = 0, string url = "", string? date = null) => $"""
        <wp:comment>
        <wp:comment_id>{id}</wp:comment_id>
        <wp:comment_author><![CDATA[{author}]]></wp:comment_author>
        <wp:comment_author_email><![CDATA[{email}]]></wp:comment_author_email>
        <wp:comment_author_url>{url}</wp:comment_author_url>
        <wp:comment_author_IP><![CDATA[198.51.100.77]]></wp:comment_author_IP>
        <wp:comment_date><![CDATA[2021-05-05 10:00:00]]></wp:comment_date>
        <wp:comment_date_gmt><![CDATA[{date ?? $"2021-05-05 08:{(id % 60).ToString("00", CultureInfo.InvariantCulture)}:00"}]]></wp:comment_date_gmt>
        <wp:comment_content><![CDATA[{content}]]></wp:comment_content>
        <wp:comment_approved><![CDATA[{approved}]]></wp:comment_approved>
        <wp:comment_type><![CDATA[{type}]]></wp:comment_type>
        <wp:comment_parent>{parent}</wp:comment_parent>
        <wp:comment_user_id>{user}</wp:comment_user_id>
        </wp:comment>
        """;

    public static MemoryStream Stream(string text) => new(Encoding.UTF8.GetBytes(text));
}
