using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dateline.Tests.House;

/// <summary>
/// No query of any test may number rows. Entity Framework writes "the first of these, with several columns" inside another query as a
/// ROW_NUMBER over the whole table, which reads everything there ever was and looks right in every small test. Joins and lists don't.
/// </summary>
internal sealed class NumberedRows : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    [ModuleInitializer]
    internal static void Watch() => DiagnosticListener.AllListeners.Subscribe(new NumberedRows());

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore") value.Subscribe(this, name => name == RelationalEventId.CommandExecuting.Name);
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandEventData { Command.CommandText: var text } && text.Contains("ROW_NUMBER", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException($"A query numbers all rows of a table: {text}");
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
