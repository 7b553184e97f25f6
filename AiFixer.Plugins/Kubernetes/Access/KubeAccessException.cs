namespace AiFixer.Plugins.Kubernetes;

/// <summary>A kubeconfig, certificate or token that cannot be used; nothing was sent.</summary>
internal sealed class KubeAccessException(string message, Exception? inner = null) : Exception(message, inner);
