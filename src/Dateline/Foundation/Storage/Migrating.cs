using Microsoft.EntityFrameworkCore;

namespace Dateline.Foundation.Storage;

/// <summary>Brings the schema up to this program's at start; a schema newer than the program is refused.</summary>
public static class Migrating
{
    /// <summary>Null, or the sentence that says why the database can't be used.</summary>
    public static async Task<string?> Migrate(DatelineDb db, CancellationToken cancel)
    {
        try
        {
            return await Apply(db, cancel);
        }
        catch (Npgsql.NpgsqlException failure)
        {
            return $"--postgres: the database can't be used ({failure.Message}).";
        }
        catch (Microsoft.Data.Sqlite.SqliteException failure)
        {
            return $"The database file can't be used ({failure.Message}).";
        }
    }

    private static async Task<string?> Apply(DatelineDb db, CancellationToken cancel)
    {
        var known = db.Database.GetMigrations().ToHashSet();
        var applied = await Applied(db, cancel);
        if (applied.FirstOrDefault(name => !known.Contains(name)) is { } newer)
            return $"The database was made by a newer Dateline (it has the change '{newer}' that this program doesn't know). "
                + "Run that version, or restore the backup taken before the upgrade.";

        if (applied.Count < known.Count) await db.Database.MigrateAsync(cancel); // EF holds its migration lock meanwhile
        return null;
    }

    private static async Task<List<string>> Applied(DatelineDb db, CancellationToken cancel)
    {
        try { return [.. await db.Database.GetAppliedMigrationsAsync(cancel)]; }
        catch (Npgsql.PostgresException missing) when (missing.SqlState == Npgsql.PostgresErrorCodes.InvalidCatalogName) { return []; }
    }
}
