using AiFixer.Core.Journal;
using AiFixer.Core.Ports;

namespace AiFixer.Tests.Engine.Store;

internal sealed class MemoryLease(MemoryStore store) : ILease
{
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(5);

    public string Id { get; private set; } = store.NextHold();

    public bool IsHeld => store.Leases.TryGetValue(Id, out var until) && until > store.Time.GetUtcNow();

    public Task<LeaseState> AcquireAsync(CancellationToken cancellationToken)
    {
        lock (store.Gate)
        {
            var now = store.Time.GetUtcNow();
            if (!store.IsShared && store.Leases.Any(other => other.Key != Id && other.Value > now))
                return Task.FromResult(new LeaseState(false, "another process", store.Leases.Values.Max(), TimeSpan.Zero));
            if (store.IsShared && !IsHeld)
                Id = store.NextHold();
            store.Leases[Id] = now + LeaseTime;
            return Task.FromResult(new LeaseState(true, "this process", now + LeaseTime, LeaseTime));
        }
    }

    public Task ReleaseAsync(CancellationToken cancellationToken)
    {
        Drop();
        return Task.CompletedTask;
    }

    public Task<bool> IsAliveAsync(string id, CancellationToken cancellationToken)
    {
        lock (store.Gate)
            return Task.FromResult(store.Leases.TryGetValue(id, out var until) && until > store.Time.GetUtcNow());
    }

    public void Drop()
    {
        lock (store.Gate)
            store.Leases.Remove(Id);
    }
}
