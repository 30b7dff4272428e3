using System.Buffers;

namespace Dateline.Formats.Json;

internal enum JsonCutKind
{
    More,
    Junk,

    /// <summary>A member of the document other than its items.</summary>
    Member,

    /// <summary>One of the items.</summary>
    Item,
    End,
}

internal readonly record struct JsonCut(JsonCutKind Kind, int Length);

/// <summary>Cuts a JSON document into its items and the members around them, whichever come first.</summary>
internal sealed class JsonCutter(JsonShape shape)
{
    private const int Deepest = 4;

    private enum Place
    {
        BeforeDocument,
        BeforeKey,
        BeforeValue,
        InValue,
        BeforeItem,
        InItem,
        AfterDocument,
    }

    private static readonly SearchValues<char> Gaps = SearchValues.Create(" \t\r\n,\uFEFF\u001E");

    private Place place;
    private Place afterItem;
    private JsonExtent extent;
    private bool dropping;
    private bool broken;
    private int depth;

    /// <summary>The name of the member that was cut or is being read.</summary>
    public string Key { get; private set; } = "";

    public bool InValue => place is Place.InValue or Place.InItem;

    public bool IsDropping => dropping;

    public bool Complete => !broken && place == (shape.IsWrapped ? Place.AfterDocument : Place.BeforeDocument);

    public int Drop(int length)
    {
        if (!InValue) return length;
        dropping = true;
        var seen = Math.Min(extent.At, length);
        extent.Forget(seen);
        return seen;
    }

    public JsonCut Next(ReadOnlySpan<char> text, bool final)
    {
        if (text.IsEmpty) return new(final ? JsonCutKind.End : JsonCutKind.More, 0);
        if (InValue) return Value(text, final);
        var gap = text.IndexOfAnyExcept(Gaps);
        if (gap != 0) return new(JsonCutKind.Junk, gap < 0 ? text.Length : gap);
        switch (place, text[0])
        {
            // Items one after another, a line each or not, or in a bare array: brackets around them mean nothing.
            case (Place.BeforeDocument, '{') when !shape.IsWrapped:
                return StartItem(text, final, Place.BeforeDocument);
            case (Place.BeforeDocument or Place.AfterDocument, '{') when shape.IsWrapped:
                place = Place.BeforeKey;
                depth = 1;
                return new(JsonCutKind.Junk, 1);
            case (Place.BeforeKey, '"'):
                return ReadKey(text, final);
            case (Place.BeforeKey, '}'):
                if (--depth == 0) place = Place.AfterDocument;
                return new(JsonCutKind.Junk, 1);
            case (Place.BeforeValue, ':'):
                return new(JsonCutKind.Junk, 1);
            case (Place.BeforeValue, '[') when shape.HoldsItems(Key):
                place = Place.BeforeItem;
                return new(JsonCutKind.Junk, 1);
            case (Place.BeforeValue, '{') when shape.HoldsMembers(Key) && depth < Deepest:
                place = Place.BeforeKey;
                depth++;
                return new(JsonCutKind.Junk, 1);
            case (Place.BeforeValue, '{') when shape.IsItem(Key):
                return StartItem(text, final, Place.BeforeKey);
            case (Place.BeforeItem, ']'):
                place = Place.BeforeKey;
                return new(JsonCutKind.Junk, 1);
            case (Place.BeforeItem, _):
                return StartItem(text, final, Place.BeforeItem);
            case (Place.BeforeValue, _):
                place = Place.InValue;
                extent = default;
                return Value(text, final);
            default:
                return new(JsonCutKind.Junk, 1);
        }
    }

    private JsonCut StartItem(ReadOnlySpan<char> text, bool final, Place after)
    {
        place = Place.InItem;
        afterItem = after;
        extent = default;
        return Value(text, final);
    }

    private JsonCut ReadKey(ReadOnlySpan<char> text, bool final)
    {
        var key = default(JsonExtent);
        if (!key.TryFind(text, out var length)) return final ? new(JsonCutKind.Junk, text.Length) : default;
        Key = length < 100 ? text[1..(length - 1)].ToString() : "";
        place = Place.BeforeValue;
        return new(JsonCutKind.Junk, length);
    }

    private JsonCut Value(ReadOnlySpan<char> text, bool final)
    {
        var isItem = place == Place.InItem;
        if (!extent.TryFind(text, out var length))
        {
            if (!final) return dropping && extent.At > 0 ? new(JsonCutKind.Junk, Drop(text.Length)) : default;
            length = text.Length;
            broken = true;
        }

        place = isItem ? afterItem : Place.BeforeKey;
        extent = default;
        var kind = dropping ? JsonCutKind.Junk : isItem ? JsonCutKind.Item : JsonCutKind.Member;
        dropping = false;

        // A stray bracket where a value should be: step over it, or nothing would move.
        return new(length == 0 ? JsonCutKind.Junk : kind, Math.Max(1, length));
    }
}
