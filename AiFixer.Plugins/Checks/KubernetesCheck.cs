using AiFixer.Plugins.Kubernetes;

namespace AiFixer.Plugins.Checks;

/// <summary>Asks a cluster which it is and what we may do there.</summary>
internal sealed class KubernetesCheck(string name, KubeClient client) : IConnectionCheck
{
    private const string Everywhere = "";

    private string Key => $"{PluginsOptions.Section}:Kubernetes:{name}";

    public string Subject => $"cluster '{name}'";

    public async Task<Finding> RunAsync(CancellationToken cancellationToken)
    {
        var version = await client.GetAsync("/version", KubeJson.Default.KubeVersion, cancellationToken);
        if (version.Failed(out var error, out var answer))
            return new(Subject, FindingState.Broken, error.Message, Remedy(error));
        if (answer.GitVersion.Length == 0)
            return new(Subject, FindingState.Broken, "what answers is no Kubernetes API", $"check the server's address in {Key}");
        IReadOnlyList<string> namespaces = client.Connection.Namespaces is { Count: > 0 } some ? some : [Everywhere];
        var access = new List<PluginAccess>();
        foreach (var ns in namespaces)
            access.AddRange(await KubeAccessCheck.AskAsync(client, ns, cancellationToken));
        return Judge(access, Where(namespaces), OutsideText.Line(answer.GitVersion, 60));
    }

    private static string Where(IReadOnlyList<string> namespaces) => namespaces switch
    {
        [Everywhere] => "all namespaces",
        [var only] => only,
        _ => $"each of {string.Join(", ", namespaces)}",
    };

    private Finding Judge(List<PluginAccess> access, string where, string version)
    {
        if (access.FirstOrDefault(plugin => plugin.Unknown is not null) is { } unknown)
            return new(Subject, FindingState.Limited, $"it does not say what we may do: {unknown.Unknown}", "check that the account may create selfsubjectaccessreviews", version);
        // What is denied in two namespaces is told once.
        var denied = access.Where(plugin => plugin.Denied.Count > 0).GroupBy(plugin => plugin.Plugin)
            .Select(same => same.First() with { Denied = [.. same.SelectMany(plugin => plugin.Denied).Distinct()] }).ToList();
        if (denied.Count == 0)
            return new(Subject, FindingState.Fine, $"reachable, and everything the plugins need is allowed in {where}", Version: version);
        var rights = denied.SelectMany(plugin => plugin.Denied).Distinct().Select(right => right.ToString()).Order(StringComparer.Ordinal);
        return new(
            Subject, FindingState.Limited,
            $"not in {where}: {string.Join("; ", denied.Select(plugin => $"{plugin.Plugin} ({string.Join(", ", plugin.Denied)})"))}",
            $"grant the account a ClusterRole with: {string.Join(", ", rights)}; or leave these plugins disabled{(where == "all namespaces" ? $"; or say in {Key}:Namespaces where they are meant to work" : "")}", version);
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
