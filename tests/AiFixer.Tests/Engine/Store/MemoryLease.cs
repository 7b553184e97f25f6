using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Store;

internal sealed class MemoryLease(MemoryStore store) : ILease
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(5);

    public bool IsHeld => store.Lease is { } held && held.Owner == this && held.Until > store.Time.GetUtcNow();

    public Task<LeaseState> AcquireAsync(CancellationToken cancellationToken)
    {
        lock (store.Gate)
        {
            var now = store.Time.GetUtcNow();
            if (store.Lease is { } other && other.Owner != this && other.Until > now)
                return Task.FromResult(new LeaseState(false, "another process", other.Until, TimeSpan.Zero));
            store.Lease = (this, now + LeaseTime);
            return Task.FromResult(new LeaseState(true, "this process", now + LeaseTime, LeaseTime));
        }
    }

    public Task ReleaseAsync(CancellationToken cancellationToken)
    {
        Drop();
        return Task.CompletedTask;
    }

    public void Drop()
    {
        lock (store.Gate)
        {
            if (store.Lease?.Owner == this)
                store.Lease = null;
        }
    }
}
