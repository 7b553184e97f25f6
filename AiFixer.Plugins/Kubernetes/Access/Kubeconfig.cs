using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>One or several kubeconfig files as one: the first that names a thing wins.</summary>
internal sealed class Kubeconfig
{
    private readonly Dictionary<string, (KubeconfigCluster Value, string Folder)> clusters = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KubeconfigContext> contexts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (KubeconfigUser Value, string Folder)> users = new(StringComparer.Ordinal);
    private string? currentContext;

    public static Kubeconfig Load(IEnumerable<string> paths)
    {
        var config = new Kubeconfig();
        foreach (var path in paths)
            config.Merge(Parse(Pem.Read(path), path), Path.GetDirectoryName(Path.GetFullPath(path))!);
        return config;
    }

    public KubeEndpoint Resolve(string? contextName, TimeProvider time)
    {
        var name = string.IsNullOrEmpty(contextName) ? currentContext : contextName;
        if (string.IsNullOrEmpty(name))
            throw new KubeAccessException("the kubeconfig has no current-context; name one");
        if (!contexts.TryGetValue(name, out var context))
            throw new KubeAccessException($"the kubeconfig has no context '{name}'");
        if (!clusters.TryGetValue(context.Cluster ?? "", out var cluster))
            throw new KubeAccessException($"the kubeconfig has no cluster '{context.Cluster}'");
        (KubeconfigUser Value, string Folder) user = (new(), cluster.Folder);
        if (!string.IsNullOrEmpty(context.User) && !users.TryGetValue(context.User, out user))
            throw new KubeAccessException($"the kubeconfig has no user '{context.User}'");
        return KubeconfigResolver.Endpoint(
            new(cluster.Value, cluster.Folder), new(user.Value, user.Folder), time);
    }

    private static KubeconfigDocument Parse(string yaml, string path)
    {
        try
        {
            return new DeserializerBuilder().IgnoreUnmatchedProperties().Build().Deserialize<KubeconfigDocument?>(yaml) ?? new();
        }
        catch (YamlException e)
        {
            throw new KubeAccessException($"{path} is not a kubeconfig: line {e.Start.Line}: {e.Message}", e);
        }
    }

    private void Merge(KubeconfigDocument document, string folder)
    {
        if (string.IsNullOrEmpty(currentContext))
            currentContext = document.CurrentContext;
        foreach (var cluster in document.Clusters ?? [])
            clusters.TryAdd(cluster.Name ?? "", (cluster.Cluster ?? new(), folder));
        foreach (var context in document.Contexts ?? [])
            contexts.TryAdd(context.Name ?? "", context.Context ?? new());
        foreach (var user in document.Users ?? [])
            users.TryAdd(user.Name ?? "", (user.User ?? new(), folder));
    }
}
