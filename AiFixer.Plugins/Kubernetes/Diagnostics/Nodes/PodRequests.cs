namespace AiFixer.Plugins.Kubernetes;

/// <summary>
/// The room the scheduler keeps for a pod: its containers together, or its largest init container where that is more.
/// </summary>
internal static class PodRequests
{
    public static (decimal Cpu, decimal Memory) Of(Pod.PodSpec? spec) =>
        (Of(spec, r => Quantity.Of(r?.CpuRequest) ?? 0), Of(spec, r => Quantity.Of(r?.MemoryRequest) ?? 0));

    private static decimal Of(Pod.PodSpec? spec, Func<ResourceNeeds?, decimal> amount)
    {
        var init = spec?.InitContainers ?? [];
        var sidecars = init.Where(c => c.RestartPolicy == "Always").Sum(c => amount(c.Resources));
        var together = (spec?.Containers ?? []).Sum(c => amount(c.Resources)) + sidecars;
        var starting = init.Where(c => c.RestartPolicy != "Always").Select(c => amount(c.Resources)).DefaultIfEmpty().Max();
        return Math.Max(together, starting + sidecars);
    }
}
