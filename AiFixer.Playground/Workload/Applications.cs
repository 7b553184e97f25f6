using AiFixer.Playground.Store;

namespace AiFixer.Playground.Workload;

/// <summary>The software behind each workload; one without an entry runs anything and never fails.</summary>
internal sealed class Applications(double capacityPerPod)
{
    private static readonly Application Unknown = new() { CapacityPerPod = double.MaxValue };
    private readonly Dictionary<string, Application> book = new(StringComparer.Ordinal);

    public Application Of(StoredObject? workload) =>
        workload is not null && book.TryGetValue(workload.Uid, out var application) ? application : Unknown;

    /// <summary>The entry of the workload, made if it is not there.</summary>
    public Application Change(StoredObject workload)
    {
        if (!book.TryGetValue(workload.Uid, out var application))
            book[workload.Uid] = application = new() { CapacityPerPod = capacityPerPod };
        return application;
    }

    /// <summary>Says that only images of this repository are the workload's own software.</summary>
    public void Install(StoredObject workload, string repository) =>
        book[workload.Uid] = new() { CapacityPerPod = capacityPerPod, Repository = repository };

    public void Heal(StoredObject workload) => Change(workload).Heal(capacityPerPod);

    public void Forget(StoredObject workload) => book.Remove(workload.Uid);
}
