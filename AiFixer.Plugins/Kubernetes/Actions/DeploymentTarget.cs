using System.Globalization;
using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>What is common to the actions on a deployment.</summary>
internal static class DeploymentTarget
{
    public const string Kind = "deployment";

    public static TargetRef Of(KubeArguments arguments, ObjectMeta metadata) =>
        new(arguments.Connection, Kind, arguments.Namespace, arguments.Deployment, metadata.Uid);

    public static string Call(KubeArguments arguments, string name, string value) => new JsonObject
    {
        ["connection"] = arguments.Connection,
        ["deployment"] = arguments.Deployment,
        ["namespace"] = arguments.Namespace,
        [name] = JsonNode.Parse(value),
    }.ToJsonString();

    /// <summary>What brings the present template back, whatever is made of it.</summary>
    public static PluginRequest? BackTo(KubeArguments arguments, Rollout rollout) => rollout.CurrentNumber is { } current
        ? new(RollbackDeployment.Name, Call(arguments, "revision", current.ToString(CultureInfo.InvariantCulture)))
        : null;

    /// <summary>How pods are replaced, for people.</summary>
    public static string Replacing(Deployment deployment) => deployment.Spec.Strategy?.Type == "Recreate"
        ? $"All {deployment.Desired} pods stop before new ones start: an interruption."
        : $"All {deployment.Desired} pods are replaced step by step; connections to them end.";
}
