using System.Collections.Concurrent;
using AiFixer.Core;

namespace AiFixer.Engine.Running;

/// <summary>Keeps incidents that are being worked on, never more than a fixed number; a waiting incident holds no memory.</summary>
internal sealed class HeldCache(int size)
{
    private readonly ConcurrentDictionary<IncidentId, Held> held = new();
    private int count;

    public Held? Find(IncidentId id) => held.GetValueOrDefault(id);

    public void Keep(IncidentId id, Held value)
    {
        if (value.State.Task is null or { IsWait: true })
            Forget(id);
        else if (held.ContainsKey(id))
            held[id] = value;
        else if (Volatile.Read(ref count) < size && held.TryAdd(id, value))
            Interlocked.Increment(ref count);
    }

    public void Forget(IncidentId id)
    {
        if (held.TryRemove(id, out _))
            Interlocked.Decrement(ref count);
    }
}
