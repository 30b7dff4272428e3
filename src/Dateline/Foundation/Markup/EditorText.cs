namespace Dateline.Foundation.Markup;

/// <summary>
/// A body as text for a plain form field: "## " headings, "> " quotes, "- " lists, *emphasis*, **strong**, [text](address).
/// What can't be said so stands as a line like [[picture:ID]], which keeps the block. Saving without an edit changes
/// nothing, for every body: an unchanged piece of text brings back the block it came from.
/// </summary>
internal static class EditorText
{
    public const int MaximumLength = 2 * Body.MaximumText;

    public static string Write(Body body) => string.Join("\n\n", body.Blocks.Select(EditorBlock.Write));

    public static Checked<Body> Read(string edited, Body previous)
    {
        if (edited.Length > MaximumLength) return new MarkupRefusal("too-long", T("A text has at most {0} characters.", Body.MaximumText));
        var pieces = Pieces(CleanText.Lines(edited));
        var before = previous.Blocks.Select(block => new WrittenBlock(Normal(EditorBlock.Write(block)), block)).ToArray();
        var kept = EditorAlignment.Of(before, pieces);
        var reader = new EditorBlockReader(previous);
        foreach (var block in kept.Unchanged) reader.Keep(block);

        var blocks = new List<Block>();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (kept.Unchanged[i] is { } unchanged)
            {
                blocks.Add(unchanged);
                continue;
            }
            var parsed = reader.Read(pieces[i].Split('\n'));
            if (reader.Refusal is { } refusal) return refusal;
            if (parsed.Count > 0 && kept.Edited[i] is { } edit) parsed[0] = Continue(edit, parsed[0]);
            blocks.AddRange(parsed);
        }
        return Body.TryFrom(blocks);
    }

    /// <summary>An edited block is still the same block: it keeps its id, and what the notation can't show of it.</summary>
    private static Block Continue(Block before, Block now) => (before, now) switch
    {
        _ when now.Id.Length > 0 => now,
        (Quote old, Quote quote) => quote with { Id = old.Id, Cite = old.Cite },
        _ => now with { Id = before.Id },
    };

    private static List<string> Pieces(string text)
    {
        var pieces = new List<string>();
        var lines = new List<string>();
        foreach (var line in text.Split('\n'))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(line.TrimEnd());
                continue;
            }
            End();
        }
        End();
        return pieces;

        void End()
        {
            if (lines.Count > 0) pieces.Add(string.Join('\n', lines));
            lines.Clear();
        }
    }

    // Forms and people lose white space at the ends of lines; that is not an edit.
    private static string Normal(string text) => string.Join('\n', text.Split('\n').Select(line => line.TrimEnd()));
}
