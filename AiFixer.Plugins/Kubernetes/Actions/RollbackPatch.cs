using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>The patch of a rollback: the revision's template, and annotations put together as kubectl does.</summary>
internal static class RollbackPatch
{
    /// <summary>What a deployment keeps of its own; everything else comes from the revision, as with kubectl.</summary>
    private static readonly HashSet<string> OwnAnnotations = new(StringComparer.Ordinal)
    {
        WellKnown.LastApplied, WellKnown.Revision, WellKnown.RevisionHistory,
        "deployment.kubernetes.io/desired-replicas", "deployment.kubernetes.io/max-replicas", "deprecated.deployment.rollback.to",
    };

    public static WritePayload Of(Deployment now, ReplicaSet revision) => TemplatePatch.Of(
        now, TemplateText.WithoutHash(revision.Spec.Template),
        new JsonOperation(now.Metadata.Annotations is null ? "add" : "replace", "/metadata/annotations", w => Annotations(w, now, revision)));

    private static void Annotations(Utf8JsonWriter writer, Deployment now, ReplicaSet revision)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in now.Metadata.Annotations ?? [])
            if (OwnAnnotations.Contains(name))
                writer.WriteString(name, value);
        foreach (var (name, value) in revision.Metadata.Annotations ?? [])
            if (!OwnAnnotations.Contains(name))
                writer.WriteString(name, value);
        writer.WriteEndObject();
    }
}
