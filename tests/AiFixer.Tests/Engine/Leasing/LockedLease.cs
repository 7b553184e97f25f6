using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Leasing;

/// <summary>The lease of a database that does not answer, so many times.</summary>
internal sealed class LockedLease(ILease inner, int times) : ILease
{
    private int left = times;

    public string Id => inner.Id;

    public Task<LeaseState> AcquireAsync(CancellationToken cancellationToken) =>
        left-- > 0 ? throw new JournalUnavailableException("database is locked") : inner.AcquireAsync(cancellationToken);

    public Task ReleaseAsync(CancellationToken cancellationToken) => inner.ReleaseAsync(cancellationToken);

    public Task<bool> IsAliveAsync(string id, CancellationToken cancellationToken) => inner.IsAliveAsync(id, cancellationToken);
}
