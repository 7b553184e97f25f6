namespace AiFixer.Plugins.Kubernetes;

internal sealed record KubeVersion(string GitVersion = "");
