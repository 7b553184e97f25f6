using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Crash;

internal sealed class MortalLease(ILease inner, Life life) : ILease
{
    public Task<LeaseState> AcquireAsync(CancellationToken cancellationToken) =>
        life.ReadAsync(() => inner.AcquireAsync(cancellationToken));

    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        if (!life.IsOver)
            await inner.ReleaseAsync(cancellationToken);
    }
}
