namespace AiFixer.Plugins.Kubernetes;

/// <summary>Answer of <c>k8s.get_events</c>, newest first.</summary>
internal sealed record EventsData(IReadOnlyList<EventData> Events);
