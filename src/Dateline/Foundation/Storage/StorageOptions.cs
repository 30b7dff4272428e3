namespace Dateline.Foundation.Storage;

/// <summary>Where the data lives: a folder (always: keys, and the SQLite file) and, when it grew, a PostgreSQL.</summary>
public sealed record StorageOptions(string DataFolder, string? Postgres)
{
    public bool OnPostgres => Postgres is not null;

    public string SqliteFile => Path.Combine(DataFolder, "dateline.db");

    public string KeysFolder => Path.Combine(DataFolder, "keys");
}
