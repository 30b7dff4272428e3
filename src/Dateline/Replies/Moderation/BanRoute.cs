using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Dateline.Foundation.Markup;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies.Readers;
using Dateline.Replies.Screening;
using Dateline.Stories;
using Microsoft.EntityFrameworkCore;

namespace Dateline.Replies.Moderation;

/// <summary>/desk/replies/bans, and /desk/replies/{id}/ban: the writer of a reply.</summary>
internal static class BanRoute
{
    private const string Path = "/desk/replies/bans";
    private const int PageSize = 100;

    // GET /desk/replies/bans
    public static Task<IResult> Get(string? said, string? place, Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel) =>
        List(new BanForm(), [], said switch { "made" => N("Banned. Whose replies aren’t taken is told so."), "lifted" => N("Lifted."), _ => null }, editor, db, register, clock, cancel, ReplyPlace.Parse(place));

    // POST /desk/replies/bans
    public static async Task<IResult> Make(FormFields fields, Editor editor, DatelineDb db, Writes writes, AddressVault vault, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var form = BanForm.Of(fields);
        var (key, problem) = form.Kind switch
        {
            BanKind.Name => (CleanText.IsVisible(form.Whom) ? SenderKeys.Of(vault, null, "", form.Whom).Name : null, T("Give a name.")),
            BanKind.Address or BanKind.Reader => (EmailAddress.Parse(form.Whom) is { } address ? SenderKeys.AddressOf(vault, address) : null, T("Give an e-mail address.")),
            _ => (Network(form.Whom) is { } network ? SenderKeys.Of(vault, network, "", "").Network : null,
                T("Give one IP address, like 192.0.2.7 or 2001:db8::7: its whole /{0} (IPv6: /{1}) is banned. A wider or narrower network can’t be.", SendingCount.NetworkBits, SendingCount.NetworkBitsV6)),
        };
        if (key is null) return await List(form, [new Refusal("whom", problem)], null, editor, db, register, clock, cancel);
        var written = await writes.Run((at, stop) => BanChanges.Make(at, form.Draft(form.Kind, key), editor, clock.Now(), stop), cancel);
        return written.Value is { } refusal ? await List(form, [refusal], null, editor, db, register, clock, cancel) : new SeeOther(Path + "?said=made", written.Position, asCookie: true);
    }

    // POST /desk/replies/bans/{id}/removal
    public static async Task<IResult> Lift(Guid id, Editor editor, Writes writes, TimeProvider clock, CancellationToken cancel)
    {
        var written = await writes.Run((db, stop) => BanChanges.Lift(db, id, editor, clock.Now(), stop), cancel);
        return written.Value ? new SeeOther(Path + "?said=lifted", written.Position, asCookie: true) : Results.NotFound();
    }

    // GET /desk/replies/{id}/ban
    public static Task<IResult> OfReply(Guid id, string? view, string? place, Editor editor, DatelineDb db, AddressVault vault, Register register, CancellationToken cancel) =>
        OfWriter(id, null, [], view ?? "", place, editor, db, vault, register, cancel);

    // POST /desk/replies/{id}/ban
    public static async Task<IResult> BanWriter(Guid id, FormFields fields, Editor editor, DatelineDb db, Writes writes, AddressVault vault, Register register, TimeProvider clock, CancellationToken cancel)
    {
        var form = BanForm.Of(fields);
        var (view, place) = (fields["view"], fields["place"]);
        if (await Find(db, vault, id, cancel) is not { } keys) return Results.NotFound();
        var key = keys.Of(form.Kind);
        if (key is null) return await OfWriter(id, form, [new Refusal("kind", T("That isn’t known of this writer (any more)."))], view, place, editor, db, vault, register, cancel);
        var written = await writes.Run((at, stop) => BanChanges.Make(at, form.Draft(form.Kind, key) with { Reply = id }, editor, clock.Now(), stop), cancel);
        if (written.Value is { } refusal) return await OfWriter(id, form, [refusal], view, place, editor, db, vault, register, cancel);
        // Back to the reply: it is where it was, and whoever goes through the queue goes on there.
        var state = await db.Set<Reply>().Where(reply => reply.Id == id).Select(reply => reply.State).FirstOrDefaultAsync(cancel);
        var filter = view.Length > 0 ? QueueFilter.Parse(view) : new QueueFilter(state);
        return new SeeOther($"{filter.Address(ReplyPlace.Parse(place), $"&banned={id:N}")}#{QueueRow.AnchorOf(id)}", written.Position, asCookie: true);
    }

    /// <summary>An address written out, alone or with the length that a network has here: whoever gives another length means another network.</summary>
    private static IPAddress? Network(string typed)
    {
        var (before, length) = typed.Split('/', 2) is [var one, var two] ? (one, two) : (typed, null);
        if (!IPAddress.TryParse(before, out var address) || address.IsIPv4MappedToIPv6) return null;
        var isV4 = address.AddressFamily == AddressFamily.InterNetwork;
        if (isV4 && address.ToString() != before) return null; // "6.9" is 6.0.0.9 to whoever parses it, and to nobody else
        return length is null || length == (isV4 ? SendingCount.NetworkBits : SendingCount.NetworkBitsV6).ToString(CultureInfo.InvariantCulture) ? address : null;
    }

    /// <summary>By what the writer of a reply can be banned; null what isn't known (any more).</summary>
    /// <param name="Proved">Came with the cookie of who proved the address.</param>
    private sealed record Writer(string? Name, string? Address, string? Network, bool Proved)
    {
        public string? Of(BanKind kind) => kind switch { BanKind.Name => Name, BanKind.Address => Address, BanKind.Reader => Proved ? Address : null, _ => Network };
    }

    private static async Task<Writer?> Find(DatelineDb db, AddressVault vault, Guid id, CancellationToken cancel)
    {
        var (traces, readers) = (db.Set<ReplyTrace>(), db.Set<Reader>());
        var row = await db.Set<Reply>().Where(reply => reply.Id == id).Select(reply => new
        {
            reply.Name,
            reply.AddressKey,
            Network = traces.Where(trace => trace.ReplyId == id).Select(trace => trace.NetworkKey).FirstOrDefault(),
            Proved = readers.Any(reader => reader.Id == reply.ReaderId && reader.VerifiedAt != null && reader.AddressKey == reply.AddressKey),
        }).FirstOrDefaultAsync(cancel);
        return row is null ? null : new Writer(row.Name.Length > 0 ? SenderKeys.Of(vault, null, "", row.Name).Name : null, row.AddressKey, row.Network, row.Proved);
    }

    /// <param name="view">Of the queue that the moderator came from, and goes on in.</param>
    private static async Task<IResult> OfWriter(Guid id, BanForm? form, IReadOnlyList<Refusal> problems, string view, string? place, Editor editor, DatelineDb db, AddressVault vault, Register register, CancellationToken cancel)
    {
        if (await ModerationQueue.Find(db, id, cancel) is not { } reply || await Find(db, vault, id, cancel) is not { } writer) return Results.NotFound();
        return new StaffPage<BanPage>(new()
        {
            [nameof(BanPage.Editor)] = editor,
            [nameof(BanPage.Book)] = await register.Book(cancel),
            [nameof(BanPage.Reply)] = reply,
            [nameof(BanPage.Form)] = form ?? new BanForm { Kind = writer.Proved ? BanKind.Reader : BanKind.Name, Label = reply.Name },
            [nameof(BanPage.IsProved)] = writer.Proved,
            [nameof(BanPage.KnowsAddress)] = writer.Address is not null,
            [nameof(BanPage.KnowsNetwork)] = writer.Network is not null,
            [nameof(BanPage.From)] = view.Length > 0 ? QueueFilter.Parse(view) : new QueueFilter(reply.State),
            [nameof(BanPage.Place)] = ReplyPlace.Parse(place),
            [nameof(BanPage.Problems)] = problems,
        }, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static async Task<IResult> List(BanForm form, IReadOnlyList<Refusal> problems, string? flash, Editor editor, DatelineDb db, Register register, TimeProvider clock, CancellationToken cancel, ReplyPlace? before = null)
    {
        var (staff, bans) = (db.Set<Staff>(), db.Set<Ban>().AsQueryable());
        if (before is { } end) bans = bans.Where(ban => ban.At < end.At || (ban.At == end.At && ban.Id < end.Id));
        var rows = await bans.OrderByDescending(ban => ban.At).ThenByDescending(ban => ban.Id).Take(PageSize + 1).Select(ban => new { Ban = ban, By = staff.Where(person => person.Id == ban.By).Select(person => person.Name).FirstOrDefault() }).ToListAsync(cancel);
        return new StaffPage<BansPage>(new()
        {
            [nameof(BansPage.Editor)] = editor,
            [nameof(BansPage.Book)] = await register.Book(cancel),
            [nameof(BansPage.Bans)] = rows.Take(PageSize).Select(row => (row.Ban, row.By ?? T("somebody who left"))).ToList(),
            [nameof(BansPage.Earlier)] = rows.Count > PageSize ? new ReplyPlace(rows[PageSize - 1].Ban.At, rows[PageSize - 1].Ban.Id) : (ReplyPlace?)null,
            [nameof(BansPage.Form)] = form,
            [nameof(BansPage.Problems)] = problems,
            [nameof(BansPage.Flash)] = flash,
            [nameof(BansPage.Now)] = clock.Now(),
        }, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }
}

/// <summary>The form of a ban, as typed.</summary>
public sealed record BanForm
{
    public BanKind Kind { get; init; } = BanKind.Address;

    /// <summary>A name, an e-mail address, or an address of the network; none where a reply says whom.</summary>
    public string Whom { get; init; } = "";

    public BanEffect Effect { get; init; } = BanEffect.Refuse;

    public string Label { get; init; } = "";

    public string Note { get; init; } = "";

    public int Days { get; init; } = 30;

    public static BanForm Of(FormFields fields) => new()
    {
        Kind = Enum.TryParse<BanKind>(fields["kind"], out var kind) && Enum.IsDefined(kind) ? kind : BanKind.Address,
        Whom = fields["whom"].Trim(),
        Effect = Enum.TryParse<BanEffect>(fields["effect"], out var effect) && Enum.IsDefined(effect) ? effect : BanEffect.Hold,
        Label = fields["label"],
        Note = fields["note"],
        Days = int.TryParse(fields["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : -1,
    };

    internal BanDraft Draft(BanKind kind, string key) => new(kind, key, Effect, Label, Note, Days);
}
