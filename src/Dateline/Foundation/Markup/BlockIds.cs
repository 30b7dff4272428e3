using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Dateline.Foundation.Markup;

/// <summary>
/// Gives every block an id of its own. A new id comes from what the block says, so a wire's second take, read from
/// scratch, brings the same ids for the paragraphs it did not touch.
/// </summary>
public sealed class BlockIds
{
    public const int MaximumLength = 36;       // editors give UUIDs to blocks they make
    private const int Length = 10;
    private const string Letters = "abcdefghijklmnopqrstuvwxyz234567";

    private readonly HashSet<string> given = new(StringComparer.Ordinal);
    private readonly HashSet<string> kept = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> repeats = new(StringComparer.Ordinal);

    public static Sequence<Block> Complete(Sequence<Block> blocks)
    {
        var ids = new BlockIds();
        return ids.Collect(blocks) ? blocks : ids.Give(blocks);
    }

    public static bool IsValid(string id) => id.Length is > 0 and <= MaximumLength
        && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    /// <summary>Notes the ids already there; true when nothing is missing.</summary>
    private bool Collect(Sequence<Block> blocks)
    {
        var complete = true;
        foreach (var block in blocks.Span)
        {
            complete &= IsValid(block.Id) && given.Add(block.Id);
            if (block is Quote quote) complete &= Collect(quote.Blocks);
            if (block is ListBlock list)
                foreach (var item in list.Items.Span) complete &= Collect(item.Blocks);
        }
        return complete;
    }

    private Sequence<Block> Give(Sequence<Block> blocks) => blocks.Select(Give).ToSequence();

    private Block Give(Block block)
    {
        var id = IsValid(block.Id) && kept.Add(block.Id) ? block.Id : NewId(block);
        return block switch
        {
            Quote quote => quote with { Id = id, Blocks = Give(quote.Blocks) },
            ListBlock list => list with { Id = id, Items = list.Items.Select(item => new ListItem(Give(item.Blocks))).ToSequence() },
            _ => block.Id == id ? block : block with { Id = id },
        };
    }

    private string NewId(Block block)
    {
        var text = new StringBuilder(block.GetType().Name).Append('\n');
        PlainText.Append(text, block);
        if (block is PictureBlock picture) text.Append('\n').Append(picture.PictureId?.ToString() ?? picture.Src?.Value);
        var content = text.ToString();
        ref var repeat = ref CollectionsMarshal.GetValueRefOrAddDefault(repeats, content, out _);
        while (true)
        {
            var id = Spell(SHA256.HashData(Encoding.UTF8.GetBytes(repeat++ == 0 ? content : $"{content}\n{repeat}")));
            if (!given.Add(id)) continue;
            kept.Add(id);
            return id;
        }
    }

    private static string Spell(byte[] hash) => string.Create(Length, hash, static (id, bytes) =>
    {
        for (var i = 0; i < id.Length; i++) id[i] = Letters[bytes[i] & 31];
    });
}
