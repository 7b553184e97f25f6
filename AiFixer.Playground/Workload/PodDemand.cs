using System.Text.Json.Nodes;

namespace AiFixer.Playground.Workload;

/// <summary>What a pod takes of its node's allocatable resources by its requests.</summary>
internal sealed record PodDemand(decimal Cpu, decimal Memory, decimal Storage)
{
    public static PodDemand Of(JsonNode? spec) => new(
        PodResources.Requested(spec, "cpu"), PodResources.Requested(spec, "memory"), PodResources.Requested(spec, "ephemeral-storage"));
}
