using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Answer of <c>k8s.describe_pod</c>: the summary, the object itself, its events newest first.</summary>
internal sealed record PodDescription(PodData Pod, JsonObject Object, IReadOnlyList<EventData> Events);
