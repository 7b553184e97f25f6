using AiFixer.Playground.Faults;

namespace AiFixer.Playground.Control;

/// <summary>The body of <c>POST /world/faults/…</c>; each fault reads the fields it needs.</summary>
internal sealed record FaultRequest(
    string? Namespace = null, string? Deployment = null, double? Rps = null, double? CapacityPerPod = null, int? Count = null, int? Milliseconds = null, ApiOutage? Outage = null);
