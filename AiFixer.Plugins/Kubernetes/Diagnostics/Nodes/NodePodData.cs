namespace AiFixer.Plugins.Kubernetes;

internal sealed record NodePodData(string Namespace, string Name, string Status, long CpuRequestMillicores, long MemoryRequestBytes)
{
    public static NodePodData Of(Pod pod)
    {
        var (cpu, memory) = PodRequests.Of(pod.Spec);
        return new(pod.Metadata.Namespace, pod.Metadata.Name, PodStatusColumn.Of(pod), (long)Math.Ceiling(cpu * 1000), (long)memory);
    }
}
