namespace AiFixer.Cluster.Tests.Hosts;

/// <summary>Where those who come wait for each other, and then go on together.</summary>
internal sealed class Brink(int all)
{
    private readonly TaskCompletionSource first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int there;

    public Task First => first.Task;

    public Task All => complete.Task;

    public Task PassAsync(bool isConcerned)
    {
        if (!isConcerned)
            return Task.CompletedTask;
        first.TrySetResult();
        if (Interlocked.Increment(ref there) >= all)
            complete.TrySetResult();
        return complete.Task;
    }
}
