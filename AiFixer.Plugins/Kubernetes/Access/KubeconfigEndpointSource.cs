namespace AiFixer.Plugins.Kubernetes;

/// <summary>A kubeconfig, read again when a file of it changes.</summary>
internal sealed class KubeconfigEndpointSource(string files, string? context, TimeProvider time) : IEndpointSource
{
    private readonly string[] paths = files.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
    private readonly Lock gate = new();
    private (string Stamp, KubeEndpoint Endpoint)? kept;

    public KubeEndpoint Current()
    {
        lock (gate)
        {
            var stamp = Stamp();
            if (kept is not { } last || last.Stamp != stamp)
                kept = last = (stamp, Kubeconfig.Load(paths).Resolve(context, time));
            return last.Endpoint;
        }
    }

    private string Stamp() => string.Join('|', paths.Select(path =>
    {
        var file = new FileInfo(path);
        return file.Exists ? $"{file.LastWriteTimeUtc.Ticks}.{file.Length}" : "none";
    }));
}
