using System.Text.Json;
using AiFixer.Core.Incidents;
using AiFixer.Llm.Providers;
using AiFixer.Plugins;

namespace AiFixer.Llm.Analysis;

/// <summary>How far a model's proposal may reach: what the incident is about and what was found to take part in it, nothing beside.</summary>
internal sealed class ProposalReach(Incident incident, Diagnosis found)
{
    private static readonly string[] Workloads = ["deployment", "statefulset", "daemonset", "workload", "name", "pod"];

    /// <summary>Why it goes too far; null when it does not.</summary>
    public string? Refusal(PluginManifest plugin, JsonElement arguments)
    {
        if (arguments.At("replicas") is { ValueKind: JsonValueKind.Number } replicas && replicas.TryGetInt64(out var wanted) && wanted <= 0)
            return "it would leave nothing running";
        if (incident.Alert.Target is not { } target)
            return null;
        if (arguments.At("connection").Text() is { } connection && connection != target.Connection)
            return NotAbout(connection);
        if (!plugin.Name.StartsWith("k8s.", StringComparison.Ordinal))
            return null;
        if (target.Namespace.Length > 0 && arguments.At("namespace").Text() is { } place && place != target.Namespace)
            return NotAbout($"namespace {place}");
        return Workloads.Select(name => arguments.At(name).Text()).OfType<string>().FirstOrDefault(name => !TakesPart(name, target)) is { } other ? NotAbout(other) : null;
    }

    /// <summary>A pod is called after its workload.</summary>
    private bool TakesPart(string name, TargetRef target) =>
        found.Affected.Append(target.Name).Append(found.FirstFailing).OfType<string>()
            .Any(known => name == known || name.StartsWith(known + "-", StringComparison.Ordinal));

    private static string NotAbout(string what) => $"the incident is not about {Wire.Line(what)}";
}
