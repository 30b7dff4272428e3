namespace Dateline.Foundation.Fetching;

/// <summary>What one hop holds and must give back, unless the body is handed over to the caller.</summary>
internal sealed class FetchHop : IDisposable
{
    private readonly IDisposable _turn;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenRegistration _onCancel;
    private HttpResponseMessage? _response;
    private bool _handedOver;

    public FetchHop(IDisposable turn, TimeSpan left, TimeProvider clock, CancellationToken cancel)
    {
        _turn = turn;
        _limit = new CancellationTokenSource(left, clock);
        _onCancel = cancel.UnsafeRegister(static limit => ((CancellationTokenSource)limit!).Cancel(), _limit);
    }

    public CancellationToken Deadline => _limit.Token;

    public HttpResponseMessage Keep(HttpResponseMessage response) => _response = response;

    public Opened HandOver(ResponseHead head, Stream body)
    {
        _handedOver = true;
        return new Opened(head, body, _response!, _turn, _limit);
    }

    public void Dispose()
    {
        // The opening caller's token ends with the opening; reading brings its own.
        _onCancel.Dispose();
        if (_handedOver) return;
        _response?.Dispose();
        _turn.Dispose();
        _limit.Dispose();
    }
}
