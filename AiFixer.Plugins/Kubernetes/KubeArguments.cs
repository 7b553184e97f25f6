using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>The arguments of all Kubernetes plugins; each schema says which of them there are.</summary>
/// <remarks>Generated readers set every init-only property, absent ones to null: hence the setters where there is a default.</remarks>
internal sealed record KubeArguments
{
    public string Connection { get; set; } = "";

    public string Namespace { get; set; } = "";

    public string Kind { get; set; } = "";

    public string? Name { get; init; }

    public string Pod { get; set; } = "";

    public string? Container { get; init; }

    public string Deployment { get; set; } = "";

    public string? LabelSelector { get; init; }

    public string? FieldSelector { get; init; }

    public int TailLines { get; init; }

    public bool Previous { get; init; }

    public int Limit { get; init; }

    public int Replicas { get; init; }

    public long? Revision { get; init; }

    public string Node { get; set; } = "";

    public string? Reason { get; init; }

    public string SortBy { get; set; } = "";

    public int? SinceSeconds { get; init; }

    public string? CpuRequest { get; init; }

    public string? CpuLimit { get; init; }

    public string? MemoryRequest { get; init; }

    public string? MemoryLimit { get; init; }

    public bool AllowLower { get; init; }

    public string Probe { get; set; } = "";

    public string? Path { get; init; }

    public JsonElement? Port { get; init; }

    public string? Scheme { get; init; }

    public int? InitialDelaySeconds { get; init; }

    public int? PeriodSeconds { get; init; }

    public int? TimeoutSeconds { get; init; }

    public int? FailureThreshold { get; init; }

    public int? SuccessThreshold { get; init; }

    public int MinReplicas { get; init; }

    public int MaxReplicas { get; init; }

    public int? CpuPercent { get; init; }

    public int? MemoryPercent { get; init; }

    public static KubeArguments Of(PluginCall call) => JsonSerializer.Deserialize(call.Arguments, KubeArgumentsJson.Default.KubeArguments)!;
}
