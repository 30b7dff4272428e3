using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Dateline.Foundation.Storage.Sqlite;

internal sealed class SqliteDatelineDb(DbContextOptions<SqliteDatelineDb> options) : DatelineDb(options)
{
    private bool _hasConnection;

    /// <summary>A context of the pool gets its connection once, and keeps it.</summary>
    public SqliteDatelineDb On(string file)
    {
        if (!_hasConnection) Database.SetDbConnection(new KeptConnection(SqliteConnections.ConnectionString(file)), contextOwnsConnection: true);
        _hasConnection = true;
        return this;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantConverter>();
    }
}

/// <summary>For <c>dotnet ef</c> alone: writes this engine's migrations without a running program.</summary>
internal sealed class SqliteDesignTime : IDesignTimeDbContextFactory<SqliteDatelineDb>
{
    public SqliteDatelineDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteDatelineDb>().UseSqlite("Data Source=:memory:").Options);
}
