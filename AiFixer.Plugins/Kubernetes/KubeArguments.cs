using System.Text.Json;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>The arguments of all Kubernetes plugins; each schema says which of them there are.</summary>
internal sealed record KubeArguments
{
    public string Connection { get; init; } = "";

    public string Namespace { get; init; } = "";

    public string Kind { get; init; } = "";

    public string? Name { get; init; }

    public string Pod { get; init; } = "";

    public string? Container { get; init; }

    public string Deployment { get; init; } = "";

    public string? LabelSelector { get; init; }

    public string? FieldSelector { get; init; }

    public int TailLines { get; init; }

    public bool Previous { get; init; }

    public int Limit { get; init; }

    public int Replicas { get; init; }

    public long? Revision { get; init; }

    public static KubeArguments Of(PluginCall call) => JsonSerializer.Deserialize(call.Arguments, KubeArgumentsJson.Default.KubeArguments)!;
}
