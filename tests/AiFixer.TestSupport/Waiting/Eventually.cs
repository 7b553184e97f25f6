namespace AiFixer.TestSupport;

/// <summary>Waits, for no longer than a limit, until something outside this process has become so.</summary>
public static class Eventually
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(25);

    public static TimeSpan DefaultLimit { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Asks again until the answer is true. An exception of the question counts as "not yet" and is told when the limit passes.</summary>
    public static async Task TrueAsync(
        Func<Task<bool>> question, string what, TimeSpan? limit = null, CancellationToken cancellation = default) =>
        await ValueAsync<object>(async () => await question() ? question : null, what, limit, cancellation);

    public static Task TrueAsync(
        Func<bool> question, string what, TimeSpan? limit = null, CancellationToken cancellation = default) =>
        TrueAsync(() => Task.FromResult(question()), what, limit, cancellation);

    /// <summary>Asks again until there is an answer, and returns it.</summary>
    public static async Task<T> ValueAsync<T>(
        Func<Task<T?>> question, string what, TimeSpan? limit = null, CancellationToken cancellation = default)
        where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        var most = limit ?? DefaultLimit;
        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        while (true)
        {
            var (answer, failure) = await AskAsync(question);
            if (answer is not null)
                return answer;
            if (TimeProvider.System.GetElapsedTime(started) > most)
                throw new TimeoutException($"Not within {most.TotalSeconds:0.#} s: {what}", failure);
            await timer.WaitForNextTickAsync(cancellation);
        }
    }

    private static async Task<(T? Answer, Exception? Failure)> AskAsync<T>(Func<Task<T?>> question)
        where T : class
    {
        try
        {
            return (await question(), null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException { InnerException: null })
        {
            return (null, failure);
        }
    }
}
