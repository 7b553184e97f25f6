using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Leasing;

/// <summary>A lease whose renewals take effect at once and are answered when the test says so.</summary>
internal sealed class SlowLease(ILease inner) : ILease
{
    private int asked;

    public TaskCompletionSource Answers { get; } = new();

    public TaskCompletionSource Renewed { get; } = new();

    public string Id => inner.Id;

    public async Task<LeaseState> AcquireAsync(CancellationToken cancellationToken)
    {
        var state = await inner.AcquireAsync(cancellationToken);
        if (++asked == 1)
            return state;
        Renewed.TrySetResult();
        await Answers.Task;
        return state;
    }

    public Task ReleaseAsync(CancellationToken cancellationToken) => inner.ReleaseAsync(cancellationToken);

    public Task<bool> IsAliveAsync(string id, CancellationToken cancellationToken) => inner.IsAliveAsync(id, cancellationToken);
}
