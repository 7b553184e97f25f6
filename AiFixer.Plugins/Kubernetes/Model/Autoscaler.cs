namespace AiFixer.Plugins.Kubernetes;

internal sealed record Autoscaler(ObjectMeta Metadata, Autoscaler.AutoscalerSpec? Spec, Autoscaler.AutoscalerStatus? Status)
{
    public bool Drives(string kind, string name) => Spec?.ScaleTargetRef is { } target && target.Kind == kind && target.Name == name;

    internal sealed record AutoscalerSpec(Target? ScaleTargetRef, int? MinReplicas, int MaxReplicas, List<Metric>? Metrics);

    internal sealed record Target(string Kind, string Name);

    internal sealed record Metric(string Type, ResourceMetric? Resource);

    internal sealed record ResourceMetric(string Name, MetricTarget? Target);

    internal sealed record MetricTarget(string Type, int? AverageUtilization);

    internal sealed record AutoscalerStatus(int CurrentReplicas, int DesiredReplicas, List<KubeCondition>? Conditions);
}
