namespace AiFixer.Tests.Engine.Crash;

/// <summary>
/// The life of one process. It passes boundaries; at a chosen one it dies, and whatever it still tries never comes back.
/// </summary>
internal sealed class Life(int diesAt = 0)
{
    private static readonly Task Never = new TaskCompletionSource().Task;

    private readonly Lock gate = new();
    private readonly TaskCompletionSource died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int passed;

    public Task Died => died.Task;

    public bool IsOver => died.Task.IsCompleted;

    /// <summary>How many boundaries it has passed.</summary>
    public int Passed
    {
        get
        {
            lock (gate)
                return passed;
        }
    }

    /// <summary>Where it died.</summary>
    public string DiedAt { get; private set; } = "";

    public Task PassAsync(string boundary)
    {
        lock (gate)
            return Pass(boundary) ? Task.CompletedTask : Never;
    }

    /// <summary>Hands something over to the world or the store, unless it is dead. What was handed over takes its course.</summary>
    public async Task<T> HandOverAsync<T>(string what, Func<Task<T>> handOver)
    {
        Task<T>? under = null;
        lock (gate)
        {
            if (Pass("before " + what))
                under = handOver();
        }

        if (under is null)
            await Never;
        var result = await under!;
        await PassAsync("after " + what);
        return result;
    }

    /// <summary>Reads something, unless it is dead. Not a boundary: it leaves no trace.</summary>
    public async Task<T> ReadAsync<T>(Func<Task<T>> read)
    {
        if (IsOver)
            await Never;
        var result = await read();
        if (IsOver)
            await Never;
        return result;
    }

    public void End(string why)
    {
        lock (gate)
        {
            DiedAt = DiedAt.Length == 0 ? why : DiedAt;
            died.TrySetResult();
        }
    }

    private bool Pass(string boundary)
    {
        if (IsOver)
            return false;
        if (++passed != diesAt)
            return true;
        End(boundary);
        return false;
    }
}
