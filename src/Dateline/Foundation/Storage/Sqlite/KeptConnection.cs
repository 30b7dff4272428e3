using System.Data;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Dateline.Foundation.Storage.Sqlite;

/// <summary>
/// A connection that stays open between two uses and keeps its statements as SQLite has read them: to read and plan a statement takes as long
/// as to run it. Who has a context has a connection, and Entity Framework opens and closes it for every question. Each text is of our own
/// queries, so there are few; the values of one are bound anew each time.
/// </summary>
/// <param name="writes">It is the one that writes for readers, for as long as the program runs.</param>
internal sealed class KeptConnection(string connectionString, bool writes = false) : SqliteConnection(connectionString)
{
    /// <summary>With more it begins anew.</summary>
    private const int MostStatements = 128;

    /// <summary>A longer text is somebody's list of values, and doesn't come again.</summary>
    private const int LongestKept = 20_000;

    private readonly string _file = new SqliteConnectionStringBuilder(connectionString).DataSource;
    private readonly Dictionary<string, SqliteCommand> _idle = new(StringComparer.Ordinal);
    private int _running;
    private bool _inUse;

    public override ConnectionState State => _inUse ? base.State : ConnectionState.Closed;

    public override void Open()
    {
        if (_inUse) return;
        var isNew = base.State != ConnectionState.Open;
        if (isNew) base.Open();
        else SqliteConnections.IsThere(_file);
        _inUse = true;
        if (!isNew) return;
        try
        {
            SqliteConnections.Prepare(this, writes);
        }
        catch
        {
            End(); // one that wasn't told all isn't used
            throw;
        }
    }

    /// <summary>What somebody left unfinished ends here, as on every connection: a transaction, or a reader that would hold on to an old state of the file.</summary>
    public override void Close()
    {
        if (!_inUse) return;
        if (Transaction is not null || _running > 0) End();
        _inUse = false;
    }

    public override SqliteCommand CreateCommand() => new Command(this) { Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction };

    protected override void Dispose(bool disposing)
    {
        if (disposing && base.State == ConnectionState.Open)
        {
            _inUse = true;
            End();
        }
        base.Dispose(disposing);
    }

    private void End()
    {
        _idle.Clear();
        base.Close(); // ends every command that it knows
        _idle.Clear(); // what those that still ran gave back has ended too
        (_running, _inUse) = (0, false);
    }

    private SqliteCommand Take(string text)
    {
        _running++;
        return _idle.Remove(text, out var ready) ? ready : new SqliteCommand(text, this);
    }

    private void Give(string text, SqliteCommand ready, bool keep)
    {
        if (base.State != ConnectionState.Open) return; // it ended with the connection
        _running--;
        ready.Parameters.Clear();
        if (_idle.Count >= MostStatements)
        {
            foreach (var old in _idle.Values) old.Dispose();
            _idle.Clear();
        }
        if (!keep || text.Length > LongestKept || !_idle.TryAdd(text, ready)) ready.Dispose();
    }

    /// <summary>What Entity Framework makes for each question and throws away: it runs a command that is kept.</summary>
    private sealed class Command(KeptConnection connection) : SqliteCommand
    {
        private SqliteCommand? _ready;

        [AllowNull]
        public override string CommandText
        {
            get => base.CommandText;
            set
            {
                if (value != base.CommandText) Return(keep: true);
                base.CommandText = value;
            }
        }

        /// <summary>It is prepared when it first runs.</summary>
        public override void Prepare()
        {
        }

        public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
        {
            _ready ??= connection.Take(CommandText);
            _ready.Parameters.Clear();
            foreach (SqliteParameter parameter in Parameters) _ready.Parameters.Add(parameter);
            (_ready.Transaction, _ready.CommandTimeout) = (Transaction, CommandTimeout);
            try
            {
                return _ready.ExecuteReader(behavior);
            }
            catch
            {
                Return(keep: false);
                throw;
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing) Return(keep: true);
            base.Dispose(disposing);
        }

        private void Return(bool keep)
        {
            if (_ready is not { } ready) return;
            _ready = null;
            connection.Give(CommandText, ready, keep);
        }
    }
}
