using System.Collections.Frozen;

namespace Dateline.Formats.Pages;

/// <summary>Where readers write, under the headings that pages give it; the markup around it often says nothing.</summary>
internal static class CommentSection
{
    private const int LongestHeading = 60;
    private const int LongestName = 70;
    private const int MostOfName = 4;

    // No story has a crosshead of these words.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Headings = Set(
        "comments|readers comments|reader comments|reader's comments|readers' comments|readers’ comments|top comments|all comments|latest comments|recent comments|your comments|user comments|comments section|comment section|what do you think|what are your thoughts|tell us what you think|your thoughts|join the discussion|join the conversation|join the debate|start the conversation|start the discussion|have your say|show comments|view comments|view all comments|what readers say|what our readers say|what readers think|"
        + "kommentare|leserkommentare|alle kommentare|neueste kommentare|ihre kommentare|ihre meinung|deine meinung|diskutieren sie mit|diskutiere mit|jetzt mitdiskutieren|mitdiskutieren|lesermeinungen|leserstimmen|commentaires|vos commentaires|vos réactions|réactions des lecteurs|les réactions des lecteurs|les commentaires|réagir|votre avis|et vous, qu'en pensez-vous|comentarios|tus comentarios|comentarios de los lectores|comentarios de lectores|opiniones de los lectores|únete a la conversación|qué opinas|¿qué opinas|comentários|comentários dos leitores|commenti|i commenti|i commenti dei lettori|reacties|reacties van lezers|praat mee|komentarze|komentarze czytelników|komentáře|komentáře čtenářů|diskuse ke článku|diskuze ke článku|hozzászólások|kommentarer|kommentarsfält|kommentarfeltet|kommentit|keskustelu|yorumlar|okur yorumları|comentarii|"
        + "комментарии|комментарии читателей|обсуждение|коментарі|коментари|коментари|التعليقات|تعليقات|تعليقات القراء|آراء القراء|نظرات|نظرات کاربران|نظرات مخاطبان|دیدگاه‌ها|دیدگاه کاربران|تبصرے|قارئین کے تبصرے|टिप्पणियां|टिप्पणियाँ|पाठकों की टिप्पणियां|评论|网友评论|读者评论|網友評論|读者留言|留言|留言板|コメント|みんなのコメント|読者のコメント|댓글|전체 댓글|תגובות|תגובות הגולשים|σχόλια|σχόλια αναγνωστών|komentar|komentar pembaca|bình luận|ý kiến bạn đọc|ความคิดเห็น|แสดงความคิดเห็น");

    // A story may have these too: then those who are heard tell.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Maybe = Set(
        "discussion|discussions|debate|the debate|reactions|reader reactions|feedback|opinions|opinion|responses|letters|forum|"
        + "diskussion|debatte|reaktionen|meinungen|stimmen|forum|réactions|débat|discussion|avis|opiniones|opinión|reacciones|debate|opiniões|reações|reazioni|opinioni|discussione|meningen|discussie|dyskusja|opinie|diskuse|diskuze|názory|debatt|vélemények|görüşler|мнения|дискуссия|обсуждения|думки|آراء|نقاش|ردود|بحث|讨论|討論|意見|意见|議論|みんなの意見|토론|의견|דעות|γνώμες|συζήτηση|diskusi|thảo luận");

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Set(string phrases) => phrases.Split('|').ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A heading under which readers write: "Comments (3)", "What do you think?".</summary>
    public static bool IsHeading(ReadOnlySpan<char> text) => text.Length <= LongestHeading && Headings.Contains(ChromeText.Unnumbered(text));

    /// <summary>Whether the block heads what readers wrote: by its words, or by words that may say so and the voices below.</summary>
    public static bool IsHead(IReadOnlyList<PageBlock> blocks, int at, int end)
    {
        var block = blocks[at];
        if (block.Text.Length > LongestHeading || !(block.IsHeading || block.Weight < LongestHeading)) return false;
        return IsHeading(block.Text) ? block.IsHeading || HasVoices(blocks, at + 1, end, 1) : Maybe.Contains(ChromeText.Unnumbered(block.Text)) && HasVoices(blocks, at + 1, end, 2);
    }

    // A name, a date; what they say below, each in a box of their own.
    private static bool HasVoices(IReadOnlyList<PageBlock> blocks, int from, int end, int least)
    {
        const int Reach = 40;
        var boxes = new HashSet<PageNode>();
        for (var i = from; i + 1 < end && i < from + Reach; i++)
        {
            if (blocks[i].IsHeading || blocks[i].Text.Length > LongestName || TextWeight.EndsSentence(blocks[i].Text)) continue;
            if (blocks[i + 1] is { HasSentence: true, IsHeading: false } said && said.Text.Length > blocks[i].Text.Length && Box(said, blocks[i]) is { } box && boxes.Add(box) && boxes.Count >= least) return true;
        }

        return false;
    }

    /// <summary>The same of lines: the heading, then a name, perhaps a date, and what they say.</summary>
    public static bool IsHead(IReadOnlyList<string> lines, int at) =>
        IsHeading(lines[at]) ? HasVoices(lines, at + 1, 1) : lines[at].Length <= LongestHeading && Maybe.Contains(ChromeText.Unnumbered(lines[at])) && HasVoices(lines, at + 1, 2);

    private static bool HasVoices(IReadOnlyList<string> lines, int from, int least)
    {
        const int Reach = 12;
        var voices = 0;
        var isNamed = false;
        for (var i = from; i < lines.Count && i < from + Reach; i++)
        {
            if (TextWeight.HasSentence(lines[i]))
            {
                // A story goes on, where nobody is named above what is said.
                if (!isNamed) return false;
                if (++voices == least) return true;
                isNamed = false;
            }
            else if (!isNamed) isNamed = !lines[i].Contains(',', StringComparison.Ordinal) && TextWeight.Words(lines[i]) <= MostOfName && !ChromeText.IsChrome(lines[i]);
        }

        return false;
    }

    private static PageNode? Box(PageBlock said, PageBlock name)
    {
        const int Levels = 3;
        var box = said.Node.Parent;
        for (var level = 0; box is not null && level < Levels; box = box.Parent, level++)
            if (name.Node == box || name.Node.IsIn(box)) return box;

        return null;
    }
}
