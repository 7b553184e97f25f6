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

    public static KubeArguments Of(PluginCall call) => JsonSerializer.Deserialize(call.Arguments, KubeArgumentsJson.Default.KubeArguments)!;
}
