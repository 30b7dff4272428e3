using Dateline.Formats.Text;

namespace Dateline.Formats;

/// <summary>The text of a small document that is no news, a list of sources say, in whatever encoding it came.</summary>
public static class DocumentText
{
    /// <summary>
    /// Decodes it as the readers of news do: by its mark, by what it declares (XML 1.0, section 4.3.3) where its bytes don't say
    /// otherwise, as UTF-8, or in the encoding in which its bytes make words. Nothing is thrown: what is no letter is U+FFFD.
    /// </summary>
    /// <param name="document">All of it, or its beginning.</param>
    /// <returns>The text, without a byte order mark.</returns>
    public static string Decode(ReadOnlySpan<byte> document)
    {
        var charset = Charset.Choose(document, null);
        return charset.Encoding.GetString(document[charset.MarkLength..]);
    }
}
