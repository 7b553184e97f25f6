namespace AiFixer.Plugins.Hosting;

/// <summary>
/// Calls a plugin in its own place, for its own time and no longer: a plugin that ignores its token is left behind, and
/// its place stays taken until it really returns.
/// </summary>
internal sealed class CallRunner(TimeProvider time)
{
    public async Task<CallEnd<T>> RunAsync<T>(
        PluginSlot slot, PluginCall made, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        if (!slot.Calls.TryBegin())
            return new CallEnd<T>.Replaced();
        var places = slot.Places.For(made);
        if (!await EnterAsync(places, slot.Manifest.Timeout, cancellationToken))
        {
            slot.Calls.End();
            return cancellationToken.IsCancellationRequested ? new CallEnd<T>.Cancelled(false) : new CallEnd<T>.Busy();
        }

        var deadline = new CallDeadline(slot.Manifest.Timeout, time, cancellationToken);
        var call = Task.Run(() => work(deadline.Token), CancellationToken.None);
        _ = call.ContinueWith(
            ended =>
            {
                _ = ended.Exception;
                deadline.Dispose();
                places.Release();
                slot.Calls.End();
            },
            CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        await Task.WhenAny(call, deadline.Passed);
        if (call.IsCompletedSuccessfully)
            return new CallEnd<T>.Returned(await call);
        if (cancellationToken.IsCancellationRequested)
            return new CallEnd<T>.Cancelled(true);
        if (deadline.Passed.IsCompleted)
            return new CallEnd<T>.TimedOut(slot.Manifest.Timeout);
        return new CallEnd<T>.Threw(call.Exception?.InnerException ?? new TaskCanceledException(call));
    }

    private async Task<bool> EnterAsync(SemaphoreSlim places, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return false;
        if (places.Wait(TimeSpan.Zero, CancellationToken.None))
            return true;
        using var deadline = new CallDeadline(timeout, time, cancellationToken);
        try
        {
            await places.WaitAsync(deadline.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
