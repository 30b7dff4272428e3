using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Dateline.Foundation.Pages;

/// <summary>The fields of a plain form, bounded: what is longer than a form of ours could be isn't read.</summary>
public sealed class FormFields
{
    public const int MostBytes = 2 << 20;
    private const int MostFields = 400;
    private readonly IFormCollection _form;

    private FormFields(IFormCollection form) => _form = form;

    /// <summary>One value; "" when it wasn't sent.</summary>
    public string this[string name] => _form[name] is [{ } value, ..] ? value : "";

    public IReadOnlyList<string> All(string name) => [.. _form[name].OfType<string>()];

    public bool Has(string name) => !StringValues.IsNullOrEmpty(_form[name]);

    /// <summary>Minimal APIs bind a <see cref="FormFields"/> parameter from the request.</summary>
    /// <exception cref="BadHttpRequestException">400 or 413: not a form, or too large.</exception>
    public static async ValueTask<FormFields?> BindAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType) throw new BadHttpRequestException("Not a form.", StatusCodes.Status415UnsupportedMediaType);
        if (http.Request.ContentLength > MostBytes) throw new BadHttpRequestException("Too large.", StatusCodes.Status413PayloadTooLarge);
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MostBytes;
        try
        {
            return new FormFields(await http.Request.ReadFormAsync(new FormOptions
            {
                BufferBodyLengthLimit = MostBytes,
                ValueLengthLimit = MostBytes,
                KeyLengthLimit = 200,
                ValueCountLimit = MostFields,
                MultipartBodyLengthLimit = MostBytes,
                MemoryBufferThreshold = MostBytes,
            }, http.RequestAborted));
        }
        catch (InvalidDataException failure)
        {
            throw new BadHttpRequestException("Too large or malformed.", StatusCodes.Status413PayloadTooLarge, failure);
        }
    }
}
