namespace AiFixer.Plugins.Kubernetes;

internal sealed record ObjectMeta
{
    public string Name { get; init; } = "";

    public string Namespace { get; init; } = "";

    public string Uid { get; init; } = "";

    public long Generation { get; init; }

    public DateTimeOffset? CreationTimestamp { get; init; }

    public DateTimeOffset? DeletionTimestamp { get; init; }

    public Dictionary<string, string>? Labels { get; init; }

    public Dictionary<string, string>? Annotations { get; init; }

    public List<OwnerReference>? OwnerReferences { get; init; }

    public OwnerReference? ControllerOwner => OwnerReferences?.Find(o => o.Controller);

    public string? Label(string name) => Labels?.GetValueOrDefault(name);

    public string? Annotation(string name) => Annotations?.GetValueOrDefault(name);
}
