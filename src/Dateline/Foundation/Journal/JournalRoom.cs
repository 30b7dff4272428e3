using Dateline.Foundation.Storage;

namespace Dateline.Foundation.Journal;

public static class JournalRoom
{
    public static IServiceCollection AddJournal(this IServiceCollection services, NodeRoles roles)
    {
        services.AddSingleton(roles);
        services.AddSingleton<JournalSignal>();
        services.AddSingleton(root => new WriteHooks(JournalEngine.Write, root.GetRequiredService<JournalSignal>().Raise));
        services.AddSingleton<NodeJournal>();
        services.AddHostedService(root => root.GetRequiredService<NodeJournal>());
        services.AddHostedService<JournalWakeUp>();
        services.AddRetention("facts of the journal", JournalRetention.Period, JournalRetention.Forget);
        services.AddWork<Pruning>();
        return services;
    }
}
