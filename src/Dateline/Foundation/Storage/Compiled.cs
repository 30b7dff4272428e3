using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Dateline.Foundation.Storage;

/// <summary>A query that Entity Framework translates once instead of looking it up each time: once for each model, since it serves only one.</summary>
/// <typeparam name="T">What <c>EF.CompileAsyncQuery</c> returns.</typeparam>
public sealed class Compiled<T>(Func<T> compile) where T : Delegate
{
    private readonly ConditionalWeakTable<IModel, T> _byModel = [];

    public T For(DatelineDb db) => _byModel.GetValue(db.Model, _ => compile());
}
