using System.Security.Cryptography;
using Dateline.Foundation.Fetching;
using Dateline.Foundation.Pages;
using Dateline.Foundation.Storage;
using Dateline.People;
using Dateline.Replies.Moderation;
using Dateline.Replies.Screening;
using Dateline.Stories;

namespace Dateline.Replies.Checks;

/// <summary>/desk/replies/checks: services outside that are asked about replies. None is, until an administrator says so.</summary>
internal static class ChecksRoute
{
    public static async Task<IResult> Get(string? said, Editor editor, Register register, CurrentSettings settings, CancellationToken cancel) =>
        await Page(CheckForm.Of(await settings.Now(cancel)), [], said == "set" ? N("Set; it holds for replies from now on.") : null, null, editor, register, settings, cancel);

    // POST /desk/replies/checks
    public static async Task<IResult> Set(FormFields fields, Editor editor, Writes writes, Register register, CurrentSettings settings, CheckSecrets secrets, TimeProvider clock, CancellationToken cancel)
    {
        var form = CheckForm.Of(fields);
        var now = await settings.Now(cancel);
        if (form.Check(now) is { Count: > 0 } problems) return await Page(form, problems, null, null, editor, register, settings, cancel);
        // Made by us, and shown this once.
        var secret = form.Webhook.Length > 0 && (fields.Has("renew") || now.WebhookSecret is null) ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32)) : null;
        var (hiddenKey, hiddenSecret) = (form.Key.Length > 0 ? secrets.Hide(form.Key) : null, secret is null ? null : secrets.Hide(secret));
        var position = await writes.Run((db, stop) => SettingsChanges.Change(db, set =>
        {
            (set.AkismetUrl, set.AkismetKey) = form.Akismet.Length > 0 ? (form.Akismet, hiddenKey ?? set.AkismetKey) : (null, null);
            (set.WebhookUrl, set.WebhookSecret) = form.Webhook.Length > 0 ? (form.Webhook, hiddenSecret ?? set.WebhookSecret) : (null, null);
            set.PrivatePlaces = form.Places.Length > 0 ? form.Places : null;
        }, "checks", editor, clock.Now(), stop), cancel);
        return secret is null ? new SeeOther("/desk/replies/checks?said=set", position, asCookie: true)
            : await Page(form with { Key = "" }, [], N("Set. Copy the webhook’s secret now: it isn’t shown again."), secret, editor, register, settings, cancel);
    }

    private static async Task<IResult> Page(CheckForm form, IReadOnlyList<Refusal> problems, string? flash, string? secret, Editor editor, Register register, CurrentSettings settings, CancellationToken cancel) =>
        new StaffPage<ChecksPage>(new()
        {
            [nameof(ChecksPage.Editor)] = editor,
            [nameof(ChecksPage.Book)] = await register.Book(cancel),
            [nameof(ChecksPage.Form)] = form,
            [nameof(ChecksPage.HasKey)] = (await settings.Now(cancel)).AkismetKey is not null,
            [nameof(ChecksPage.Secret)] = secret,
            [nameof(ChecksPage.Problems)] = problems,
            [nameof(ChecksPage.Flash)] = flash,
        }, problems.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
}

/// <summary>The form of the checks, as typed. Secrets go in and don't come out.</summary>
public sealed record CheckForm(string Akismet, string Key, string Webhook, string Places)
{
    internal static CheckForm Of(FormFields fields) => new(fields["akismet"].Trim(), fields["key"].Trim(), fields["webhook"].Trim(), fields["places"].Trim());

    internal static CheckForm Of(ScreeningSettings set) => new(set.AkismetUrl ?? "", "", set.WebhookUrl ?? "", set.PrivatePlaces ?? "");

    internal IReadOnlyList<Refusal> Check(ScreeningSettings now)
    {
        var problems = new List<Refusal>();
        void Address(string field, string typed)
        {
            if (typed.Length > 0 && (typed.Length > ScreeningSettings.LongestAddress || !Uri.TryCreate(typed, UriKind.Absolute, out var uri) || WebAddress.Refuse(uri) is not null))
                problems.Add(new(field, T("Give a whole address that begins with https:// or http://.")));
        }
        Address("akismet", Akismet);
        Address("webhook", Webhook);
        if (Akismet.Length > 0 && Key.Length == 0 && now.AkismetKey is null) problems.Add(new("key", T("The check needs its key.")));
        if (Key.Length > ScreeningSettings.LongestSecret) problems.Add(new("key", T("Up to {0} characters.", ScreeningSettings.LongestSecret)));
        if (Places.Length > ScreeningSettings.LongestPlaces) problems.Add(new("places", T("Up to {0} characters.", ScreeningSettings.LongestPlaces)));
        return problems;
    }
}
