using System.Collections.Concurrent;
using AiFixer.Core;

namespace AiFixer.Engine.Tasks;

/// <summary>The calls that this process itself has on their way.</summary>
internal sealed class CallsOut
{
    private readonly ConcurrentDictionary<(IncidentId Incident, string Task), byte> calls = new();

    public bool Has(IncidentId incident, string task) => calls.ContainsKey((incident, task));

    public IDisposable Enter(IncidentId incident, string task)
    {
        calls.TryAdd((incident, task), 0);
        return new Leaving(calls, (incident, task));
    }

    private sealed class Leaving(
        ConcurrentDictionary<(IncidentId Incident, string Task), byte> calls, (IncidentId Incident, string Task) call) : IDisposable
    {
        public void Dispose() => calls.TryRemove(call, out _);
    }
}
