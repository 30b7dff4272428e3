namespace Dateline.Foundation.Fetching;

/// <summary>
/// A 2xx answer whose body is still on its way; only <see cref="Fetcher.OpenAsync"/> returns it. The stream enforces
/// every limit while it is read and throws <see cref="FetchException"/>. Dispose of it to give the host's turn back.
/// </summary>
internal sealed record Opened : FetchOutcome, IAsyncDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly IDisposable _turn;
    private readonly CancellationTokenSource _deadline;

    public Opened(ResponseHead head, Stream body, HttpResponseMessage response, IDisposable turn, CancellationTokenSource deadline) =>
        (Head, Body, _response, _turn, _deadline) = (head, body, response, turn, deadline);

    public ResponseHead Head { get; }

    public Stream Body { get; }

    /// <exception cref="FetchException">A limit was met or the server broke off.</exception>
    public async Task<ReadOnlyMemory<byte>> ReadAllAsync(CancellationToken cancel)
    {
        var whole = new MemoryStream(); // grows with what really arrives, not with what a header claims
        await Body.CopyToAsync(whole, cancel);
        return whole.GetBuffer().AsMemory(0, (int)whole.Length);
    }

    public async ValueTask DisposeAsync()
    {
        await Body.DisposeAsync();
        _response.Dispose();
        _turn.Dispose();
        _deadline.Dispose();
    }
}
