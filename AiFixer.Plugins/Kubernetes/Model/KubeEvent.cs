namespace AiFixer.Plugins.Kubernetes;

/// <summary>An event of either API; the newer one leaves the old times empty.</summary>
internal sealed record KubeEvent(
    ObjectMeta Metadata, KubeEvent.Involved? InvolvedObject, string? Reason, string? Message, string? Type,
    DateTimeOffset? FirstTimestamp, DateTimeOffset? LastTimestamp, DateTimeOffset? EventTime, int? Count, KubeEvent.EventSeries? Series)
{
    public DateTimeOffset? FirstSeen => FirstTimestamp ?? EventTime ?? Metadata.CreationTimestamp;

    public DateTimeOffset? LastSeen => Series?.LastObservedTime ?? LastTimestamp ?? EventTime ?? Metadata.CreationTimestamp;

    public int Times => Series?.Count ?? Count ?? 1;

    internal sealed record Involved(string? Kind, string? Name);

    internal sealed record EventSeries(int? Count, DateTimeOffset? LastObservedTime);
}
