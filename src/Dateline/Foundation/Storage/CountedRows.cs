using System.Data.Common;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dateline.Foundation.Storage;

/// <summary>A row that counts what happened of one kind within one minute; <see cref="Key"/> and <see cref="Minute"/> are its key.</summary>
internal interface ICountedRow
{
    string Key { get; }

    /// <summary>Minutes since 1970.</summary>
    long Minute { get; }

    int Count { get; }
}

/// <summary>
/// Counts in the database, so that all nodes count together: one statement for all keys of a moment, which begins a row with
/// one or adds one to it. Both engines have the same words for it (SQLite since 3.35).
/// </summary>
internal static class CountedRows
{
    /// <summary>Counts one more of each key, within the transaction that is open; how many there are now, by key.</summary>
    public static Task<IReadOnlyDictionary<string, int>> AddOne<T>(DatelineDb db, IReadOnlyCollection<string> keys, long minute, CancellationToken cancel) where T : class, ICountedRow =>
        Counted(Command<T>(db, keys, minute), cancel);

    /// <summary>As <see cref="AddOne"/>, outside of any transaction and without waiting for the disk: see <see cref="Writes.CountAside"/>. In PostgreSQL's own words.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> AddAside<T>(DatelineDb db, IReadOnlyCollection<string> keys, long minute, int by, CancellationToken cancel) where T : class, ICountedRow
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            return await Counted(Command<T>(db, keys, minute, by, isAside: true), cancel);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static async Task<IReadOnlyDictionary<string, int>> Counted(DbCommand command, CancellationToken cancel)
    {
        await using var asked = command;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        await using var rows = await asked.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) counts[rows.GetString(0)] = rows.GetInt32(1);
        return counts;
    }

    private static DbCommand Command<T>(DatelineDb db, IReadOnlyCollection<string> keys, long minute, int by = 1, bool isAside = false) where T : class, ICountedRow
    {
        var kind = db.Model.FindEntityType(typeof(T)) ?? throw new NotSupportedException($"{typeof(T).Name} has no table.");
        var quoting = db.GetService<ISqlGenerationHelper>();
        var table = quoting.DelimitIdentifier(kind.GetTableName()!, kind.GetSchema());
        string Column(string property) => quoting.DelimitIdentifier(kind.FindProperty(property)!.GetColumnName());
        var (key, slot, count) = (Column(nameof(ICountedRow.Key)), Column(nameof(ICountedRow.Minute)), Column(nameof(ICountedRow.Count)));

        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        var text = new StringBuilder($"INSERT INTO {table} ({key}, {slot}, {count}) {(isAside ? "SELECT one.k, one.m, @by FROM (VALUES " : "VALUES ")}");
        var number = 0;
        // In one order: two who count the same keys at once never wait for each other crosswise.
        foreach (var one in keys.Order(StringComparer.Ordinal))
        {
            text.Append(number == 0 ? "" : ", ").Append(System.Globalization.CultureInfo.InvariantCulture, $"(@k{number}, @m{(isAside ? "" : ", @by")})");
            Add(command, $"@k{number++}", one);
        }
        Add(command, "@m", minute);
        Add(command, "@by", by);
        if (isAside) text.Append(") AS one (k, m), (SELECT set_config('synchronous_commit', 'off', true)) AS soon"); // of this statement alone, whose commit it is
        command.CommandText = text.Append($" ON CONFLICT ({key}, {slot}) DO UPDATE SET {count} = {table}.{count} + @by RETURNING {key}, {count}").ToString();
        return command;
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
