using Dateline.Foundation.Fetching;

namespace Dateline.Desk.Sources;

/// <summary>Why nothing came from a feed, by its kind, in the language of whoever asks.</summary>
internal static class FailureWords
{
    /// <param name="kind">As a feed keeps it; what is unknown has no words.</param>
    public static string? Of(string? kind) => Enum.TryParse<FetchFailureKind>(kind, out var known) ? known switch
    {
        FetchFailureKind.BadUri or FetchFailureKind.BadScheme or FetchFailureKind.BadPort or FetchFailureKind.NotAllowed => T("The address can’t be asked."),
        FetchFailureKind.NameNotResolved => T("The host wasn’t found."),
        FetchFailureKind.PrivateAddress => T("The address is within an inner network."),
        FetchFailureKind.ConnectionRefused or FetchFailureKind.ConnectionFailed => T("No connection came about."),
        FetchFailureKind.TlsFailed => T("No secure connection came about."),
        FetchFailureKind.TimedOut or FetchFailureKind.TooSlow => T("The answer took too long."),
        FetchFailureKind.TooLarge or FetchFailureKind.HeadersTooLarge => T("The answer is too large."),
        FetchFailureKind.Truncated or FetchFailureKind.BadEncoding or FetchFailureKind.BadResponse => T("The answer can’t be read."),
        FetchFailureKind.TooManyRedirects or FetchFailureKind.RedirectLoop or FetchFailureKind.BadRedirect => T("The redirects lead nowhere."),
        FetchFailureKind.HttpStatus => T("The server answered with an error."),
        FetchFailureKind.Gone => T("The feed is gone for good."),
        FetchFailureKind.RateLimited or FetchFailureKind.HostBusy => T("The server is asked too often."),
        FetchFailureKind.LoginRefused => T("The sign-in was refused."),
        FetchFailureKind.Unknown => T("What was asked for isn’t there."),
        FetchFailureKind.Untrusted => T("It isn’t sure that it is the partner."),
        FetchFailureKind.Unreadable => T("What came can’t be read."),
        _ => null,
    } : null;
}
