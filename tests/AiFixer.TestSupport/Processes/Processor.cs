namespace AiFixer.TestSupport;

/// <summary>Measures work by how long it keeps a processor: on a busy machine it lasts longer, and is no more.</summary>
public static class Processor
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Does something on a thread of its own, which is waited for until it has used as much as it may; then it failed.</summary>
    /// <returns>What it used.</returns>
    public static async Task<TimeSpan> UsedByAsync(Action work, TimeSpan most)
    {
        var begun = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() => Do(work, begun, ended)) { IsBackground = true, Name = "measured" }.Start();
        var clock = await begun.Task;
        using var timer = new PeriodicTimer(Interval, TimeProvider.System);
        var used = TimeSpan.Zero;
        while (!ended.Task.IsCompleted && used <= most)
        {
            await Task.WhenAny(ended.Task, timer.WaitForNextTickAsync().AsTask());
            used = Read(clock);
        }

        used = ended.Task.IsCompleted ? await ended.Task : used;
        return used <= most ? used : throw new TimeoutException($"It kept a processor for {used.TotalSeconds:0.0} s and may for {most.TotalSeconds:0.0}.");
    }

    private static void Do(Action work, TaskCompletionSource<int> begun, TaskCompletionSource<TimeSpan> ended)
    {
        try
        {
            _ = Libc.ClockOf(Libc.OwnThread(), out var clock);
            var before = Read(clock);
            begun.SetResult(clock);
            work();
            ended.SetResult(Read(clock) - before);
        }
        catch (Exception failure)
        {
            ended.SetException(failure);
        }
    }

    /// <returns>Zero once the thread is gone.</returns>
    private static TimeSpan Read(int clock) =>
        Libc.Read(clock, out var time) == 0 ? TimeSpan.FromSeconds(time.Seconds) + TimeSpan.FromMicroseconds(time.Nanoseconds / 1000) : TimeSpan.Zero;
}
