using AiFixer.Playground.Store;

namespace AiFixer.Playground.Faults;

/// <summary>Faults by deployment; one without an entry is healthy.</summary>
internal sealed class FaultBook(double capacityPerPod)
{
    private static readonly DeploymentFaults None = new();
    private readonly Dictionary<string, DeploymentFaults> book = new(StringComparer.Ordinal);

    public DeploymentFaults Of(StoredObject? deployment) =>
        deployment is not null && book.TryGetValue(deployment.Uid, out var faults) ? faults : None;

    public DeploymentFaults Change(StoredObject deployment)
    {
        if (!book.TryGetValue(deployment.Uid, out var faults))
            book[deployment.Uid] = faults = new() { CapacityPerPod = capacityPerPod };
        return faults;
    }

    public void Clear(StoredObject deployment) => book.Remove(deployment.Uid);
}
