namespace Dateline.Tests.House;

internal static class Eventually
{
    /// <summary>Waits until the condition holds. The bound only ends a test that would hang; passing never depends on it.</summary>
    public static async Task Holds(Func<Task<bool>> condition, string what, int seconds = 30)
    {
        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(seconds));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        while (!await condition())
        {
            try { await look.WaitForNextTickAsync(bound.Token); }
            catch (OperationCanceledException) { Assert.Fail($"Not so within {seconds} s: {what}"); }
        }
    }

    public static Task Holds(Func<bool> condition, string what, int seconds = 30) => Holds(() => Task.FromResult(condition()), what, seconds);
}
