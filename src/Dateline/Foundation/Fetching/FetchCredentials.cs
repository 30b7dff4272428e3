using System.Text;

namespace Dateline.Foundation.Fetching;

/// <summary>A secret and the one scheme, host and port it may be sent to. It never follows a redirect elsewhere.</summary>
internal sealed class FetchCredentials
{
    private readonly string _authorization;
    private readonly Uri _place;

    private FetchCredentials(Uri place, string authorization) => (_place, _authorization) = (place, authorization);

    // RFC 7617, section 2.1: charset UTF-8 is the only one a server can ask for.
    public static FetchCredentials Password(Uri place, string user, string password) =>
        new(place, "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}")));

    /// <summary>RFC 6750.</summary>
    public static FetchCredentials Bearer(Uri place, string token) => new(place, "Bearer " + token);

    public string? AuthorizationFor(Uri uri) => WebAddress.SameOrigin(_place, uri) ? _authorization : null;

    // The secret must not reach a log through a record's or a debugger's text.
    public override string ToString() => $"credentials for {_place.Host}";
}
