namespace Dateline.Foundation.Storage;

/// <summary>Where the data lives: a folder (always: keys, and the SQLite file) and, when it grew, a PostgreSQL.</summary>
/// <param name="Keys">Where the keys lie, if not in the data folder: nodes that share a database share them.</param>
public sealed record StorageOptions(string DataFolder, string? Postgres, string? Keys = null)
{
    public bool OnPostgres => Postgres is not null;

    public string SqliteFile => Path.Combine(DataFolder, "dateline.db");

    public string KeysFolder => Keys ?? Path.Combine(DataFolder, "keys");
}
