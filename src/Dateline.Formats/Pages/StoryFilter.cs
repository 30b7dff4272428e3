namespace Dateline.Formats.Pages;

/// <summary>Sorts the blocks of a story's element: what is the story, and what the page put among it.</summary>
internal sealed class StoryFilter(IReadOnlyList<PageBlock> blocks, string? headline)
{
    private const double LittleLeft = 0.25;
    private const int ShortLine = 60;
    private const int LongestOfBox = 320;
    private const int MostBoxes = 40;

    private readonly bool[] kept = new bool[blocks.Count];
    private readonly bool[] boxed = new bool[blocks.Count];
    private int asked;
    private int boxesAsked;

    public List<PageBlock> Keep()
    {
        var start = AfterHeadline();
        var end = EndOfStory(start);
        for (var i = start; i < end; i++) kept[i] = IsStory(blocks[i]);
        Boxes(start, end);
        Between(start, end);
        PullQuotes(start, end);
        Headings(start, end);
        var story = new List<PageBlock>();
        for (var i = start; i < end; i++)
        {
            // That a text is held or killed is no part of it, but read from it later.
            if (kept[i] || InText.HandlingLine.Is(blocks[i].Text)) story.Add(blocks[i]);
        }

        return story;
    }

    private static bool IsStory(PageBlock block)
    {
        if (ChromeText.IsChrome(block.Text)) return false;
        if (block.IsProse) return true;
        // A paragraph may be full of links and still be one.
        return block.Node.Name is "p" or "li" or "dd" && block.HasSentence && block.Weight >= 80 && block.LinkShare < 0.7;
    }

    /// <summary>Where the headline, repeated within, is over and done with.</summary>
    private int AfterHeadline()
    {
        if (headline is null) return 0;
        var weight = 0;
        for (var i = 0; i < blocks.Count && weight < 400; i++)
        {
            // Behind the first paragraph a crosshead may be made of the same words.
            if (Headlines.AreAlike(blocks[i].Text, headline) && (weight == 0 || blocks[i].Node.Name == "h1")) return i + 1;
            if (weight == 0 && HeadsCell(blocks[i].Text, headline)) return i + 1;
            weight += blocks[i].ProseWeight;
        }

        return 0;
    }

    // Headline, byline and date in one cell of a table, with single breaks between them.
    private static bool HeadsCell(string text, string headline)
    {
        const int Longest = 400;
        if (text.Length > Longest || text.IndexOf('\n', StringComparison.Ordinal) is not (> 0 and var end) || !Headlines.AreAlike(text[..end], headline)) return false;
        foreach (var line in text[(end + 1)..].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if (!MetaText.IsMeta(line) && !IsWebPosted(line) && HeadBylines.Read(line) is null) return false;

        return true;
    }

    private static bool IsWebPosted(string line) => line.StartsWith("Web posted ", StringComparison.OrdinalIgnoreCase);

    private int EndOfStory(int start)
    {
        var total = 0;
        for (var i = start; i < blocks.Count; i++) total += blocks[i].ProseWeight;
        var before = 0;
        for (var i = start; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (before > 0 && block.Weight < 120 && ChromeText.EndsStory(block.Text) && total - before <= LittleLeft * total && !GoesOn(i, start)) return i;
            // Below it Reuters says who its reporters are.
            if (i > start && blocks[i - 1].Text.StartsWith("Our Standards: The Thomson Reuters Trust Principles", StringComparison.Ordinal)) return i;
            if (before > 150 && (ReplyHead(block) || CommentHead(i) || (CommentSection.IsHead(blocks, i, blocks.Count) && !GoesOn(i, start)))) return i;
            before += block.ProseWeight;
        }

        return blocks.Count;
    }

    // "Newsletter", "Other news": what stands in one box with such a heading goes with it, where the story goes on behind.
    private void Boxes(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (boxed[i] || blocks[i].Weight > LongestOfBox || !ChromeText.EndsStory(blocks[i].Text)) continue;
            if (++boxesAsked > MostBoxes) return;
            for (var last = LastOfBox(i, end); last > i; last--) (kept[last], boxed[last]) = (false, true);
        }
    }

    private int LastOfBox(int heading, int end)
    {
        const int MostBlocks = 14;
        var last = heading;
        for (var inner = blocks[heading].Node; inner.Parent is { Name: "div" or "section" or "ul" or "ol" or "table" or "tbody" or "article" or "details" } box && box.FirstBlock == inner.FirstBlock; inner = box)
        {
            var (at, weight) = (heading + 1, 0);
            while (at < end && at - heading <= MostBlocks && blocks[at].Node.IsIn(box)) weight += blocks[at++].Weight;
            if (at - heading > MostBlocks || weight > LongestOfBox) break;
            last = at - 1;
        }

        return last;
    }

    // A box of links in the middle has the same words above it: then paragraphs follow beside those that came before.
    private bool GoesOn(int at, int start)
    {
        // A story has a few such boxes, a hostile page as many as it likes.
        const int MostAsked = 40;
        if (++asked > MostAsked) return true;
        PageNode? beside = null;
        for (var i = at - 1; i >= start && beside is null; i--)
            if (blocks[i].IsProse) beside = blocks[i].Node.Parent;

        for (var i = at + 1; i < blocks.Count; i++)
            if (blocks[i].IsProse && blocks[i].LinkWeight == 0 && blocks[i].Node.Parent == beside && blocks[i].Node.Name == "p" && !ChromeText.IsChrome(blocks[i].Text)) return true;

        return false;
    }

    private static bool ReplyHead(PageBlock block) => block.Weight < 60 && (block.IsHeading || block.LinkShare > 0.5)
        && (block.Text.StartsWith("Leave a", StringComparison.OrdinalIgnoreCase) || block.Text.EndsWith(" replies", StringComparison.OrdinalIgnoreCase) || block.Text.EndsWith(" comments", StringComparison.OrdinalIgnoreCase)) && ChromeText.EndsStory(block.Text);

    // Some of a paragraph's words once more, set large between paragraphs, now and then with the speaker's name below.
    private void PullQuotes(int start, int end)
    {
        const int MostAsked = 20;
        const int MostBlocks = 600;
        const int Longest = 260;
        const int Fewest = 4;
        const double Most = 0.9;
        if (end - start > MostBlocks) return;
        List<HashSet<string>>? others = null;
        var quotes = 0;
        for (var i = start; i < end; i++)
        {
            if (!kept[i] || QuoteOf(blocks[i].Node) is not { } quote) continue;
            var last = i;
            while (last + 1 < end && (blocks[last + 1].Node == quote || blocks[last + 1].Node.IsIn(quote))) last++;
            var said = Headlines.Words(string.Join(' ', Enumerable.Range(i, last - i + 1).Select(at => blocks[at].Text)));
            if (said.Count >= Fewest && Enumerable.Range(i, last - i + 1).Sum(at => blocks[at].Weight) < Longest && ++quotes <= MostAsked)
            {
                others ??= [.. Enumerable.Range(start, end - start).Select(at => kept[at] && QuoteOf(blocks[at].Node) is null ? Headlines.Words(blocks[at].Text) : [])];
                if (others.Exists(words => words.Count > said.Count && said.Count(words.Contains) >= Most * said.Count))
                    for (var at = i; at <= last; at++) (kept[at], boxed[at]) = (false, true);
            }

            i = last;
        }
    }

    private static PageNode? QuoteOf(PageNode node)
    {
        const int Levels = 4;
        for (var (around, levels) = ((PageNode?)node, 0); around is not null && levels < Levels; around = around.Parent, levels++)
            if (around.Name == "blockquote") return around["class"]?.Contains("wp-block-quote", StringComparison.Ordinal) == true ? null : around;    // whose editor has another block for what is set large

        return null;
    }

    // Short lines that stand between paragraphs are said by somebody; those before the first are the date, the name, the section.
    private void Between(int start, int end)
    {
        var (first, last) = (Array.IndexOf(kept, true, start, end - start), Array.LastIndexOf(kept, true));
        if (first < 0) return;
        if (first > start && IsQuestion(first - 1) && AsksAgain(first - 1, end)) kept[first - 1] = true;
        for (var i = first + 1; i < end; i++)
        {
            var block = blocks[i];
            if (kept[i] || boxed[i] || block.IsHeading || block.LinkShare >= 0.35 || ChromeText.IsChrome(block.Text) || (MetaText.IsMeta(block.Text) && block.Node.Name is not ("td" or "th"))) continue;
            if (i < last) kept[i] = Near(i, first, end);
            else if (kept[i - 1] && Contributors(block.Text)) kept[i] = true;
            else if (kept[i - 1] && block.LinkWeight == 0) kept[i] = (block.HasSentence && TextWeight.EndsSentence(block.Text)) || block.Node.Name is "li" or "dd" or "dt" or "pre" || (block.Node.Name is "td" or "th" && !IsLayout(block.Node, blocks[first].Node));
        }
    }

    // An interview begins with a question as short as those that follow it, and set like them.
    private bool IsQuestion(int at)
    {
        const int Longest = 300;
        var block = blocks[at];
        return !block.IsHeading && block.Text.Length <= Longest && block.LinkWeight == 0 && block.Text.AsSpan().TrimEnd(" \"”»“") is [.., '?' or '؟' or '？' or ';'] && !ChromeText.IsChrome(block.Text);
    }

    private bool AsksAgain(int at, int end)
    {
        for (var i = at + 1; i < end; i++)
            if (IsQuestion(i) && LooksLike(blocks[i], blocks[at])) return true;

        return false;
    }

    private static bool LooksLike(PageBlock a, PageBlock b) =>
        a.Node.Name == b.Node.Name && a.Node["class"] == b.Node["class"] && a.Node.Parent == b.Node.Parent && a.Pieces.Count > 0 && b.Pieces.Count > 0 && Dress(a) == Dress(b);

    private static string? Dress(PageBlock block)
    {
        for (var node = block.Pieces[0].Parent; node is not null && node != block.Node; node = node.Parent)
            if (node.Name is "b" or "strong" or "em" or "i") return node.Name;

        return null;
    }

    // A table that the story itself stands in holds the page together, and its last cells are the page's.
    private static bool IsLayout(PageNode cell, PageNode story)
    {
        var table = cell;
        while (table is not null && table.Name != "table") table = table.Parent;
        for (var node = story; node is not null; node = node.Parent)
            if (node == table) return story != cell;

        return false;
    }

    private static readonly string[] Contributions = ["reporting by", "(reporting by", "additional reporting by", "with reporting by", "with files from", "writing by", "(reportage", "(reporte de", "(reportagem", "mitarbeit:"];

    // "Additional reporting by Mara Quill": a line of the story, whose credit it is.
    private static bool Contributors(string text)
    {
        const int Longest = 240;
        if (text.Length > Longest) return false;
        foreach (var opening in Contributions)
            if (text.StartsWith(opening, StringComparison.OrdinalIgnoreCase)) return true;

        return false;
    }

    private static readonly string[] Saying = [" says:", " says ", " said:", " sagt:", " dit :", " dit:", " dice:", " diz:", " dice: ", " يقول:", " zegt:", " пишет:"];

    // "Mara says: November 16, 2026 at 9:12 am": what readers wrote, whatever the page calls it.
    private bool CommentHead(int at)
    {
        const int Longest = 100;
        var text = blocks[at].Text;
        if (text.Length > Longest || TextWeight.EndsSentence(text)) return false;
        foreach (var word in Saying)
            if (text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is > 1 and < 40 and var said && (MetaText.Date(text[(said + word.Length)..].Trim()) is not null || (word[^1] == ':' && at + 1 < blocks.Count && text.EndsWith(word, StringComparison.OrdinalIgnoreCase) && MetaText.Date(blocks[at + 1].Text) is not null))) return true;

        return false;
    }

    private bool Near(int index, int first, int end)
    {
        const int Reach = 8;
        const int MostCells = 64;
        var before = false;
        for (var i = Math.Max(first, index - Reach); i < index; i++) before |= kept[i];
        if (!before) return false;

        // A table is many blocks to look over.
        for (int i = index + 1, passed = 1; i < Math.Min(end, index + MostCells) && passed < Reach; i++)
        {
            if (kept[i]) return true;
            if (blocks[i].Node.Name is not ("td" or "th")) passed++;
        }

        return false;
    }

    // A heading is worth what stands below it.
    private void Headings(int start, int end)
    {
        var follows = false;
        var first = Array.IndexOf(kept, true);
        for (var i = end - 1; i >= start; i--)
        {
            if (kept[i]) follows = true;
            else if (blocks[i].IsHeading && !boxed[i])
            {
                kept[i] = follows && blocks[i].LinkShare < 0.8 && !ChromeText.IsChrome(blocks[i].Text) && !MetaText.IsMeta(blocks[i].Text) && !(headline is not null && Headlines.Likeness(blocks[i].Text, headline) > 0.95);
                follows &= kept[i] && blocks[i].Weight > 0 && i > start && kept[i];
            }
            else if (blocks[i].Weight > ShortLine && blocks[i].LinkShare > 0.5) follows = false;
            // "Summary" above the points that a page makes of its story, and above its first paragraph.
            else if (i < first && blocks[i].Node.Name is "li") follows = false;
        }
    }
}
