namespace AiFixer.Plugins.Kubernetes;

/// <summary>A program that hands out credentials, ready to be started: an argument list, never a command line.</summary>
internal sealed record ExecSettings(
    string ApiVersion, string Command, IReadOnlyList<string> Arguments, IReadOnlyList<(string Name, string Value)> Environment, string Hint)
{
    private static readonly string[] Versions = ["client.authentication.k8s.io/v1", "client.authentication.k8s.io/v1beta1"];

    /// <exception cref="KubeAccessException">It cannot be used here.</exception>
    public static ExecSettings Of(KubeconfigExec exec, FromFile<KubeconfigCluster> cluster, string folder)
    {
        if (!Versions.Contains(exec.ApiVersion, StringComparer.Ordinal))
            throw new KubeAccessException($"the kubeconfig's exec has apiVersion '{exec.ApiVersion}'; it must be one of {string.Join(", ", Versions)}");
        if (string.IsNullOrEmpty(exec.Command))
            throw new KubeAccessException("the kubeconfig's exec names no command");
        CheckMode(exec);
        var info = ExecInfo.Of(exec.ApiVersion!, exec.ProvideClusterInfo ? cluster : null);
        return new(
            exec.ApiVersion!, Locate(exec.Command, folder), exec.Arguments ?? [],
            [.. (exec.Environment ?? []).Select(v => (v.Name ?? "", v.Value ?? "")), ("KUBERNETES_EXEC_INFO", info)],
            string.IsNullOrEmpty(exec.InstallHint) ? "" : $" ({OutsideText.Line(exec.InstallHint, 300)})");
    }

    /// <summary>Nobody sits at a terminal here.</summary>
    private static void CheckMode(KubeconfigExec exec)
    {
        if (exec.InteractiveMode == "Always")
            throw new KubeAccessException($"the kubeconfig's program {exec.Command} wants a person at a terminal (interactiveMode: Always): use a service account's token");
        if (exec.InteractiveMode is not (null or "" or "Never" or "IfAvailable"))
            throw new KubeAccessException($"the kubeconfig's exec has interactiveMode '{exec.InteractiveMode}'; it must be Never, IfAvailable or Always");
        if (string.IsNullOrEmpty(exec.InteractiveMode) && exec.ApiVersion == Versions[0])
            throw new KubeAccessException("the kubeconfig's exec needs an interactiveMode with client.authentication.k8s.io/v1");
    }

    private static string Locate(string command, string folder) =>
        command.Contains('/', StringComparison.Ordinal) ? Path.GetFullPath(command, folder) : command;
}
