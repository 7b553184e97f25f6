using System.Text.Json.Nodes;

namespace AiFixer.Playground.Controllers.Autoscaling;

/// <summary>What an autoscaler's metrics ask for, or why they cannot be read.</summary>
/// <param name="Replicas">The most that any of its metrics asks for.</param>
/// <param name="Words">That metric, as events and conditions name it.</param>
/// <param name="Metrics">All of them, for the status.</param>
/// <param name="Refusal">Set when none could be read.</param>
internal sealed record MetricReading(long Replicas, string Words, JsonArray Metrics, (string Reason, string Message)? Refusal = null);
