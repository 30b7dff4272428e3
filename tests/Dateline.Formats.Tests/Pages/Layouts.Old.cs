namespace Dateline.Formats.Tests.Pages;

public static partial class Layouts
{
    private static string AgencyTable(SampleStory s) => Page(s, $"""
        <div class="container"><div id="masthead">{Menu(s)}</div><div class="row"><div class="col-md-8"><div class="item"><div class="item-header"><div class="item-nav"><span class="news-code">Code: 8471{s.Roll(999)}</span><span class="item-date">{s.Day}</span></div><h3 class="rutitr">{s.Other()}</h3><h1 class="title"><a>{s.Headline}</a></h1></div><p class="summary introtext" itemprop="description">{s.Own(s.Paragraph())}</p><div class="item-body"><div class="item-text" itemprop="articleBody">{s.Paragraphs(p => $"<p>{p}</p>")}</div></div><div class="item-footer"><div class="short-link">harbourwire.example/x{s.Roll(99)}</div><div class="tags box"><header><h2>{s.Tongue.Tags}</h2></header><ul><li><a>{s.Other()}</a></li></ul></div></div></div><section class="box related-items"><header><h2>{s.Tongue.Related}</h2></header><ul>{s.Others(5, t => $"<li><a>{t}</a></li>")}</ul></section><section id="comments" class="box"><header><h2>{s.Tongue.Comments}</h2></header><form class="form"><textarea></textarea></form></section></div><div class="col-md-4">{Popular(s, "box list-bullets")}</div></div></div>{Foot(s)}
        """);

    private static string AgencyPlain(SampleStory s) => Page(s, $"""
        <main class="news-page"><section class="news"><article class="single-news"><header class="row"><ul class="details"><li class="service"><a>{s.Tongue.Politics}</a></li><li class="time">{s.Day} - 10:12</li></ul></header><h1 class="title">{s.Headline}</h1><h3 class="lead">{s.Own(s.Paragraph())}</h3><figure><img src="/n.jpg"></figure><div class="story">{s.Paragraphs(p => $"<p style=\"text-align:justify\">{p}</p>")}<p>{(s.Tongue.Code == "fa" ? "انتهای پیام/" : "")}</p></div><div class="share-box"><a>Telegram</a><a>WhatsApp</a></div><ul class="also-read">{s.Others(3, t => $"<li><a>{t}</a></li>")}</ul></article></section><section class="top-news">{Popular(s, "list-news")}</section></main>{Foot(s)}
        """);

    private static string Portal(SampleStory s) => Page(s, $"""
        <div class="wrapper"><div class="topHeader">{Menu(s)}</div><div class="mainContainer"><div class="rightCol"><div class="newsDetails"><h1>{s.Headline}</h1><div class="newsInfo"><span>{s.Author}</span><span>{s.Day}</span><span>1204</span></div><div class="fontSize"><a>A+</a><a>A-</a></div><div class="newsDetailsText" id="textDetails">{s.Paragraphs(p => $"<div>{p}</div><div>&nbsp;</div>")}</div><div class="shareIcons">{s.Tongue.Share} <a>f</a> <a>t</a></div></div><div class="moreNews"><h2>{s.Tongue.Related}</h2>{s.Others(4, t => $"<div class=\"mItem\"><a>{t}</a></div>")}</div></div><div class="leftCol">{Popular(s, "mostReadBox")}<div class="newsletterBox"><p>{s.Tongue.Newsletter}. {s.Sentence()}</p></div></div></div></div>
        """);

    private static string OldTable(SampleStory s) => $"""
        <html><head><title>{s.Headline}</title></head><body bgcolor=white><table width=760 cellpadding=0><tr><td colspan=3><a href=/><img src=logo.gif></a> <a href=/p>{s.Tongue.Politics}</a> | <a href=/s>{s.Tongue.Sport}</a></td></tr><tr><td width=140 valign=top><font size=1><a>{s.Tongue.Home}</a><br><a>{s.Tongue.Politics}</a><br>{s.Others(6, t => $"<a href=x>{t}</a><br>")}</font></td><td valign=top><font size=4><b>{s.Headline}</b></font><br><font size=1>{s.Day}</font><p>{s.Paragraphs(p => $"<font face=arial>{p}</font><p>")}</td><td width=150 valign=top><b>{s.Tongue.MostRead}</b><br>{s.Others(5, t => $"<a href=x>{t}</a><br>")}</td></tr><tr><td colspan=3 align=center><font size=1>© 2026 Harbour Wire</font></td></tr></table></body></html>
        """;

    private static string BrDivs(SampleStory s) => Page(s, $"""
        <div id="container"><div id="top">{Menu(s)}</div><div id="left">{s.Others(8, t => $"<a>{t}</a><br>")}</div><div id="center"><span class="headline">{s.Headline}</span><br><span class="small">{s.Day}</span><br><br>{s.Paragraphs(p => $"{p}<br/>\n<br/>")}<a href="/print">Print</a> | <a href="/mail">E-mail</a></div><div id="bottom">Harbour Wire</div></div>
        """);

    private static string AspForm(SampleStory s) => Page(s, $"""
        <form method="post" action="./default.aspx" id="aspnetForm"><input type="hidden" name="__VIEWSTATE" value="abc"><div id="ctl00_header">{Menu(s)}</div><div id="ctl00_body"><div class="pageTitle"><h2>{s.Headline}</h2></div><div class="pubDate">{s.Day}</div><div id="ctl00_PlaceHolderMain_Content">{s.Paragraphs(p => $"<div class=\"ms-rtestate-field\"><p>{p}</p></div>")}</div></div><div id="ctl00_right">{RelatedList(s, "relatedLinks")}</div></form>
        """);

    private static string DivsOnly(SampleStory s) => Page(s, $"""
        <div><div><div><a>{s.Tongue.Home}</a></div><div><a>{s.Tongue.Politics}</a></div></div><div><div><div>{s.Headline}</div><div>{s.Day}</div></div><div>{s.Paragraphs(p => $"<div><span>{p}</span></div>")}</div></div><div>{s.Others(6, t => $"<div><a>{t}</a></div>")}</div></div>
        """);

    private static string ListArticle(SampleStory s) => Page(s, $"""
        <header>{Menu(s)}</header><main><article><h1>{s.Headline}</h1><p class="byline">By {s.Author}</p><div class="article-content">{s.Paragraphs(p => $"<p>{p}</p>", 1)}<ol>{string.Concat(Enumerable.Range(0, s.Count).Select(_ => $"<li><h3>{s.Crosshead()}</h3><p>{s.Own(s.Paragraph())}</p></li>"))}</ol><ul class="facts"><li>{s.Own(s.Sentence())}</li><li>{s.Own(s.Sentence())}</li></ul></div>{ShareBar(s)}</article>{RelatedList(s, "you-may-like")}</main>{Foot(s)}
        """);

    private static string Short(SampleStory s) => Page(s, $"""
        <div class="page"><nav>{Menu(s)}</nav><div class="main"><h1>{s.Headline}</h1><div class="date">{s.Day}</div><div class="text">{s.Paragraphs(p => $"<p>{p}</p>")}</div>{RelatedList(s)}</div><div class="sidebar">{Popular(s, "box")}<div class="promo"><p>{s.Tongue.Newsletter}: {s.Sentence()} {s.Sentence()}</p></div></div></div>{Foot(s)}
        """);

    private static string Interview(SampleStory s) => Page(s, $"""
        <header>{Menu(s)}</header><article class="interview"><h1>{s.Headline}</h1><div class="entry-content">{s.Paragraphs(p => $"<p>{p}</p>", 1)}{string.Concat(Enumerable.Range(0, s.Count).Select(_ => $"<p><strong>{s.Own(s.Tongue.Titles[0] + "?")}</strong></p><p>{s.Own(s.Paragraph())}</p><p>{s.Own(s.Sentence())}</p>"))}</div></article><div id="comments"><h2>3 {s.Tongue.Comments}</h2>{string.Concat(Enumerable.Range(0, 3).Select(_ => $"<div class=\"comment-body\"><p>{s.Sentence()} {s.Sentence()}</p></div>"))}</div>{Foot(s)}
        """);

    private static string CommentsHeavy(SampleStory s) => Page(s, $"""
        <nav>{Menu(s)}</nav><div class="post"><h1>{s.Headline}</h1><div class="post-body">{s.Paragraphs(p => $"<p>{p}</p>", 3)}</div></div><div class="discussion"><h3>24 {s.Tongue.Comments}</h3><ul class="comment-list">{string.Concat(Enumerable.Range(0, 24).Select(i => $"<li class=\"comment even\"><cite>Reader {i}</cite><p>{s.Sentence()} {s.Sentence()} {s.Sentence()}</p><a>Reply</a></li>"))}</ul></div>{Reply(s)}{Foot(s)}
        """);

    private static string TeaserTexts(SampleStory s) => Page(s, $"""
        <header>{Menu(s)}</header><div class="layout"><div class="column main"><h1>{s.Headline}</h1><div class="bodytext">{s.Paragraphs(p => $"<p>{p}</p>")}</div><div class="list"><h2>{s.Tongue.ReadAlso}</h2>{s.Others(5, t => $"<div class=\"item\"><h3><a>{t}</a></h3><p>{s.Sentence()}</p><a>more</a></div>")}</div></div><div class="column right">{s.Others(5, t => $"<div class=\"item\"><h4><a>{t}</a></h4><p>{s.Sentence()}</p></div>")}</div></div>{Foot(s)}
        """);

    private static string Split(SampleStory s) => Page(s, $"""
        <header>{Menu(s)}</header><main><h1>{s.Headline}</h1><div class="meta">{s.Author} | {s.Day}</div><section class="text">{s.Paragraphs(p => $"<p>{p}</p>", 2)}</section><div class="advert"><p>{s.Tongue.Advert}</p></div><section class="text">{s.Paragraphs(p => $"<p>{p}</p>", s.Count - 3)}</section><div class="newsletter-signup"><h4>{s.Tongue.Newsletter}</h4><p>{s.Sentence()}</p></div><section class="text">{s.Paragraphs(p => $"<p>{p}</p>", 1)}</section></main><aside>{Popular(s, "pop")}</aside>{Foot(s)}
        """);

    private static string BoxesWithin(SampleStory s) => Page(s, $"""
        <header>{Menu(s)}</header><main><article><h1>{s.Headline}</h1><div class="content">{s.Paragraphs(p => $"<p>{p}</p>", 2)}<p><strong>{s.Tongue.ReadAlso}:</strong> <a>{s.Other()}</a></p>{s.Paragraphs(p => $"<p>{p}</p>", 1)}<div class="box"><b>{s.Tongue.ReadAlso}</b><ul><li><a>{s.Other()}</a></li><li><a>{s.Other()}</a></li></ul></div>{s.Paragraphs(p => $"<p>{p}</p>", s.Count - 3)}<p>{s.Tongue.Newsletter}</p><p><a>{s.Tongue.Share}</a></p><h3>{s.Tongue.Related}</h3><p><a>{s.Other()}</a></p><p><a>{s.Other()}</a></p></div></article></main>{Foot(s)}
        """);

    private static string Paywall(SampleStory s) => Page(s, $"""
        <header>{Menu(s)}</header><main><article><h1>{s.Headline}</h1><div class="article__body">{s.Paragraphs(p => $"<p>{p}</p>", 3)}<div class="paywall"><h3>Keep reading with a free account</h3><p>{s.Sentence()} {s.Sentence()}</p><button>Register</button></div></div></article></main>{RelatedList(s, "recirc")}{Foot(s)}
        """);

    private static string Figures(SampleStory s) => Page(s, $"""
        <header>{Menu(s)}</header><main><article><header><h1>{s.Headline}</h1><p class="byline">By {s.Author} | Harbour Wire</p></header>{s.Paragraphs(p => $"<p>{p}</p><figure class=\"wp-block-image\"><img src=\"/{s.Roll(999)}.jpg\" width=\"600\"><figcaption>{s.Sentence()}</figcaption></figure>")}<table><tr><th>{s.Own("2025")}</th><td>{s.Own(s.Sentence())}</td></tr><tr><th>{s.Own("2026")}</th><td>{s.Own(s.Sentence())}</td></tr></table></article></main>{Foot(s)}
        """);
}
