namespace AiFixer.Plugins.Kubernetes;

internal sealed record OwnerReference(string Kind, string Name, string Uid, bool Controller);
