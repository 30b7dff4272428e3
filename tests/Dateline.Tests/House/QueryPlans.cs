using System.Data.Common;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Dateline.Foundation.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dateline.Tests.House;

/// <summary>How the engine means to find what a piece of the program asks for: the plan of each query, in the engine's own words, taken just before the query runs.</summary>
internal sealed class QueryPlans : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<List<string>?> Asked = new();

    [ModuleInitializer]
    internal static void Watch() => DiagnosticListener.AllListeners.Subscribe(new QueryPlans());

    /// <summary>The plans of what <paramref name="job"/> asks of a table, in the order in which it asks.</summary>
    public static async Task<IReadOnlyList<string>> Of(string table, Func<Task> job)
    {
        Asked.Value = [];
        try
        {
            await job();
            return [.. Asked.Value.Where(plan => plan.Contains(table, StringComparison.Ordinal))];
        }
        finally
        {
            Asked.Value = null;
        }
    }

    /// <summary>Lets the engine count its rows, which decides between two ways of finding them.</summary>
    public static async Task Count(DatelineDb db) => await db.Database.ExecuteSqlRawAsync("ANALYZE");

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Asked.Value is { } plans && value.Value is CommandEventData { ExecuteMethod: DbCommandMethod.ExecuteReader } running) plans.Add(Plan(running.Command));
    }

    private static string Plan(DbCommand of)
    {
        using var command = of.Connection!.CreateCommand();
        command.Transaction = of.Transaction;
        command.CommandText = (TestDatabase.OnPostgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + of.CommandText;
        foreach (DbParameter parameter in of.Parameters) command.Parameters.Add(parameter is ICloneable typed ? typed.Clone() : new SqliteParameter(parameter.ParameterName, parameter.Value));
        using var rows = command.ExecuteReader();
        var lines = new List<string>();
        while (rows.Read()) lines.Add(rows.GetString(rows.FieldCount - 1)); // SQLite numbers its lines first
        return string.Join('\n', lines);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
