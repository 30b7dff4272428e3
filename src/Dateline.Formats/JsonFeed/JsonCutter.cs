using System.Buffers;

namespace Dateline.Formats.JsonFeed;

internal enum JsonCutKind
{
    More,
    Junk,

    /// <summary>A member of the feed other than its items.</summary>
    Member,

    /// <summary>One of the items.</summary>
    Item,
    End,
}

internal readonly record struct JsonCut(JsonCutKind Kind, int Length);

/// <summary>Cuts a JSON Feed into its members and the items, whichever come first.</summary>
internal sealed class JsonCutter
{
    private enum Place
    {
        BeforeFeed,
        BeforeKey,
        BeforeValue,
        InValue,
        BeforeItem,
        InItem,
        AfterFeed,
    }

    private static readonly SearchValues<char> Gaps = SearchValues.Create(" \t\r\n,\uFEFF");

    private Place place;
    private JsonExtent extent;
    private bool dropping;

    /// <summary>The name of the member that was cut or is being read.</summary>
    public string Key { get; private set; } = "";

    public bool InValue => place is Place.InValue or Place.InItem;

    public bool IsDropping => dropping;

    public bool Complete => place == Place.AfterFeed;

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
            case (Place.BeforeFeed, '{'):
                place = Place.BeforeKey;
                return new(JsonCutKind.Junk, 1);
            case (Place.BeforeKey, '"'):
                return ReadKey(text, final);
            case (Place.BeforeKey, '}'):
                place = Place.AfterFeed;
                return new(JsonCutKind.Junk, 1);
            case (Place.BeforeValue, ':'):
                return new(JsonCutKind.Junk, 1);
            case (Place.BeforeValue, '[') when Key == "items":
                place = Place.BeforeItem;
                return new(JsonCutKind.Junk, 1);
            case (Place.BeforeItem, ']'):
                place = Place.BeforeKey;
                return new(JsonCutKind.Junk, 1);
            case (Place.BeforeValue or Place.BeforeItem, _):
                place = place == Place.BeforeItem ? Place.InItem : Place.InValue;
                extent = default;
                return Value(text, final);
            default:
                return new(JsonCutKind.Junk, 1);
        }
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
        }

        place = isItem ? Place.BeforeItem : Place.BeforeKey;
        extent = default;
        var kind = dropping ? JsonCutKind.Junk : isItem ? JsonCutKind.Item : JsonCutKind.Member;
        dropping = false;

        // A stray bracket where a value should be: step over it, or nothing would move.
        return new(length == 0 ? JsonCutKind.Junk : kind, Math.Max(1, length));
    }
}
