using Dateline.Foundation.Storage.Postgres;
using Dateline.Foundation.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dateline.Foundation.Storage;

public static class StorageRoom
{
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions storage)
    {
        services.AddSingleton(storage);
        if (storage.OnPostgres)
        {
            services.AddPooledDbContextFactory<PostgresDatelineDb>(options => Reading(options).UseNpgsql(StorageOptions.Prepared(storage.Postgres!)));
            services.AddSingleton(root => new DatelineDbFactory(
                root.GetRequiredService<IDbContextFactory<PostgresDatelineDb>>().CreateDbContext, root.GetRequiredService<TimeProvider>()));
            services.AddSingleton<Writes>(root => new PostgresWrites(
                root.GetRequiredService<IDbContextFactory<PostgresDatelineDb>>().CreateDbContext,
                root.GetRequiredService<TimeProvider>(), root.GetRequiredService<WriteHooks>()));
        }
        else
        {
            // Each keeps a connection open; who comes when all are in use gets one that is closed again.
            services.AddPooledDbContextFactory<SqliteDatelineDb>(options => Reading(options).UseSqlite(SqliteConnections.ConnectionString(storage.SqliteFile)), poolSize: 32);
            services.AddSingleton(root =>
            {
                var contexts = root.GetRequiredService<IDbContextFactory<SqliteDatelineDb>>();
                return new DatelineDbFactory(() => contexts.CreateDbContext().On(storage.SqliteFile), root.GetRequiredService<TimeProvider>());
            });
            services.AddSingleton<Writes, SqliteWrites>();
        }
        services.AddScoped(root => root.GetRequiredService<DatelineDbFactory>().Open());
        return services;
    }

    private static DbContextOptionsBuilder Reading(DbContextOptionsBuilder options) =>
        options.UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
            // "Any so many of them" is what such a query means; an order would make the engine read them all. Whoever runs the house isn't to be told.
            .ConfigureWarnings(warnings => warnings.Log((CoreEventId.RowLimitingOperationWithoutOrderByWarning, LogLevel.Debug)));
}
