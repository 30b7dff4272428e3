namespace Dateline.Foundation.Journal;

/// <summary>What this node does of what nodes do.</summary>
/// <param name="Web">Answers readers, staff and partners.</param>
/// <param name="Worker">Does the background work: polls, follows, indexes, publishes on time, forgets.</param>
public sealed record NodeRoles(bool Web, bool Worker);

internal static class Work
{
    /// <summary>Background work that any node could do; each that is a worker does.</summary>
    public static IServiceCollection AddWork<T>(this IServiceCollection services) where T : class, IHostedService =>
        services.AddSingleton<T>().AddSingleton<IHostedService>(root => root.GetRequiredService<NodeRoles>().Worker ? root.GetRequiredService<T>() : NoWork.Instance);

    private sealed class NoWork : IHostedService
    {
        public static readonly NoWork Instance = new();

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
