using AiFixer.Playground.Faults;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Kubelet;

/// <summary>Every pod there is, and which ones stand behind the same deployment.</summary>
internal sealed class PodRegistry(FaultBook faults)
{
    private readonly Dictionary<string, PodRun> runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PodRun>> byDeployment = new(StringComparer.Ordinal);

    public PodRun? Find(StoredObject pod) => runs.GetValueOrDefault(pod.Uid);

    public IReadOnlyList<PodRun> Behind(StoredObject deployment) => byDeployment.TryGetValue(deployment.Uid, out var siblings) ? siblings : [];

    public void Add(PodRun run)
    {
        runs[run.Pod.Uid] = run;
        if (run.Deployment is null)
            return;
        if (!byDeployment.TryGetValue(run.Deployment.Uid, out var siblings))
            byDeployment[run.Deployment.Uid] = siblings = [];
        siblings.Add(run);
    }

    public PodRun? Remove(StoredObject pod)
    {
        if (!runs.Remove(pod.Uid, out var run))
            return null;
        if (run.Deployment is not null && byDeployment.TryGetValue(run.Deployment.Uid, out var siblings) && siblings.Remove(run) && siblings.Count == 0)
            byDeployment.Remove(run.Deployment.Uid);
        return run;
    }

    /// <summary>Pods that are about to crash carry no traffic.</summary>
    public bool IsOverloaded(StoredObject deployment)
    {
        var book = faults.Of(deployment);
        return book.IsOverloaded(Behind(deployment).Count(run => run.IsRunning && book.CrashMessage(run.Image) is null));
    }
}
