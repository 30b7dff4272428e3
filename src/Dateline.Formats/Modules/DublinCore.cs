using Dateline.Formats.Feeds;
using Dateline.Formats.Rss;
using Dateline.Formats.Text;
using Dateline.Formats.Xml;

namespace Dateline.Formats.Modules;

/// <summary>Dublin Core, elements and terms: the richest carrier of credit that feeds have.</summary>
internal static class DublinCore
{
    public static void Read(ref ElementWalker at, ItemDraft item)
    {
        var credit = item.Credit;
        switch (at.Local)
        {
            case "creator":
                var creator = RssElements.Line(ref at) ?? "";
                if (item.Setting.Logins.TryGetValue(creator, out var writer)) item.AddAuthor(new Author(writer));
                else item.AddCreator(creator);
                break;
            case "contributor":
                item.AddContributor(RssElements.Line(ref at));
                break;
            case "publisher":
                item.Credit = credit with { Provider = credit.Provider ?? RssElements.Line(ref at) };
                break;
            case "rights":
                item.Credit = credit with { CopyrightNotice = credit.CopyrightNotice ?? RssElements.Lines(ref at) };
                break;
            case "rightsholder":
                item.Credit = credit with { CopyrightHolder = credit.CopyrightHolder ?? RssElements.Line(ref at) };
                break;
            case "accessrights" or "license":
                item.Credit = credit with { UsageTerms = credit.UsageTerms ?? RssElements.Lines(ref at) };
                break;
            case "source":
                Source(ref at, item);
                break;
            case "provenance":
                if (RssElements.Line(ref at) is { } line) item.AddHop(HopText.Read(line));
                break;
            case "date" or "issued" or "available":
                item.Published ??= item.Date(at.Line);
                break;
            case "modified":
                item.Updated ??= item.Date(at.Line);
                break;
            case "created":
                item.Created ??= item.Date(at.Line);
                break;
            case "language":
                item.Language ??= RssElements.Line(ref at);
                break;
            case "subject":
                if (RssElements.Line(ref at) is { } subject) item.AddKeyword(subject);
                break;
            case "title":
                item.Headline ??= RssElements.Line(ref at);
                break;
            case "description" or "abstract":
                var text = at.Text(out var wasMarkup);
                item.Summary ??= HtmlText.Lines(text, wasMarkup || HtmlText.IsMarkup(text)) is { Length: > 0 } summary ? summary : null;
                break;
            case "identifier":
                item.Identifier ??= at.Text() is { Length: > 0 } identifier ? identifier : null;
                break;
        }
    }

    private static void Source(ref ElementWalker at, ItemDraft item)
    {
        if (RssElements.Line(ref at) is not { } line) return;
        var isAddress = line.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || line.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        item.Credit = isAddress
            ? item.Credit with { SourceUrl = item.Credit.SourceUrl ?? line }
            : item.Credit with { Source = item.Credit.Source ?? line };
    }
}
