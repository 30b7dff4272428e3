using Dateline.Foundation.Markup;

namespace Dateline.Replies.Moderation;

/// <summary>How a reply begins, on one line: what it quotes stands in quotation marks, so that nobody takes it for its writer's own words.</summary>
internal static class OwnWords
{
    /// <returns>"" for a reply that is erased.</returns>
    public static string Of(Body body, int words)
    {
        var all = string.Join(' ', body.Blocks.Select(block => block is Quote quote ? $"“{PlainText.From(quote.Blocks)}”" : PlainText.From(new Sequence<Block>([block])))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var begin = string.Join(' ', all.Take(words));
        return all.Length <= words ? begin : begin.Count(sign => sign == '“') > begin.Count(sign => sign == '”') ? $"{begin} …”" : $"{begin} …";
    }
}
