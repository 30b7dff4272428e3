namespace Dateline.Foundation.Storage;

/// <summary>
/// Belongs to the one who writes for all of a process: used within its jobs alone, one after the other. Another process may have written meanwhile, and a job
/// may have been rolled back, so whoever keeps something here asks the database first whether it is so still.
/// </summary>
internal sealed class WriterMemory
{
    private readonly Dictionary<Type, object> _kept = [];

    public T Of<T>() where T : class, new()
    {
        if (!_kept.TryGetValue(typeof(T), out var kept)) _kept[typeof(T)] = kept = new T();
        return (T)kept;
    }
}
