using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Dateline.Foundation.Storage.Postgres;

internal sealed class PostgresDatelineDb(DbContextOptions<PostgresDatelineDb> options) : DatelineDb(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    protected override string LetterCollation => "C";

    // timestamptz takes UTC only; what a wire sent in its own zone is the same instant.
    private sealed class UtcConverter() : Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter<DateTimeOffset, DateTimeOffset>(
        instant => instant.ToUniversalTime(), instant => instant);
}

/// <summary>For <c>dotnet ef</c> alone: writes this engine's migrations without a running program.</summary>
internal sealed class PostgresDesignTime : IDesignTimeDbContextFactory<PostgresDatelineDb>
{
    public PostgresDatelineDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresDatelineDb>().UseNpgsql("Host=localhost").Options);
}
