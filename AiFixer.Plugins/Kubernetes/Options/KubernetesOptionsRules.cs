using System.Text.RegularExpressions;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>What a cluster's options must fulfil.</summary>
internal static partial class KubernetesOptionsRules
{
    public static IEnumerable<string> Problems(string key, string name, KubernetesConnectionOptions options)
    {
        if (!Name().IsMatch(name))
            yield return $"{key}: a connection's name is up to 63 letters, digits, - and _";
        if (Ways(options) != 1)
            yield return $"{key}: set one of Kubeconfig, Server and InCluster";
        if (options.Context is { Length: > 0 } && string.IsNullOrEmpty(options.Kubeconfig))
            yield return $"{key}:Context: needs Kubeconfig";
        foreach (var problem in ServerProblems(key, options))
            yield return problem;
        foreach (var (setting, path) in Files(options))
            if (!string.IsNullOrEmpty(path) && !File.Exists(path))
                yield return $"{key}:{setting}: there is no file '{path}'";
        foreach (var ns in options.Namespaces.Where(ns => !Label().IsMatch(ns)))
            yield return $"{key}:Namespaces: '{ns}' is no namespace's name";
        if (string.IsNullOrEmpty(options.ClientCertificate) != string.IsNullOrEmpty(options.ClientKey))
            yield return $"{key}:ClientKey: ClientCertificate and ClientKey go together";
        if (options.RequestTimeout <= TimeSpan.Zero || options.RequestTimeout > TimeSpan.FromMinutes(10))
            yield return $"{key}:RequestTimeout: must be more than 0 and at most 10 minutes";
        if (options.MaxConcurrentRequests is < 1 or > 1000)
            yield return $"{key}:MaxConcurrentRequests: must be between 1 and 1000";
    }

    private static IEnumerable<string> ServerProblems(string key, KubernetesConnectionOptions options)
    {
        if (string.IsNullOrEmpty(options.Server))
            yield break;
        if (!Uri.TryCreate(options.Server, UriKind.Absolute, out var server) || server.Scheme is not ("http" or "https"))
            yield return $"{key}:Server: must be an address such as https://10.0.0.1:6443";
        else if (KubeEndpoint.WouldLeak(server, HasSecret(options)))
            yield return $"{key}:Server: credentials are sent over https only";
    }

    private static int Ways(KubernetesConnectionOptions options) =>
        new[] { !string.IsNullOrEmpty(options.Kubeconfig), !string.IsNullOrEmpty(options.Server), options.InCluster }.Count(set => set);

    private static bool HasSecret(KubernetesConnectionOptions options) =>
        !string.IsNullOrEmpty(options.Token) || !string.IsNullOrEmpty(options.TokenFile);

    private static IEnumerable<(string Setting, string? Path)> Files(KubernetesConnectionOptions options)
    {
        foreach (var path in (options.Kubeconfig ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            yield return (nameof(options.Kubeconfig), path);
        yield return (nameof(options.TokenFile), options.TokenFile);
        yield return (nameof(options.CertificateAuthority), options.CertificateAuthority);
        yield return (nameof(options.ClientCertificate), options.ClientCertificate);
        yield return (nameof(options.ClientKey), options.ClientKey);
    }

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]{0,62}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"^[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?\z")]
    private static partial Regex Label();
}
