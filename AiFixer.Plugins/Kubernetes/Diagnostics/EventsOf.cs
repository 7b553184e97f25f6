namespace AiFixer.Plugins.Kubernetes;

/// <summary>The events of one thing, newest first. They are found by its uid: another thing may have had its name.</summary>
internal static class EventsOf
{
    private const int MostRead = 500;
    private const int MostShown = 50;
    private const string MirrorOf = "kubernetes.io/config.mirror";

    /// <summary>The kubelet writes events of a static pod under the identity its file gave it.</summary>
    public static Task<KubeResult<IReadOnlyList<EventData>>> PodAsync(KubeClient client, ObjectMeta pod, CancellationToken cancellationToken) =>
        ReadAsync(
            client, KubePaths.Events(pod.Namespace),
            [$"involvedObject.name={pod.Name},involvedObject.namespace={pod.Namespace},involvedObject.uid={pod.Annotation(MirrorOf) ?? pod.Uid}"],
            cancellationToken);

    /// <summary>Controllers write the node's uid into its events, the kubelet its name.</summary>
    public static Task<KubeResult<IReadOnlyList<EventData>>> NodeAsync(KubeClient client, ObjectMeta node, CancellationToken cancellationToken) =>
        ReadAsync(
            client, KubePaths.AllEvents,
            [.. new[] { node.Uid, node.Name }.Select(uid => $"involvedObject.kind=Node,involvedObject.name={node.Name},involvedObject.uid={uid}")],
            cancellationToken);

    private static async Task<KubeResult<IReadOnlyList<EventData>>> ReadAsync(
        KubeClient client, string path, IReadOnlyList<string> selectors, CancellationToken cancellationToken)
    {
        var all = new List<KubeEvent>();
        foreach (var selector in selectors)
        {
            var read = await client.ListAsync(
                path, KubePaths.FieldSelector(selector), KubeJson.Default.KubeListKubeEvent, MostRead, cancellationToken);
            if (read.Failed(out var error, out var events))
                return new(error);
            all.AddRange(events.Items);
        }

        return new([.. all.OrderByDescending(e => e.LastSeen).Take(MostShown).Select(EventData.Of)]);
    }
}
