namespace AiFixer.Plugins.Kubernetes;

/// <summary>What every answer of the API says of itself.</summary>
internal sealed record KubeKind(string? Kind = null, ObjectMeta? Metadata = null)
{
    public bool IsThere => Kind is { Length: > 0 } || Metadata is not null;
}
