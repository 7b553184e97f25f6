namespace AiFixer.Plugins.Kubernetes;

/// <summary>Answer of <c>k8s.get_pod_logs</c>, oldest line first.</summary>
internal sealed record LogsData(string Pod, string Container, bool Previous, IReadOnlyList<string> Lines);
