namespace AiFixer.Plugins.Hosting;

/// <summary>Counts the calls of a plugin, until no more begin and the last one ends.</summary>
internal sealed class CallsUnderWay
{
    private readonly Lock state = new();
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int count;
    private bool isClosed;

    /// <returns>False when no more may begin.</returns>
    public bool TryBegin()
    {
        lock (state)
        {
            if (isClosed)
                return false;
            count++;
            return true;
        }
    }

    public void End()
    {
        lock (state)
        {
            if (--count == 0 && isClosed)
                ended.TrySetResult();
        }
    }

    /// <summary>No more begin; done when the last one has ended.</summary>
    public Task CloseAsync()
    {
        lock (state)
        {
            isClosed = true;
            if (count == 0)
                ended.TrySetResult();
        }

        return ended.Task;
    }
}
