using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Kubernetes;

internal sealed record RevisionData(
    [property: JsonPropertyName("revision")] long Number, string ReplicaSet, string? TemplateHash, string? CreatedAt,
    IReadOnlyList<string> Images, string? ChangeCause, int Replicas, int Ready)
{
    public static RevisionData Of(Revision revision) => new(
        revision.Number, revision.Set.Metadata.Name, revision.Set.Metadata.Label(TemplateText.HashLabel),
        KubeData.Time(revision.Set.Metadata.CreationTimestamp), TemplateText.Images(revision.Set.Spec.Template),
        revision.Set.Metadata.Annotation(WellKnown.ChangeCause), revision.Set.Status?.Replicas ?? 0, revision.Set.Status?.ReadyReplicas ?? 0);
}
