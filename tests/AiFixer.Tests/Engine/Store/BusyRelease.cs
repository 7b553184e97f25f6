using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Store;

/// <summary>A store that hears the lease being given back and does as the test says.</summary>
internal sealed class BusyRelease(IOpenStore inner, Func<CancellationToken, Task> release) : IOpenStore, ILease
{
    public IJournal Journal => inner.Journal;

    public ILease Lease => this;

    public IIncidentQueries Queries => inner.Queries;

    public string Id => inner.Lease.Id;

    public Task EndAsync() => inner.EndAsync();

    public Task<LeaseState> AcquireAsync(CancellationToken cancellationToken) => inner.Lease.AcquireAsync(cancellationToken);

    public Task<bool> IsAliveAsync(string id, CancellationToken cancellationToken) => inner.Lease.IsAliveAsync(id, cancellationToken);

    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        await release(cancellationToken);
        await inner.Lease.ReleaseAsync(cancellationToken);
    }
}
