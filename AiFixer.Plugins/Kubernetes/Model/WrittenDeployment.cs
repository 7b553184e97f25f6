using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>What a deployment says of when its template was written. Who wrote what is most of what an object weighs, so it is read here alone.</summary>
internal sealed record WrittenDeployment(WrittenDeployment.WrittenMeta Metadata, Deployment.DeploymentStatus? Status)
{
    internal sealed record WrittenMeta(string Uid, Dictionary<string, string>? Annotations, List<ManagedFields>? ManagedFields);

    /// <summary>Who wrote which fields last, and when.</summary>
    internal sealed record ManagedFields(DateTimeOffset? Time, string? Subresource, JsonElement? FieldsV1)
    {
        public bool HaveTemplate => Subresource is null or "" && FieldsV1 is { ValueKind: JsonValueKind.Object } fields
            && fields.TryGetProperty("f:spec", out var spec) && spec.ValueKind is JsonValueKind.Object && spec.TryGetProperty("f:template", out _);
    }

    public string? Revision => Metadata.Annotations?.GetValueOrDefault(WellKnown.Revision);

    /// <summary>When the template was written last; where nobody says, when the present rollout moved last, which is a little later.</summary>
    public DateTimeOffset? WrittenAt =>
        Metadata.ManagedFields?.Where(entry => entry.HaveTemplate).Max(entry => entry.Time)
        ?? Status?.Conditions?.Find(condition => condition.Type == "Progressing")?.LastUpdateTime;
}
