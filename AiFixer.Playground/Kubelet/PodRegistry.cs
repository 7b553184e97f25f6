using AiFixer.Playground.Store;

namespace AiFixer.Playground.Kubelet;

/// <summary>Every pod there is, which ones stand behind the same workload, and which ones are on a node.</summary>
internal sealed class PodRegistry
{
    private readonly Dictionary<string, PodRun> runs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PodRun>> byWorkload = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PodRun>> byNode = new(StringComparer.Ordinal);

    public PodRun? Find(StoredObject pod) => runs.GetValueOrDefault(pod.Uid);

    public IReadOnlyList<PodRun> Behind(StoredObject workload) => byWorkload.TryGetValue(workload.Uid, out var siblings) ? siblings : [];

    public IReadOnlyList<PodRun> OnNode(string node) => byNode.TryGetValue(node, out var there) ? there : [];

    public void Add(PodRun run)
    {
        runs[run.Pod.Uid] = run;
        if (run.Workload is not null)
            Among(byWorkload, run.Workload.Uid).Add(run);
    }

    public void Bind(PodRun run, string node)
    {
        run.Node = node;
        Among(byNode, node).Add(run);
    }

    public PodRun? Remove(StoredObject pod)
    {
        if (!runs.Remove(pod.Uid, out var run))
            return null;
        if (run.Workload is not null)
            Drop(byWorkload, run.Workload.Uid, run);
        if (run.Node is not null)
            Drop(byNode, run.Node, run);
        return run;
    }

    private static List<PodRun> Among(Dictionary<string, List<PodRun>> index, string key)
    {
        if (!index.TryGetValue(key, out var list))
            index[key] = list = [];
        return list;
    }

    private static void Drop(Dictionary<string, List<PodRun>> index, string key, PodRun run)
    {
        if (index.TryGetValue(key, out var list) && list.Remove(run) && list.Count == 0)
            index.Remove(key);
    }
}
