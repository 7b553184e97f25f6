using System.Globalization;
using AiFixer.Playground.Controllers;
using AiFixer.Playground.Json;
using AiFixer.Playground.Kubelet;
using AiFixer.Playground.Store;
using AiFixer.Playground.Workload;

namespace AiFixer.Playground.Observability;

/// <summary>The world's usage as the metrics that kubelets, kube-state-metrics and the services themselves would show.</summary>
internal static class LiveMetrics
{
    /// <summary>A world made large to see how lists do needs no history of every pod.</summary>
    private const int MostPods = 500;

    private static readonly double[] Bounds = [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, double.PositiveInfinity];

    public static IReadOnlyDictionary<string, MetricMetadata> Known { get; } = new Dictionary<string, MetricMetadata>(StringComparer.Ordinal)
    {
        ["http_requests_total"] = new("counter", "Requests answered, by status code."),
        ["http_request_duration_seconds"] = new("histogram", "How long answers took.", "seconds"),
        ["container_cpu_usage_seconds_total"] = new("counter", "CPU time used.", "seconds"),
        ["container_memory_working_set_bytes"] = new("gauge", "Memory in use.", "bytes"),
        ["kube_pod_container_status_restarts_total"] = new("counter", "Restarts of the container."),
        ["kube_deployment_spec_replicas"] = new("gauge", "Pods wanted."),
        ["kube_deployment_status_replicas_ready"] = new("gauge", "Pods ready."),
        ["db_client_connections_in_use"] = new("gauge", "Connections to the database that are not given back."),
        ["node_cpu_usage_cores"] = new("gauge", "Cores in use.", "cores"),
        ["node_memory_working_set_bytes"] = new("gauge", "Memory in use.", "bytes"),
        ["node_filesystem_used_bytes"] = new("gauge", "Disk in use.", "bytes"),
        ["node_filesystem_size_bytes"] = new("gauge", "Disk there is.", "bytes"),
    };

    public static void Read(ControlPlane world, SeriesBook book)
    {
        foreach (var pod in world.Usage.Pods().Take(MostPods))
            Pod(pod, book);
        foreach (var run in world.Store.List(Resources.Pods).Take(MostPods).Select(world.Pods.Find).OfType<PodRun>())
            Restarts(run, book);
        foreach (var node in world.Usage.Nodes())
            Node(node, book);
        foreach (var deployment in world.Store.List(Resources.Deployments))
            Deployment(world, deployment, book);
    }

    private static void Pod(PodUsage pod, SeriesBook book)
    {
        (string, string)[] container = [("namespace", pod.Pod.Namespace), ("pod", pod.Pod.Name), ("container", pod.Container)];
        book.Counter("container_cpu_usage_seconds_total", pod.CpuCores, pod.StartedAt, container);
        book.Gauge("container_memory_working_set_bytes", pod.MemoryBytes, container);
        if (pod.Workload is not { } workload)
            return;
        (string, string)[] service = [("namespace", pod.Pod.Namespace), ("service", workload.Name), ("pod", pod.Pod.Name)];
        book.Gauge("db_client_connections_in_use", pod.Connections, service);
        book.Counter("http_requests_total", pod.RequestsPerSecond * (1 - pod.ErrorRatio), pod.StartedAt, [.. service, ("code", "200")]);
        book.Counter("http_requests_total", pod.RequestsPerSecond * pod.ErrorRatio, pod.StartedAt, [.. service, ("code", "500")]);
        book.Counter("http_request_duration_seconds_count", pod.RequestsPerSecond, pod.StartedAt, service);
        book.Counter("http_request_duration_seconds_sum", pod.RequestsPerSecond * pod.MedianLatency.TotalSeconds, pod.StartedAt, service);
        foreach (var bound in Bounds)
        {
            var text = double.IsFinite(bound) ? bound.ToString(CultureInfo.InvariantCulture) : "+Inf";
            book.Counter("http_request_duration_seconds_bucket", pod.RequestsPerSecond * Within(bound, pod), pod.StartedAt, [.. service, ("le", text)]);
        }
    }

    /// <summary>Counted whether the container runs or waits to be tried again.</summary>
    private static void Restarts(PodRun run, SeriesBook book) => book.Gauge(
        "kube_pod_container_status_restarts_total", run.Restarts,
        ("namespace", run.Pod.Namespace), ("pod", run.Pod.Name), ("container", run.Container));

    private static void Node(NodeUsage node, SeriesBook book)
    {
        book.Gauge("node_cpu_usage_cores", node.CpuCores, ("node", node.Node.Name));
        book.Gauge("node_memory_working_set_bytes", node.MemoryBytes, ("node", node.Node.Name));
        book.Gauge("node_filesystem_used_bytes", node.DiskBytes, ("node", node.Node.Name));
        book.Gauge("node_filesystem_size_bytes", node.DiskCapacityBytes, ("node", node.Node.Name));
    }

    private static void Deployment(ControlPlane world, StoredObject deployment, SeriesBook book)
    {
        (string, string)[] labels = [("namespace", deployment.Namespace), ("deployment", deployment.Name)];
        book.Gauge("kube_deployment_spec_replicas", deployment.Spec.Int("replicas") ?? 1, labels);
        book.Gauge("kube_deployment_status_replicas_ready", deployment.Status.Int("readyReplicas") ?? 0, labels);
        book.Counter(
            "http_requests_total", world.Usage.Refused(deployment), deployment.Created,
            ("namespace", deployment.Namespace), ("service", deployment.Name), ("code", "503"));
    }

    /// <summary>The share of answers within a time: half of them at the median, 99 of 100 at the slow end, straight in between.</summary>
    private static double Within(double seconds, PodUsage pod)
    {
        var (median, slow) = (pod.MedianLatency.TotalSeconds, pod.SlowLatency.TotalSeconds);
        if (seconds <= median)
            return 0.5 * seconds / median;
        return seconds >= slow ? 1 : 0.5 + (0.49 * (seconds - median) / (slow - median));
    }
}
