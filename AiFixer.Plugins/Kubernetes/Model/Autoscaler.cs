namespace AiFixer.Plugins.Kubernetes;

internal sealed record Autoscaler(ObjectMeta Metadata, Autoscaler.AutoscalerSpec? Spec)
{
    public bool Drives(string kind, string name) => Spec?.ScaleTargetRef is { } target && target.Kind == kind && target.Name == name;

    internal sealed record AutoscalerSpec(Target? ScaleTargetRef, int? MinReplicas, int MaxReplicas);

    internal sealed record Target(string Kind, string Name);
}
