using System.Globalization;
using System.Net.Http;
using System.Net.Sockets;

namespace Dateline.Foundation.Fetching;

/// <summary>The sentences. They name the host, never the query or a secret.</summary>
internal static class Failures
{
    public static FetchFailure NotResolved(string host) =>
        new(FetchFailureKind.NameNotResolved, $"There is no host named {host}, or the name server did not answer.");

    public static FetchFailure NotConnected(string host, SocketError error) => error switch
    {
        SocketError.ConnectionRefused => new(FetchFailureKind.ConnectionRefused, $"{host} refuses connections."),
        SocketError.TimedOut => new(FetchFailureKind.TimedOut, $"{host} did not accept a connection in time."),
        _ => new(FetchFailureKind.ConnectionFailed, $"No connection to {host}: {error}."),
    };

    public static FetchFailure TimedOut(string host) =>
        new(FetchFailureKind.TimedOut, $"{host} did not finish its answer within the time limit.");

    public static FetchFailure TooSlow(string host) =>
        new(FetchFailureKind.TooSlow, $"{host} sent its answer too slowly and was given up.");

    public static FetchFailure Truncated(string host) =>
        new(FetchFailureKind.Truncated, $"{host} broke off in the middle of its answer.");

    public static FetchFailure TooLarge(string host, long limit) =>
        new(FetchFailureKind.TooLarge, string.Create(CultureInfo.InvariantCulture, $"The answer of {host} is larger than the limit of {limit:N0} bytes."));

    public static FetchFailure Overpacked(string host, int ratio) =>
        new(FetchFailureKind.TooLarge, $"The answer of {host} unpacks to more than {ratio} times its size, which no honest answer does.");

    public static FetchFailure BadEncoding(string host) =>
        new(FetchFailureKind.BadEncoding, $"The compressed answer of {host} can't be unpacked.");

    public static FetchFailure UnknownEncoding(string host) =>
        new(FetchFailureKind.BadEncoding, $"{host} answered in a compression that was not asked for.");

    public static FetchFailure RateLimited(string host, DateTimeOffset until) =>
        new(FetchFailureKind.RateLimited, string.Create(CultureInfo.InvariantCulture, $"{host} asked not to be asked again before {until:yyyy-MM-dd HH:mm} UTC.")) { RetryAfter = until };

    public static FetchFailure NotAllowed(string host) =>
        new(FetchFailureKind.NotAllowed, $"This address of {host} isn't fetched.");

    public static FetchFailure HostBusy(string host) =>
        new(FetchFailureKind.HostBusy, $"Too many fetches are already waiting for {host}.");

    public static FetchFailure Status(string host, int status, DateTimeOffset? retryAfter) => status switch
    {
        410 => new(FetchFailureKind.Gone, $"{host} says that this address is gone for good (410).") { Status = status },
        429 => new(FetchFailureKind.RateLimited, $"{host} says that it was asked too often (429).") { Status = status, RetryAfter = retryAfter },
        _ => new(FetchFailureKind.HttpStatus, status switch
        {
            401 => $"{host} asks for a user name and password, or refuses those given (401).",
            402 => $"{host} asks for payment (402).",
            403 => $"{host} refuses access (403).",
            404 => $"{host} has nothing at this address (404).",
            >= 500 => $"{host} has a fault of its own ({status}).",
            _ => $"{host} answered with status {status}.",
        })
        { Status = status, RetryAfter = retryAfter },
    };

    /// <summary>What an exception of the HTTP stack means. The walk finds ours at the bottom of what the stack wrapped around it.</summary>
    public static FetchFailure Explain(Exception thrown, string host)
    {
        for (Exception? e = thrown; e is not null; e = e.InnerException)
            if (e is FetchException ours) return ours.Failure;

        if (thrown is OperationCanceledException) return TimedOut(host);
        var error = (thrown as HttpRequestException)?.HttpRequestError ?? (thrown as HttpIOException)?.HttpRequestError;
        return error switch
        {
            HttpRequestError.NameResolutionError => NotResolved(host),
            HttpRequestError.SecureConnectionError =>
                new(FetchFailureKind.TlsFailed, $"No secure connection to {host}: its certificate is not valid for it, or its encryption is too old."),
            HttpRequestError.ConfigurationLimitExceeded => new(FetchFailureKind.HeadersTooLarge, $"The head of the answer of {host} is too large."),
            HttpRequestError.ConnectionError => NotConnected(host, (thrown.InnerException as SocketException)?.SocketErrorCode ?? SocketError.SocketError),
            HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError =>
                new(FetchFailureKind.BadResponse, $"The answer of {host} is not valid HTTP."),
            _ => Truncated(host),
        };
    }
}
