using AiFixer.Playground.Faults;

namespace AiFixer.Playground.Control;

/// <summary>The body of <c>POST /world/faults/…</c>; each fault reads the fields it needs.</summary>
internal sealed record FaultRequest(
    string? Namespace = null, string? Deployment = null, double? Rps = null, double? CapacityPerPod = null, int? Count = null, int? Milliseconds = null, ApiOutage? Outage = null,
    string? Node = null, double? Share = null, string? Amount = null, string? Resource = null, string? Setting = null, string? ConfigMap = null, string? Probe = null, string? Path = null,
    int? Port = null, double? PerSecond = null);
