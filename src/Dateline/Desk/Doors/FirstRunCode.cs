using System.Security.Cryptography;
using System.Text;
using Dateline.Foundation.Storage;
using Dateline.People;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Desk.Doors;

/// <summary>
/// The code that the console shows when a server has no staff yet. Only who can read the console can become the
/// first administrator; somebody who merely found the address can't.
/// </summary>
internal sealed class FirstRunCode(DatelineDbFactory databases)
{
    /// <summary>No letter that is mistaken for a digit, read aloud or typed off a screen.</summary>
    private const string Alphabet = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    private readonly string _code = RandomNumberGenerator.GetString(Alphabet, 8);
    private volatile bool _staffed;

    public string Shown => $"{_code[..4]}-{_code[4..]}";

    public bool Is(string given)
    {
        var plain = new string([.. given.Take(40).Where(char.IsAsciiLetterOrDigit).Select(char.ToUpperInvariant)]);
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(plain), Encoding.ASCII.GetBytes(_code));
    }

    /// <summary>True until somebody works here. Asked of the database until then, and never again.</summary>
    public async ValueTask<bool> IsOpen(CancellationToken cancel)
    {
        if (_staffed) return false;
        await using var db = databases.Open();
        return !(_staffed = await db.Staff.AnyAsync(cancel));
    }
}

/// <summary>Says once, when the server has opened without staff, where to go. Not before: at a port that is taken somebody else answers.</summary>
internal sealed class FirstRunNotice(FirstRunCode code, DatelineOptions options, ILogger<FirstRunNotice> log) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (options.Web && await code.IsOpen(cancellationToken))
            log.LogWarning("Nobody works here yet. Open {Address} with the code {Code}", new Uri(options.PublicUrl, "/desk/first-run"), code.Shown);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
