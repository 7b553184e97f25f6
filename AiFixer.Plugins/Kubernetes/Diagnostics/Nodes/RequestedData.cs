namespace AiFixer.Plugins.Kubernetes;

/// <summary>What all pods of a node ask for, and how much of the node that is.</summary>
internal sealed record RequestedData(long CpuMillicores, int? CpuPercent, long MemoryBytes, int? MemoryPercent)
{
    public static RequestedData Of(IEnumerable<Pod> pods, IReadOnlyDictionary<string, string> room)
    {
        var (cpu, memory) = (0m, 0m);
        foreach (var pod in pods)
        {
            var (podCpu, podMemory) = PodRequests.Of(pod.Spec);
            (cpu, memory) = (cpu + podCpu, memory + podMemory);
        }

        return new(
            (long)Math.Ceiling(cpu * 1000), Percent(cpu, room.GetValueOrDefault("cpu")), (long)memory, Percent(memory, room.GetValueOrDefault("memory")));
    }

    private static int? Percent(decimal part, string? whole) => Quantity.Of(whole) is > 0 and var all ? (int)(100 * part / all) : null;
}
