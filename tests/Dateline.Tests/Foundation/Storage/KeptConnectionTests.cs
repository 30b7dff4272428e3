using System.Data;
using Dateline.Foundation.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Dateline.Tests.Foundation.Storage;

public sealed class KeptConnectionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("dateline-kept-").FullName;
    private readonly KeptConnection _connection;
    private int _read;

    public KeptConnectionTests()
    {
        _connection = new KeptConnection(SqliteConnections.ConnectionString(Path.Combine(_folder, "house.db")));
        _connection.Open();
        Run("CREATE TABLE words (id INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE)");
        foreach (var word in new[] { "ferry", "harbour", "tide" }) Run("INSERT INTO words (word) VALUES (@word)", word);
        raw.sqlite3_set_authorizer(_connection.Handle, (strdelegate_authorizer)((_, _, _, _, _, _) => // SQLite asks it while it reads a statement, and never while it runs one
        {
            _read++;
            return raw.SQLITE_OK;
        }), null);
    }

    public void Dispose()
    {
        _connection.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_statement_is_read_once_however_often_it_is_asked_and_the_connection_opened()
    {
        Assert.Equal(1L, IdOf("ferry"));
        Assert.NotEqual(0, _read);
        _read = 0;
        for (var round = 0; round < 3; round++)
        {
            _connection.Close();
            Assert.Equal(ConnectionState.Closed, _connection.State);
            Assert.Throws<InvalidOperationException>(() => IdOf("tide"));
            _connection.Open();
            Assert.Equal(3L, IdOf("tide")); // with its own value, not with the one before
            Assert.Equal(2L, IdOf("harbour"));
            Assert.Null(IdOf("gale"));
        }
        Assert.Equal(0, _read);
    }

    [Fact]
    public void A_value_that_is_missing_is_missed_although_the_one_before_had_it()
    {
        Assert.Equal(1L, IdOf("ferry"));
        using var command = Ask("SELECT id FROM words WHERE word = @word");
        Assert.Throws<InvalidOperationException>(() => command.ExecuteScalar());
        Assert.Equal(2L, IdOf("harbour"));
    }

    [Fact]
    public void Two_readers_of_one_text_do_not_disturb_each_other()
    {
        using var one = Ask("SELECT word FROM words ORDER BY id");
        using var other = Ask("SELECT word FROM words ORDER BY id");
        using var first = one.ExecuteReader();
        Assert.True(first.Read());
        using var second = other.ExecuteReader();
        Assert.True(second.Read() && second.Read());
        Assert.True(first.Read());
        Assert.Equal(("harbour", "harbour"), (first.GetString(0), second.GetString(0)));
        Assert.True(second.Read());
        Assert.Equal(("harbour", "tide"), (first.GetString(0), second.GetString(0)));
    }

    [Fact]
    public void What_was_refused_can_be_asked_again()
    {
        for (var round = 0; round < 2; round++)
            Assert.Equal(raw.SQLITE_CONSTRAINT, Assert.Throws<SqliteException>(() => Run("INSERT INTO words (word) VALUES (@word)", "tide")).SqliteErrorCode);
        Run("INSERT INTO words (word) VALUES (@word)", "gale");
        Assert.Equal(4L, IdOf("gale"));
    }

    [Fact]
    public void A_table_that_changes_shape_is_read_anew()
    {
        using (var before = Ask("SELECT * FROM words").ExecuteReader()) Assert.Equal(2, before.FieldCount);
        Run("ALTER TABLE words ADD COLUMN language TEXT NOT NULL DEFAULT 'en'");
        using var after = Ask("SELECT * FROM words").ExecuteReader();
        Assert.True(after.Read());
        Assert.Equal("en", after.GetString(2));
    }

    /// <summary>A reader that stays open holds an old state of the file, and the log could never be cut.</summary>
    [Fact]
    public void A_reader_and_a_transaction_that_were_left_end_with_the_use()
    {
        for (var round = 0; round < 3; round++)
        {
            var left = Ask("SELECT word FROM words").ExecuteReader();
            Assert.True(left.Read());
            _connection.Close();
            Assert.True(CanCut());
            _connection.Open();
        }

        _connection.BeginTransaction();
        Run("INSERT INTO words (word) VALUES ('lost')");
        _connection.Close();
        Assert.True(CanCut());
        _connection.Open();
        Assert.Null(IdOf("lost"));
        Assert.Equal(1L, IdOf("ferry"));
    }

    [Fact]
    public void A_command_that_outlives_the_use_it_was_made_in_runs_in_the_next()
    {
        using var command = Ask("SELECT count(*) FROM words");
        Assert.Equal(3L, command.ExecuteScalar());
        _connection.Close();
        _connection.Open();
        Assert.Equal(3L, command.ExecuteScalar());
        Assert.Equal(1L, IdOf("ferry"));
    }

    [Fact]
    public void One_that_could_not_be_told_all_is_told_at_the_next_use()
    {
        var file = Path.Combine(_folder, "torn.db");
        File.WriteAllText(file, "this is no database, and longer than the head of one: " + new string('x', 200));
        using var torn = new KeptConnection(SqliteConnections.ConnectionString(file));
        Assert.Throws<SqliteException>(torn.Open);
        Assert.Equal(ConnectionState.Closed, torn.State);
        Assert.Throws<SqliteException>(torn.Open);
        File.Delete(file);
        SqliteConnection.ClearPool(torn); // its handle is of the file that is gone
        torn.Open();
        using var command = torn.CreateCommand();
        command.CommandText = "PRAGMA foreign_keys";
        Assert.Equal(1L, command.ExecuteScalar());
    }

    [Fact]
    public void More_statements_than_are_kept_are_answered_all_the_same()
    {
        for (var round = 0; round < 2; round++)
            for (var at = 0; at < 300; at++)
            {
                using var command = Ask($"SELECT {at} + id FROM words WHERE id = 1");
                Assert.Equal(at + 1L, command.ExecuteScalar());
            }
        Assert.Equal(2L, IdOf("harbour"));
    }

    private bool CanCut()
    {
        using var other = new SqliteConnection(SqliteConnections.ConnectionString(Path.Combine(_folder, "house.db")));
        other.Open();
        using (var write = other.CreateCommand())
        {
            write.CommandText = "CREATE TABLE IF NOT EXISTS more (id INTEGER); INSERT INTO more VALUES (1)";
            write.ExecuteNonQuery();
        }
        using var command = other.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=0; PRAGMA wal_checkpoint(TRUNCATE)";
        using var answer = command.ExecuteReader();
        while (answer.FieldCount < 3) Assert.True(answer.NextResult());
        return answer.Read() && answer.GetInt64(0) == 0;
    }

    private SqliteCommand Ask(string text)
    {
        var command = _connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    private void Run(string text, string? word = null)
    {
        using var command = Ask(text);
        if (word is not null) command.Parameters.AddWithValue("@word", word);
        command.ExecuteNonQuery();
    }

    private object? IdOf(string word)
    {
        using var command = Ask("SELECT id FROM words WHERE word = @word");
        command.Parameters.AddWithValue("@word", word);
        return command.ExecuteScalar();
    }
}
