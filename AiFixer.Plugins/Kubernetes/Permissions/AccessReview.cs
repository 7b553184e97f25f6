using System.Text.Json.Serialization;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>A question to the API about ourselves, and its answer.</summary>
internal sealed record AccessReview(
    string ApiVersion, string Kind, AccessReview.ReviewSpec? Spec,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] AccessReview.ReviewStatus? Status)
{
    public static AccessReview Of(KubePermission permission, string ns)
    {
        var parts = permission.Resource.Split('/', 2);
        return new("authorization.k8s.io/v1", "SelfSubjectAccessReview", new(new(
            permission.IsNamespaced ? ns : "", permission.Verb, permission.Group, parts[0], parts.ElementAtOrDefault(1) ?? "")), null);
    }

    internal sealed record ReviewSpec(Attributes ResourceAttributes);

    internal sealed record Attributes(string Namespace, string Verb, string Group, string Resource, string Subresource);

    internal sealed record ReviewStatus(bool Allowed, string? Reason, string? EvaluationError);
}
