using System.Text.Json.Nodes;
using AiFixer.Playground.Json;

namespace AiFixer.Playground.Workload;

/// <summary>What a pod's spec asks for and allows.</summary>
internal static class PodResources
{
    /// <summary>The sum over its containers, or its largest init container where that is more.</summary>
    public static decimal Requested(JsonNode? spec, string resource) => Total(spec, "requests", resource);

    public static decimal Limited(JsonNode? spec, string resource) => Total(spec, "limits", resource);

    /// <summary>Null when the container has none.</summary>
    public static decimal? Limit(JsonNode? container, string resource) => Quantity.Of(container.Obj("resources").Obj("limits")?[resource]);

    public static string QosClass(JsonNode? spec)
    {
        var containers = spec.Arr("containers") ?? [];
        var amounts = containers.SelectMany(container => (string[])["cpu", "memory"], (container, resource) => (
            Request: Quantity.Of(container.Obj("resources").Obj("requests")?[resource]), Limit: Limit(container, resource))).ToList();
        if (amounts.TrueForAll(amount => amount.Request is null && amount.Limit is null))
            return "BestEffort";
        return amounts.TrueForAll(amount => amount.Limit is not null && amount.Request == amount.Limit) ? "Guaranteed" : "Burstable";
    }

    private static decimal Total(JsonNode? spec, string kind, string resource)
    {
        decimal Of(JsonNode? container) => Quantity.Of(container.Obj("resources").Obj(kind)?[resource]) ?? 0;
        var sum = (spec.Arr("containers") ?? []).Sum(Of);
        return Math.Max(sum, (spec.Arr("initContainers") ?? []).Select(Of).DefaultIfEmpty(0).Max());
    }
}
