using MailKit;
using MailKit.Search;
using MimeKit;

namespace Dateline.Wire.Mail;

/// <summary>One look into one folder.</summary>
internal sealed class MailboxReading(Feed feed, MailAccount account, WireDocument documents)
{
    public long UidValidity { get; private set; } = account.UidValidity;

    public long LastUid { get; private set; } = account.LastUid;

    public int Items { get; private set; }

    public bool More { get; private set; }

    public async Task Read(IMailFolder folder, int most, CancellationToken cancel)
    {
        await folder.OpenAsync(FolderAccess.ReadOnly, cancel);
        // The server numbers anew: all is read again, and what is known changes nothing.
        if (folder.UidValidity != UidValidity) (UidValidity, LastUid) = (folder.UidValidity, 0);
        var range = new UniqueIdRange(folder.UidValidity, (uint)Math.Min(LastUid + 1, uint.MaxValue), uint.MaxValue);
        // "n:*" names the last message even where its number is below n.
        var waiting = (await folder.SearchAsync(SearchQuery.Uids(range), cancel)).Where(uid => uid.Id > LastUid).Order().ToList();
        More = waiting.Count > most;
        var now = waiting.Take(most).ToList();
        var sizes = now.Count == 0 ? [] : (await folder.FetchAsync(now, MessageSummaryItems.UniqueId | MessageSummaryItems.Size, cancel)).ToDictionary(summary => summary.UniqueId.Id, summary => summary.Size ?? 0);
        foreach (var uid in now)
        {
            if (sizes.GetValueOrDefault(uid.Id) > MailCollecting.LargestMessage) await documents.Quarantine(feed, [], whole: false, $"A message is larger than {MailCollecting.LargestMessage >> 20} MB. It lies in the mailbox still (UID {uid.Id}).", held: false, cancel);
            else await Take(folder, uid, cancel);
            LastUid = uid.Id;
        }
    }

    private async Task Take(IMailFolder folder, UniqueId uid, CancellationToken cancel)
    {
        using var message = new MemoryStream();
        try
        {
            await using var sent = await folder.GetStreamAsync(uid, cancel);
            await sent.CopyToAsync(message, cancel);
        }
        catch (MessageNotFoundException)
        {
            return; // deleted since
        }
        if (message.Length == 0) return;
        message.Position = 0;
        var headers = await HeaderList.LoadAsync(message, cancel);
        message.Position = 0;
        if (MailSender.Refusal(headers, account.Sender, account.Server) is { } refusal) await documents.Quarantine(feed, message, refusal, held: true, cancel);
        else Items += (await documents.Take(feed, message, cancel)).Items;
    }
}
