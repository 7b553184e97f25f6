using AiFixer.Core.Journal;
using AiFixer.Tests.Engine.Store;

namespace AiFixer.Cluster.Tests.Claims;

/// <summary>A process on the same store that belongs to no cluster.</summary>
internal sealed class Stranger(IOpenStore store) : IAsyncDisposable
{
    public async Task<AppendVerdict> AppendAsync(Append append, CancellationToken cancellationToken)
    {
        await store.Lease.AcquireAsync(cancellationToken);
        return await store.Journal.AppendAsync(append, cancellationToken);
    }

    public async ValueTask DisposeAsync() => await store.EndAsync();
}
