namespace AiFixer.Plugins.Kubernetes;

internal sealed record KubeList<T>(ListMeta? Metadata, List<T>? Items);
