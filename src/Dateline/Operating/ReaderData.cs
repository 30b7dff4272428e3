using System.Text.Json;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Dateline.Replies.MyData;
using Dateline.Replies.Own;
using Dateline.Replies.Screening;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Operating;

/// <summary>
/// <c>dateline reader export</c> and <c>reader erase</c>: what a reader does by a mailed link, done by the house for somebody who
/// asked it in a letter or by telephone, also where no mail goes out. Whether they are who they say is for the house to know.
/// </summary>
internal static class ReaderData
{
    /// <summary>Prints all that is kept of an address as JSON.</summary>
    public static async Task<int> Export(IServiceProvider services, Uri publicUrl, string email, CancellationToken cancel)
    {
        if (await Key(services, email) is not { } key) return 1;
        var keys = services.GetRequiredService<OwnKey>();
        await using var db = services.GetRequiredService<DatelineDbFactory>().Open();
        await using var output = Console.OpenStandardOutput();
        await JsonSerializer.SerializeAsync(output, await ReaderExport.Of(db, key, reply => new Uri(publicUrl, keys.Address(reply.Edition, reply.Id)).ToString(), cancel), ReaderExport.Options, cancel);
        output.WriteByte((byte)'\n');
        return 0;
    }

    public static async Task<int> Erase(IServiceProvider services, string email, bool sure, CancellationToken cancel)
    {
        if (await Key(services, email) is not { } key) return 1;
        int replies;
        await using (var db = services.GetRequiredService<DatelineDbFactory>().Open()) replies = await db.Replies.CountAsync(reply => reply.AddressKey == key, cancel);
        if (!sure)
        {
            await Console.Error.WriteLineAsync($"{Count(replies)} of this address would be erased for good. Say --yes to do it.");
            return 1;
        }
        await EraseReader.Perform(services.GetRequiredService<Writes>(), key, services.GetRequiredService<TimeProvider>().Now(), cancel);
        await Console.Out.WriteLineAsync($"{Count(replies)} erased, with all else that was kept of the address.");
        return 0;
    }

    private static async Task<string?> Key(IServiceProvider services, string email)
    {
        if (EmailAddress.Parse(email) is { } address) return SenderKeys.AddressOf(services.GetRequiredService<AddressVault>(), address);
        await Console.Error.WriteLineAsync("That isn't one email address, like name@example.org.");
        return null;
    }

    private static string Count(int replies) => replies == 1 ? "1 reply" : $"{replies:N0} replies";
}
