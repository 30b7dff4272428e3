namespace Dateline.Foundation.Languages;

/// <summary>A number as somebody types it, on whichever keyboard.</summary>
public static class TypedNumber
{
    /// <summary>With ASCII digits and a full stop, as programs read it. What is neither a digit nor a decimal separator stays, for the reader to refuse.</summary>
    public static string Plain(string typed) => string.Create(typed.Length, typed, static (span, from) =>
    {
        for (var at = 0; at < span.Length; at++)
            span[at] = char.IsDigit(from[at]) ? (char)('0' + (int)char.GetNumericValue(from[at])) : from[at] == '\u066B' ? '.' : from[at]; // U+066B: Arabic decimal separator
    });
}
