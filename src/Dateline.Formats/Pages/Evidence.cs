namespace Dateline.Formats.Pages;

/// <summary>The text of the story as the page's JSON-LD has it: it shows which blocks are the story's, where it is whole.</summary>
internal static class Evidence
{
    private const int LeastBody = 300;
    private const int LeastFound = 40;
    private const int LongestBody = 200_000;
    private const int MostBlocks = 2000;

    public static StoryOnPage Weigh(StoryOnPage found, PageBlocks all, string? body)
    {
        if (body is null or { Length: > LongestBody } || all.All.Count > MostBlocks) return found;

        // Where the page shows no text without its scripts, a short one is the story too.
        if (TextWeight.Of(body) < (found.Weight < LeastFound ? LeastFound : LeastBody)) return found;
        var evidence = Squeeze(body);
        var said = found.Blocks.Where(block => IsIn(block, evidence)).Sum(block => block.Weight);
        var weight = TextWeight.Of(evidence);

        // What was found is another text, or the page shows none of it without its scripts: the blocks that say the same, else the text itself.
        if (said < 0.4 * weight)
        {
            var same = all.All.Where(block => block.Weight > 20 && IsIn(block, evidence)).ToList();
            if (same.Sum(block => block.Weight) > 0.6 * weight) return new StoryOnPage(same, found.Parts);
            return weight > found.Weight ? new StoryOnPage(Paragraphs(body), found.Parts) : found;
        }

        // Truncated behind a wall or stripped of its quotations it is no measure of what else belongs to the story.
        if (said < 0.85 * found.Weight || said < 0.85 * weight) return found;
        return new StoryOnPage([.. found.Blocks.Where(block => block.IsHeading || IsIn(block, evidence))], found.Parts);
    }

    private static List<PageBlock> Paragraphs(string body)
    {
        var paragraphs = new List<PageBlock>();
        foreach (var line in body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var node = new PageNode("p");
            var text = new PageNode("") { Text = line };
            node.Add(text);
            paragraphs.Add(new PageBlock(node, line, TextWeight.Of(line), 0) { Pieces = [text] });
        }

        return paragraphs;
    }

    private static bool IsIn(PageBlock block, string evidence)
    {
        var text = Squeeze(block.Text);
        if (text.Length == 0) return false;
        if (evidence.Contains(text, StringComparison.Ordinal)) return true;
        // A link or a typographic quote may be lost on the way: then its first or last half is there.
        var half = text.Length / 2;
        return text.Length > 60 && (evidence.Contains(text[..half], StringComparison.Ordinal) || evidence.Contains(text[half..], StringComparison.Ordinal));
    }

    private static string Squeeze(string text) => string.Create(text.Count(char.IsLetterOrDigit), text, static (target, source) =>
    {
        var at = 0;
        foreach (var c in source)
            if (char.IsLetterOrDigit(c)) target[at++] = char.ToLowerInvariant(c);
    });
}
