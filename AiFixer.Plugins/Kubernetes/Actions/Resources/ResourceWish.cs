using System.Text.Json.Nodes;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>Puts what was asked for into a container; everything else stays as it is.</summary>
internal static class ResourceWish
{
    public static bool IsAny(KubeArguments arguments) =>
        (arguments.CpuRequest ?? arguments.CpuLimit ?? arguments.MemoryRequest ?? arguments.MemoryLimit) is not null;

    public static void Put(KubeArguments arguments, JsonObject container)
    {
        if (container["resources"] is not JsonObject resources)
            container["resources"] = resources = [];
        Put(resources, "requests", ("cpu", arguments.CpuRequest), ("memory", arguments.MemoryRequest));
        Put(resources, "limits", ("cpu", arguments.CpuLimit), ("memory", arguments.MemoryLimit));
    }

    private static void Put(JsonObject resources, string kind, params (string Name, string? Amount)[] wishes)
    {
        foreach (var (name, amount) in wishes)
        {
            if (amount is null)
                continue;
            if (resources[kind] is not JsonObject amounts)
                resources[kind] = amounts = [];
            amounts[name] = amount;
        }
    }
}
