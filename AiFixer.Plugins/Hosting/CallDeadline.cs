namespace AiFixer.Plugins.Hosting;

/// <summary>Ends when time is up or the caller gives up.</summary>
internal sealed class CallDeadline : IDisposable
{
    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenSource either;
    private readonly TaskCompletionSource passed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenRegistration registration;

    public CallDeadline(TimeSpan timeout, TimeProvider time, CancellationToken cancellationToken)
    {
        timer = new(timeout, time);
        either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        Token = either.Token;
        registration = Token.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetResult(), passed);
    }

    public CancellationToken Token { get; }

    public Task Passed => passed.Task;

    public void Dispose()
    {
        registration.Dispose();
        either.Dispose();
        timer.Dispose();
    }
}
