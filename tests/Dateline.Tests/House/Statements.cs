using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Dateline.Foundation.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dateline.Tests.House;

/// <summary>What a house asks of its engine while this listens: each statement's text, whoever sends it.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<string> _all = new();
    private readonly ConcurrentQueue<IDisposable> _heard = new();
    private readonly string _database;

    public Statements(TestHouse house)
    {
        using (var db = house.OpenDb()) _database = Name(db.Database.GetDbConnection());
        _heard.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyCollection<string> All => _all;

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") _heard.Enqueue(value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData running && Name(running.Command.Connection!) == _database) _all.Enqueue(running.Command.CommandText);
    }

    /// <summary>A house's database is no other's.</summary>
    private static string Name(DbConnection connection) => connection.DataSource + connection.Database;

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        while (_heard.TryDequeue(out var one)) one.Dispose();
    }
}
