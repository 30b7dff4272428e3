namespace Dateline.Foundation.Journal;

/// <summary>Wakes whoever follows the journal: raised after each commit of this process, and by what other processes wrote.</summary>
public sealed class JournalSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next raise. Take it before looking, so that none is missed.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public event Action? RaisedHere;

    /// <summary>This process committed something.</summary>
    public void Raise()
    {
        Wake();
        RaisedHere?.Invoke();
    }

    /// <summary>Another process committed something.</summary>
    public void Wake() =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
