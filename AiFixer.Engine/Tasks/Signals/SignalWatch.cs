using AiFixer.Core.Incidents;
using AiFixer.Plugins;

namespace AiFixer.Engine.Tasks.Signals;

/// <summary>Whether the signals that the diagnosis named have come back: one that has not is enough to say no.</summary>
internal sealed class SignalWatch(SignalReader reader)
{
    private const int Most = 10;

    /// <returns>Null when the diagnosis named none. Unknown when one could not be read and none is known not to be back.</returns>
    public async Task<SignalView?> LookAsync(Incident state, CancellationToken cancellationToken)
    {
        if (state.Diagnosis is not { Recovery: { IsEmpty: false } signals })
            return null;
        var readings = new List<SignalReading>();
        foreach (var signal in signals.Take(Most))
            readings.Add(await reader.ReadAsync(state, signal, cancellationToken));
        var more = signals.Count > Most ? $" {signals.Count - Most} more were not read." : "";
        return new(Health(readings), string.Join(' ', readings) + more);
    }

    private static TargetHealth Health(List<SignalReading> readings) =>
        readings.Exists(reading => reading.IsBack is false) ? TargetHealth.Unhealthy
        : readings.Exists(reading => reading is { IsBack: null, IsIdle: false }) ? TargetHealth.Unknown
        : TargetHealth.Healthy;
}
