using AiFixer.Plugins.Kubernetes;

namespace AiFixer.Plugins.Checks;

/// <summary>Asks a cluster which it is and what we may do there.</summary>
internal sealed class KubernetesCheck(string name, KubeClient client) : IConnectionCheck
{
    private string Key => $"{PluginsOptions.Section}:Kubernetes:{name}";

    public string Subject => $"cluster '{name}'";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        var version = await client.GetAsync("/version", KubeJson.Default.KubeVersion, cancellationToken);
        if (version.Failed(out var error, out var answer))
            return new(Subject, FindingState.Broken, error.Message, Remedy(error));
        if (answer.GitVersion.Length == 0)
            return new(Subject, FindingState.Broken, "what answers is no Kubernetes API", $"check the server's address in {Key}");
        var access = await KubeAccessCheck.AskAsync(client, "", cancellationToken);
        return Judge(access, OutsideText.Line(answer.GitVersion, 60));
    }

    private Finding Judge(IReadOnlyList<PluginAccess> access, string version)
    {
        if (access.FirstOrDefault(plugin => plugin.Unknown is not null) is { } unknown)
            return new(Subject, FindingState.Limited, $"it does not say what we may do: {unknown.Unknown}", "check that the account may create selfsubjectaccessreviews", version);
        var denied = access.Where(plugin => plugin.Denied.Count > 0).ToList();
        if (denied.Count == 0)
            return new(Subject, FindingState.Fine, "reachable, and everything the plugins need is allowed in all namespaces", Version: version);
        var rights = denied.SelectMany(plugin => plugin.Denied).Distinct().Select(right => right.ToString()).Order(StringComparer.Ordinal);
        return new(
            Subject, FindingState.Limited,
            $"not in all namespaces: {string.Join("; ", denied.Select(plugin => $"{plugin.Plugin} ({string.Join(", ", plugin.Denied)})"))}",
            $"grant the account a ClusterRole with: {string.Join(", ", rights)}; or leave these plugins disabled", version);
    }

    private string Remedy(KubeError error) => error switch
    {
        { Failure: KubeFailure.NoAccess } => $"check the file, context or credential that {Key} names",
        { Code: 401 } => $"the token or certificate of {Key} has expired or belongs to another cluster: renew it",
        { Code: 403 } => $"give the account of {Key} rights; k8s/ has a ClusterRole",
        { Failure: KubeFailure.Unreachable } when error.Message.Contains("SSL", StringComparison.OrdinalIgnoreCase) =>
            $"let {Key}:CertificateAuthority (or the kubeconfig) name the cluster's own authority",
        { Failure: KubeFailure.Unreachable or KubeFailure.NotTried } => $"check the server's address in {Key}, and whether a firewall lets us through",
        { Failure: KubeFailure.TimedOut } => $"check whether a firewall drops what we send; if it is only slow, raise {Key}:RequestTimeout",
        _ => $"check that the address in {Key} is the cluster's API, with no login page before it",
    };
}
