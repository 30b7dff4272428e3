namespace Dateline.Foundation.Storage;

/// <summary>Where the data lives: a folder (always: keys, and the SQLite file) and, when it grew, a PostgreSQL.</summary>
/// <param name="InPassing">A verb of the command line goes through the data once: what it has seen isn't kept in memory for whoever asks next.</param>
/// <param name="Keys">Where the keys lie, if not in the data folder: nodes that share a database share them.</param>
public sealed record StorageOptions(string DataFolder, string? Postgres, string? Keys = null, bool InPassing = false)
{
    public bool OnPostgres => Postgres is not null;

    public string SqliteFile => Path.Combine(DataFolder, "dateline.db");

    public string KeysFolder => Keys ?? Path.Combine(DataFolder, "keys");

    /// <summary>
    /// With the queries that come again and again prepared on the server, where planning a story's joins takes longer than
    /// running them, and without a reset between two uses of a connection: nothing here sets anything on one, and the one
    /// lock that stays on a connection is given back by name. Whoever says otherwise in the connection string is obeyed.
    /// </summary>
    internal static string Prepared(string postgres)
    {
        // Npgsql's own builder "contains" each keyword that it knows, said or not.
        var said = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = postgres };
        bool Says(string keyword) => said.ContainsKey(keyword) || said.ContainsKey(keyword.Replace(" ", "", StringComparison.Ordinal));
        var connection = new Npgsql.NpgsqlConnectionStringBuilder(postgres);
        if (!Says("Max Auto Prepare")) connection.MaxAutoPrepare = 100;
        if (!Says("No Reset On Close")) connection.NoResetOnClose = true;
        return connection.ConnectionString;
    }

    /// <summary>Null, or the sentence that says what is wrong with a connection string.</summary>
    public static string? ConnectionRefusal(string postgres)
    {
        try
        {
            return new Npgsql.NpgsqlConnectionStringBuilder(postgres).Host is { Length: > 0 } ? null
                : "--postgres: name a host, like 'Host=db.example.org;Database=dateline;Username=dateline;Password=…'.";
        }
        catch (ArgumentException failure)
        {
            return $"--postgres: {failure.Message} Write it like 'Host=db.example.org;Database=dateline;Username=dateline;Password=…'.";
        }
    }
}
