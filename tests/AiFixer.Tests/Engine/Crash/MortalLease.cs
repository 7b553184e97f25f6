using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Crash;

internal sealed class MortalLease(ILease inner, Life life) : ILease
{
    public string Id => inner.Id;

    public Task<LeaseState> AcquireAsync(CancellationToken cancellationToken) =>
        life.ReadAsync(() => inner.AcquireAsync(cancellationToken));

    public Task<bool> IsAliveAsync(string id, CancellationToken cancellationToken) =>
        life.ReadAsync(() => inner.IsAliveAsync(id, cancellationToken));

    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        if (!life.IsOver)
            await inner.ReleaseAsync(cancellationToken);
    }
}
