using System.Collections.Concurrent;
using AiFixer.Core;

namespace AiFixer.Engine.Nodes;

/// <summary>Which incidents are at work in this process, as far as the cluster has it.</summary>
internal sealed class Homes
{
    private readonly ConcurrentDictionary<IncidentId, byte> here = new();

    public bool Has(IncidentId id) => here.ContainsKey(id);

    public void Enter(IncidentId id) => here.TryAdd(id, 0);

    public void Leave(IncidentId id) => here.TryRemove(id, out _);
}
