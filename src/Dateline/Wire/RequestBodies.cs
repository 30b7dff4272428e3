using Microsoft.AspNetCore.Http.Features;

namespace Dateline.Wire;

/// <summary>The body of a document sent to us: held whole, because its signature is known only at its end, and therefore bounded in size and in number.</summary>
internal sealed class RequestBodies : IDisposable
{
    public const int MostBytes = 16 << 20;
    private const int MostAtOnce = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _turns = new(MostAtOnce);

    /// <summary>A turn to hold a body; null: too many are being received.</summary>
    public async Task<IDisposable?> Turn(CancellationToken cancel) => await _turns.WaitAsync(Patience, cancel) ? new Held(_turns) : null;

    /// <summary>Null: it is too large.</summary>
    public static async Task<byte[]?> Read(HttpContext http)
    {
        if (http.Request.ContentLength > MostBytes) return null;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null; // counted here, to be answered in our words
        using var whole = new MemoryStream();
        var buffer = new byte[32 << 10];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;)
        {
            if (whole.Length + read > MostBytes) return null;
            whole.Write(buffer, 0, read);
        }
        return whole.ToArray();
    }

    public void Dispose() => _turns.Dispose();

    private sealed class Held(SemaphoreSlim turns) : IDisposable
    {
        public void Dispose() => turns.Release();
    }
}
