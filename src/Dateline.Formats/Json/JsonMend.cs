using System.Buffers;
using System.Text;

namespace Dateline.Formats.Json;

/// <summary>
/// Writes JSON again that is none: cut off, without some of its commas, colons, quotes or brackets, with raw control
/// characters or wrong escapes in its strings. What the result says is what a person would read.
/// </summary>
internal ref struct JsonMend(ReadOnlySpan<char> raw)
{
    private const int Deepest = 60;

    private static readonly SearchValues<char> WordEnds = SearchValues.Create(",:{}[]\"\n\r\t ");
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdefABCDEF");

    private enum Want
    {
        Key,
        Colon,
        Value,
        Comma,
    }

    private readonly ReadOnlySpan<char> raw = raw;
    private readonly StringBuilder text = new(raw.Length + 16);
    private readonly Stack<char> open = new();
    private Want want = Want.Value;
    private bool comma;
    private int tooDeep;
    private int at;

    public static string Of(ReadOnlySpan<char> raw) => new JsonMend(raw).Write();

    private string Write()
    {
        while (at < raw.Length)
        {
            var c = raw[at];
            if (char.IsWhiteSpace(c) || c < ' ') at++;
            else if (c is '{' or '[') Open(c);
            else if (c is '}' or ']') Close(c);
            else if (c == ':') Colon();
            else if (c == ',') Comma();
            else if (c == '/' && raw[at..].StartsWith("/*")) SkipTo("*/");
            else if (c == '/' && raw[at..].StartsWith("//")) SkipTo("\n");
            else if (c is '"' or '\'') String(c);
            else Word();
            if (open.Count == 0 && tooDeep == 0 && text.Length > 0 && want == Want.Comma) break;
        }

        while (open.Count > 0) CloseTop();
        return text.ToString();
    }

    private void SkipTo(ReadOnlySpan<char> end)
    {
        var found = raw[at..].IndexOf(end);
        at = found < 0 ? raw.Length : at + found + end.Length;
    }

    private void Open(char bracket)
    {
        at++;
        if (tooDeep > 0 || open.Count == Deepest)
        {
            if (tooDeep++ == 0) BeforeValue();
            return;
        }

        BeforeValue();
        text.Append(bracket);
        open.Push(bracket);
        want = bracket == '{' ? Want.Key : Want.Value;
        comma = false;
    }

    private void Close(char bracket)
    {
        at++;
        if (tooDeep > 0)
        {
            if (--tooDeep == 0) AfterValue("null");
            return;
        }

        var opening = bracket == '}' ? '{' : '[';
        if (!open.Contains(opening)) return;
        while (open.Peek() != opening) CloseTop();
        CloseTop();
    }

    private void CloseTop()
    {
        if (tooDeep > 0) AfterValue("null");
        tooDeep = 0;
        var bracket = open.Pop();
        if (bracket == '{' && want == Want.Colon) text.Append(":null");
        if (bracket == '{' && want == Want.Value) text.Append("null");
        text.Append(bracket == '{' ? '}' : ']');
        want = Want.Comma;
    }

    private void Colon()
    {
        at++;
        if (tooDeep > 0 || want != Want.Colon) return;
        text.Append(':');
        want = Want.Value;
    }

    private void Comma()
    {
        at++;
        if (tooDeep > 0 || open.Count == 0) return;
        var inObject = open.Peek() == '{';
        if (inObject && want == Want.Colon) AfterValue(":null");
        else if (inObject && want == Want.Value) AfterValue("null");
        if (want != Want.Comma) return;
        comma = true;
        want = inObject ? Want.Key : Want.Value;
    }

    /// <summary>Writes what must stand before a value that comes now; true if what comes is a name.</summary>
    private bool BeforeValue(bool mayBeKey = false)
    {
        if (want == Want.Comma)
        {
            comma = true;
            want = open.Count > 0 && open.Peek() == '{' ? Want.Key : Want.Value;
        }

        if (want == Want.Colon)
        {
            text.Append(':');
            want = Want.Value;
        }

        if (comma) text.Append(',');
        comma = false;
        if (want != Want.Key) return false;
        if (mayBeKey) return true;
        text.Append("\"_\":");
        want = Want.Value;
        return false;
    }

    private void AfterValue(string value)
    {
        text.Append(value);
        want = Want.Comma;
    }

    private void Word()
    {
        var length = raw[at..].IndexOfAny(WordEnds);
        var cut = length < 0;
        var word = cut ? raw[at..] : raw.Slice(at, Math.Max(1, length));
        at += word.Length;
        if (tooDeep > 0) return;
        if (BeforeValue(mayBeKey: true))
        {
            Quoted(word);
            want = Want.Colon;
            return;
        }

        switch (word)
        {
            case "true" or "True":
                AfterValue("true");
                break;
            case "false" or "False":
                AfterValue("false");
                break;
            case "null" or "None" or "NaN" or "undefined":
                AfterValue("null");
                break;
            default:
                if (IsNumber(word)) AfterValue(word.ToString());
                else if (cut && open.Count > 0) AfterValue("null");
                else
                {
                    Quoted(word);
                    want = Want.Comma;
                }

                break;
        }
    }

    private static bool IsNumber(ReadOnlySpan<char> word)
    {
        var digits = word[0] == '-' ? word[1..] : word;
        return digits.Length is > 0 and < 20 && !digits.ContainsAnyExceptInRange('0', '9') && (digits.Length == 1 || digits[0] != '0');
    }

    private void Quoted(ReadOnlySpan<char> word)
    {
        text.Append('"');
        foreach (var c in word)
        {
            if (c is '\\' or '"') text.Append('\\');
            if (c >= ' ') text.Append(c);
        }

        text.Append('"');
    }

    private void String(char quote)
    {
        at++;
        var skip = tooDeep > 0;
        var isKey = !skip && BeforeValue(mayBeKey: true);
        if (!skip) text.Append('"');
        while (at < raw.Length && raw[at] != quote)
        {
            var c = raw[at++];
            if (c == '\\')
            {
                var isQuote = at < raw.Length && raw[at] == quote;
                var length = isQuote ? 1 : EscapeLength(raw[at..]);
                if (!skip && isQuote) text.Append(quote == '"' ? "\\\"" : "'");
                else if (!skip && length > 0) text.Append('\\').Append(raw.Slice(at, length));
                else if (!skip && at < raw.Length) text.Append("\\\\");
                at += length;
            }
            else if (!skip)
            {
                if (c == '"') text.Append("\\\"");
                else if (c >= ' ') text.Append(c);
                else text.Append(c switch { '\n' => "\\n", '\t' => "\\t", _ => "" });
            }
        }

        at++;
        if (skip) return;
        text.Append('"');
        want = isKey ? Want.Colon : Want.Comma;
    }

    // The length of what follows a backslash, where that is an escape of JSON.
    private static int EscapeLength(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return 0;
        if (text[0] == 'u') return text.Length > 4 && text[1..5].IndexOfAnyExcept(Hex) < 0 ? 5 : 0;
        return "\"\\/bfnrt".Contains(text[0], StringComparison.Ordinal) ? 1 : 0;
    }
}
