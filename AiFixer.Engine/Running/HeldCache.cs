using System.Collections.Concurrent;
using AiFixer.Core;

namespace AiFixer.Engine.Running;

/// <summary>Keeps incidents that are being worked on, never more than a fixed number; a waiting incident holds no memory.</summary>
internal sealed class HeldCache(int size)
{
    private readonly ConcurrentDictionary<IncidentId, Held> held = new();
    private int count;

    public Held? Find(IncidentId id) => held.GetValueOrDefault(id);

    /// <summary>An older state, told late, never takes the place of a newer one.</summary>
    public void Keep(IncidentId id, Held value)
    {
        if (held.TryGetValue(id, out var known) && known.Version > value.Version)
            return;
        if (value.State.Task is null or { IsWait: true })
            Forget(id);
        else if (known is not null)
            held.TryUpdate(id, value, known);
        else if (Volatile.Read(ref count) < size && held.TryAdd(id, value))
            Interlocked.Increment(ref count);
    }

    /// <summary>Others may have changed any of them.</summary>
    public void Clear()
    {
        foreach (var id in held.Keys)
            Forget(id);
    }

    public void Forget(IncidentId id)
    {
        if (held.TryRemove(id, out _))
            Interlocked.Decrement(ref count);
    }
}
