using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Dateline.Foundation.Storage.Sqlite;

internal sealed class SqliteDatelineDb(DbContextOptions<SqliteDatelineDb> options) : DatelineDb(options)
{
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
