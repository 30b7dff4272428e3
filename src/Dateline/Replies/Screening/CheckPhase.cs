namespace Dateline.Replies.Screening;

/// <summary>
/// Services outside that are asked about a reply which nothing here spoke against, when an administrator set them up. The reader
/// doesn't wait for them: the reply does (<see cref="ReplyCheck"/>), and goes on waiting for a moderator if they don't answer.
/// </summary>
internal sealed class CheckPhase(CurrentSettings settings) : IPhase
{
    /// <summary>The rule by which a reply waits for an answer from outside.</summary>
    public const string Asked = "checking";
    public const string Akismet = "akismet", Webhook = "webhook";

    public string Name => "checks";

    public int Version => 1;

    public async ValueTask<Finding> Look(Candidate candidate, CancellationToken cancel)
    {
        var set = await settings.Now(cancel);
        string[] services = [.. new[] { set.AkismetUrl is null ? null : Akismet, set.WebhookUrl is null ? null : Webhook }.OfType<string>()];
        return services.Length == 0 ? this.Pass() : this.Hold(Asked, words: services);
    }
}
