namespace AiFixer.Plugins.Kubernetes;

internal sealed record Scale(ObjectMeta Metadata, Scale.ScaleSpec? Spec)
{
    /// <summary>Absent means zero here, not one.</summary>
    public int Replicas => Spec?.Replicas ?? 0;

    internal sealed record ScaleSpec(int? Replicas);
}
