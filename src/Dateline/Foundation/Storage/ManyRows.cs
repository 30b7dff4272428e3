using System.Collections.Concurrent;
using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dateline.Foundation.Storage;

/// <summary>
/// Inserts rows of one kind, up to fifty with a statement and none of them tracked: several times as fast as the change
/// tracker, for whoever fills a table or writes often. By the same mapping, so only for kinds whose columns are all plain properties.
/// </summary>
internal static class ManyRows
{
    private const int RowsInOne = 50; // SQLite takes 32,766 parameters in a statement, PostgreSQL 65,535
    private static readonly ConditionalWeakTable<IModel, ConcurrentDictionary<Type, Kind>> Kinds = [];

    /// <summary>Writes within the transaction that is open.</summary>
    /// <exception cref="NotSupportedException">The kind has parts that are no plain columns.</exception>
    public static async Task Insert<T>(DatelineDb db, IReadOnlyList<T> rows, CancellationToken cancel) where T : class
    {
        var kind = KindOf<T>(db);
        for (var begin = 0; begin < rows.Count;)
        {
            var count = Kind.Next(rows.Count - begin);
            await using var command = kind.Command(db, count);
            for (; begin + count <= rows.Count; begin += count)
            {
                kind.Fill(command, rows, begin, count);
                await command.ExecuteNonQueryAsync(cancel);
            }
        }
    }

    /// <summary>As <see cref="Insert"/>, for a kind whose key is a number that the engine gives; the highest that it gave.</summary>
    /// <param name="first">A statement that goes before each, in the same round trip; "" for none.</param>
    public static async Task<long> InsertNumbered<T>(DatelineDb db, IReadOnlyList<T> rows, string first, CancellationToken cancel) where T : class
    {
        var kind = KindOf<T>(db);
        var highest = 0L;
        for (int begin = 0, count; begin < rows.Count; begin += count)
        {
            count = Kind.Next(rows.Count - begin);
            await using var command = kind.Command(db, count, first, $" RETURNING {kind.Number}");
            kind.Fill(command, rows, begin, count);
            await using var given = await command.ExecuteReaderAsync(cancel);
            if (first.Length > 0) await given.NextResultAsync(cancel);
            while (await given.ReadAsync(cancel)) highest = Math.Max(highest, given.GetInt64(0));
        }
        return highest;
    }

    private static Kind KindOf<T>(DatelineDb db) => Kinds.GetOrCreateValue(db.Model).GetOrAdd(typeof(T), static (type, db) => Kind.Of(db, type), db);

    private sealed record Kind(IReadOnlyList<Column> Columns, string Into, IReadOnlyList<string> Names, string? Number)
    {
        private readonly ConcurrentDictionary<int, string> _texts = new();

        public static Kind Of(DatelineDb db, Type type)
        {
            var quoting = db.GetService<ISqlGenerationHelper>();
            var kind = db.Model.FindEntityType(type) ?? throw new NotSupportedException($"{type.Name} has no table.");
            if (kind.GetComplexProperties().Any() || kind.GetReferencingForeignKeys().Any(key => key.IsOwnership))
                throw new NotSupportedException($"{type.Name} has parts that are no plain columns.");
            var table = StoreObjectIdentifier.Create(kind, StoreObjectType.Table)!.Value;
            string Name(IProperty property) => quoting.DelimitIdentifier(property.GetColumnName(table)!);
            var number = kind.GetProperties().SingleOrDefault(property => property.IsPrimaryKey() && property.ClrType == typeof(long) && property.ValueGenerated == ValueGenerated.OnAdd);
            Column[] columns = [.. kind.GetProperties().Where(property => property != number).Select(property => new Column(Name(property), property.GetRelationalTypeMapping(), property.GetGetter(), property.IsNullable))];
            string[] names = [.. Enumerable.Range(0, columns.Length * RowsInOne).Select(at => quoting.GenerateParameterName($"p{at}"))];
            return new Kind(columns, $"INSERT INTO {quoting.DelimitIdentifier(kind.GetTableName()!, kind.GetSchema())} ({string.Join(", ", columns.Select(column => column.Name))}) VALUES ", names, number is null ? null : Name(number));
        }

        /// <summary>How many of so many go into one statement: of every kind there are few texts, which the engine has read before.</summary>
        public static int Next(int left) => left <= 8 ? left : left < 16 ? 8 : left < 32 ? 16 : left < RowsInOne ? 32 : RowsInOne;

        public DbCommand Command(DatelineDb db, int rows, string before = "", string after = "")
        {
            var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            for (var at = 0; at < rows * Columns.Count; at++)
            {
                var column = Columns[at % Columns.Count];
                command.Parameters.Add(column.Mapping.CreateParameter(command, Names[at], null, column.IsNullable));
            }
            command.CommandText = before + _texts.GetOrAdd(rows, Text) + after;
            return command;
        }

        public void Fill<T>(DbCommand command, IReadOnlyList<T> rows, int begin, int count) where T : class
        {
            for (var row = 0; row < count; row++)
                for (var column = 0; column < Columns.Count; column++)
                    command.Parameters[(row * Columns.Count) + column].Value = Columns[column].Of(rows[begin + row]);
        }

        private string Text(int rows)
        {
            var text = new StringBuilder(Into);
            for (var row = 0; row < rows; row++)
                text.Append(row == 0 ? "(" : ", (").AppendJoin(", ", Names.Skip(row * Columns.Count).Take(Columns.Count)).Append(')');
            return text.ToString();
        }
    }

    private sealed record Column(string Name, RelationalTypeMapping Mapping, IClrPropertyGetter Getter, bool IsNullable)
    {
        public object Of(object row)
        {
            var value = Getter.GetClrValueUsingContainingEntity(row);
            return (value is not null && Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value) ?? DBNull.Value;
        }
    }
}
