namespace AiFixer.Plugins.Kubernetes;

internal sealed record NodeUsage(ObjectMeta Metadata, ResourceNeeds.Amounts? Usage);
