using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Dateline.Foundation.Storage;
using Dateline.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dateline.Operating.Moving;

/// <param name="Addresses">Readers' and staff's addresses in plain.</param>
/// <param name="Pictures">The bytes of pictures, in base 64.</param>
internal sealed record ExportOptions(bool Addresses = false, bool Pictures = false);

/// <summary>
/// <c>dateline export</c>: everything as JSON Lines, one row a line, all of one moment, in constant memory. The shape is promised
/// in docs/contracts/export.md.
/// </summary>
internal sealed class ExportHouse(IServiceProvider services, ExportOptions options)
{
    public const int Format = 1;
    private readonly AddressVault _vault = services.GetRequiredService<AddressVault>();

    /// <summary>Into a file that is there whole or not at all; <c>-</c> or null is standard output.</summary>
    public async Task<int> Run(string? path, CancellationToken cancel)
    {
        if (path is null or "-")
        {
            await using var output = Console.OpenStandardOutput();
            await Write(output, cancel);
            return 0;
        }
        var beginning = path + ".part";
        try
        {
            var create = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) create.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite; // what isn't public is in it
            await using (var file = new FileStream(beginning, create))
            {
                var rows = await Write(file, cancel);
                file.Flush(flushToDisk: true);
                await Console.Error.WriteLineAsync($"{rows.ToString("N0", CultureInfo.InvariantCulture)} rows in {path}.");
            }
            File.Move(beginning, path, overwrite: true);
            return 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            if (File.Exists(beginning)) File.Delete(beginning);
            await Console.Error.WriteLineAsync($"{path}: {failure.Message}");
            return 1;
        }
    }

    public async Task<long> Write(Stream output, CancellationToken cancel)
    {
        await using var db = services.GetRequiredService<DatelineDbFactory>().Open();
        await using var moment = await OneMoment.Begin(db, cancel);
        var kinds = db.Model.GetEntityTypes().ToDictionary(kind => kind.GetTableName()!, StringComparer.Ordinal);
        var lines = new BufferedStream(output, 1 << 16); // not closed: the output is the caller's
        Line(lines, json =>
        {
            json.WriteString("kind", "dateline");
            json.WriteNumber("format", Format);
            json.WriteString("at", services.GetRequiredService<TimeProvider>().Now().UtcDateTime);
        });
        long rows = 0;
        foreach (var (table, withheld) in ExportedTables.Taken)
        {
            var columns = Columns(kinds[table], withheld);
            await foreach (var row in Rows(db, kinds[table], cancel))
            {
                Line(lines, json => Write(json, table, columns, row));
                rows++;
            }
        }
        await lines.FlushAsync(cancel);
        return rows;
    }

    private IReadOnlyList<IProperty> Columns(IEntityType kind, IReadOnlyList<string> withheld) =>
    [
        .. kind.GetProperties().Where(column => !ExportedTables.Withheld.Contains(column.Name) && !withheld.Contains(column.Name, StringComparer.Ordinal)
            && (options.Addresses || (column.Name != ExportedTables.Cipher && !ExportedTables.Addresses.Contains(column.Name)))
            && (options.Pictures || column.ClrType != typeof(byte[]) || column.Name == ExportedTables.Cipher)),
    ];

    private void Write(Utf8JsonWriter json, string table, IReadOnlyList<IProperty> columns, object row)
    {
        json.WriteString("kind", table);
        foreach (var column in columns)
        {
            if (column.GetGetter().GetClrValueUsingContainingEntity(row) is not { } value) continue;
            if (column.Name == ExportedTables.Cipher)
            {
                if (_vault.Show((byte[])value) is { } address) json.WriteString("email", address);
                continue;
            }
            json.WritePropertyName(ExportedTables.Member(table, column.Name));
            Write(json, column, value);
        }
    }

    private static void Write(Utf8JsonWriter json, IProperty column, object value)
    {
        switch (value)
        {
            case Enum one: json.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(one.ToString())); break;
            case DateTimeOffset at: json.WriteStringValue(at.UtcDateTime); break;
            case DateOnly day: json.WriteStringValue(day.ToString("O", CultureInfo.InvariantCulture)); break;
            case Guid id: json.WriteStringValue(id); break;
            case bool yes: json.WriteBooleanValue(yes); break;
            case int number: json.WriteNumberValue(number); break;
            case long number: json.WriteNumberValue(number); break;
            case double number: json.WriteNumberValue(number); break;
            case byte[] bytes: json.WriteBase64StringValue(bytes); break;
            case string text: json.WriteStringValue(text); break;
            // Lists and trees are kept as JSON.
            default:
                var kept = (string?)column.GetTypeMapping().Converter?.ConvertToProvider(value) ?? throw new NotSupportedException($"{column.DeclaringType.Name}.{column.Name} has no form in the export.");
                if (kept.Length == 0) json.WriteNullValue();
                else json.WriteRawValue(kept);
                break;
        }
    }

    private static void Line(BufferedStream lines, Action<Utf8JsonWriter> write)
    {
        using (var json = new Utf8JsonWriter(lines, ReadFiles.Plainly))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }
        lines.WriteByte((byte)'\n');
    }

    private static IAsyncEnumerable<object> Rows(DatelineDb db, IEntityType kind, CancellationToken cancel) =>
        (IAsyncEnumerable<object>)Of.MakeGenericMethod(kind.ClrType).Invoke(null, [db, kind, cancel])!;

    private static readonly MethodInfo Of = typeof(ExportHouse).GetMethod(nameof(RowsOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>One kind's rows by their key.</summary>
    private static async IAsyncEnumerable<object> RowsOf<T>(DatelineDb db, IEntityType kind, [EnumeratorCancellation] CancellationToken cancel) where T : class
    {
        IQueryable<T> rows = db.Set<T>().AsNoTracking();
        IOrderedQueryable<T>? ordered = null;
        foreach (var part in kind.FindPrimaryKey()!.Properties)
        {
            var row = Expression.Parameter(typeof(T));
            var by = Expression.Lambda<Func<T, object>>(Expression.Convert(Expression.Property(row, part.PropertyInfo!), typeof(object)), row);
            ordered = ordered is null ? rows.OrderBy(by) : ordered.ThenBy(by);
        }
        await foreach (var row in ordered!.AsAsyncEnumerable().WithCancellation(cancel)) yield return row;
    }
}
