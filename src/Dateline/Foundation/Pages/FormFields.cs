using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Dateline.Foundation.Pages;

/// <summary>Marks the routes whose forms show again what somebody wrote: there U+0000 is taken out and told, so that the text isn't lost.</summary>
public sealed class MendsFields;

/// <summary>The fields of a plain form, bounded: what is longer than a form of ours could be isn't read.</summary>
public sealed class FormFields
{
    public const int MostBytes = 2 << 20;
    private const int MostFields = 400;
    private const string UrlEncoded = "application/x-www-form-urlencoded";
    private readonly IFormCollection _form;

    private FormFields(IFormCollection form, bool mended) => (_form, WasMended) = (form, mended);

    /// <summary>Something was taken out that no form can show, on a route that <see cref="MendsFields"/>.</summary>
    public bool WasMended { get; }

    /// <summary>One value; "" when it wasn't sent.</summary>
    public string this[string name] => _form[name] is [{ } value, ..] ? value : "";

    public IReadOnlyList<string> All(string name) => [.. _form[name].OfType<string>()];

    /// <summary>All that was sent, as it was.</summary>
    public IEnumerable<(string Name, string Value)> Sent => _form.SelectMany(sent => sent.Value.OfType<string>(), (sent, value) => (sent.Key, value));

    /// <summary>The bytes of an uploaded file; null when none was sent.</summary>
    public async Task<byte[]?> File(string name, CancellationToken cancel)
    {
        if (_form.Files.GetFile(name) is not { } file) return null;
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        return bytes.ToArray();
    }

    public bool Has(string name) => !StringValues.IsNullOrEmpty(_form[name]);

    /// <summary>Minimal APIs bind a <see cref="FormFields"/> parameter from the request.</summary>
    /// <exception cref="BadHttpRequestException">400, 413 or 415: malformed, too large, or not a form.</exception>
    public static async ValueTask<FormFields?> BindAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType || !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type))
            throw new BadHttpRequestException("Not a form.", StatusCodes.Status415UnsupportedMediaType);
        if (type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && StringSegment.IsNullOrEmpty(type.Boundary))
            throw new BadHttpRequestException("No boundary.", StatusCodes.Status400BadRequest);
        if (http.Request.ContentLength > MostBytes) throw new BadHttpRequestException("Too large.", StatusCodes.Status413PayloadTooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MostBytes;
        try
        {
            var mends = http.GetEndpoint()?.Metadata.GetMetadata<MendsFields>() is not null;
            var wasMended = mends && type.MediaType.Equals(UrlEncoded, StringComparison.OrdinalIgnoreCase) && await Mend(http);
            var form = await http.Request.ReadFormAsync(new FormOptions
            {
                BufferBodyLengthLimit = MostBytes,
                ValueLengthLimit = MostBytes,
                KeyLengthLimit = 200,
                ValueCountLimit = MostFields,
                MultipartBodyLengthLimit = MostBytes,
                MemoryBufferThreshold = MostBytes,
            }, http.RequestAborted);
            // Nobody types U+0000, and PostgreSQL can't keep it.
            return form.Any(field => field.Value.Any(value => value?.Contains('\0', StringComparison.Ordinal) == true))
                ? throw new BadHttpRequestException("U+0000 in a field.", StatusCodes.Status400BadRequest)
                : new FormFields(form, wasMended);
        }
        // Its size was looked at before: here it is too many fields, or malformed.
        catch (InvalidDataException failure)
        {
            throw new BadHttpRequestException("Malformed.", StatusCodes.Status400BadRequest, failure);
        }
        // How the framework says that a part of the form is cut off.
        catch (IOException failure) when (failure is not BadHttpRequestException)
        {
            throw new BadHttpRequestException("Cut off.", StatusCodes.Status400BadRequest, failure);
        }
    }

    /// <summary>Takes U+0000 out of the form before it is read: the framework's reader refuses the whole of it.</summary>
    private static async Task<bool> Mend(HttpContext http)
    {
        using var sent = new MemoryStream();
        var part = new byte[16 << 10];
        int read;
        while ((read = await http.Request.Body.ReadAsync(part, http.RequestAborted)) > 0)
        {
            if (sent.Length + read > MostBytes) throw new BadHttpRequestException("Too large.", StatusCodes.Status413PayloadTooLarge);
            sent.Write(part, 0, read);
        }
        var text = Encoding.Latin1.GetString(sent.GetBuffer(), 0, (int)sent.Length); // byte for byte: what is no ASCII goes back as it came
        var mended = text.Replace("%00", "", StringComparison.Ordinal).Replace("\0", "", StringComparison.Ordinal);
        http.Request.Body = new MemoryStream(Encoding.Latin1.GetBytes(mended));
        return mended.Length < text.Length;
    }
}
