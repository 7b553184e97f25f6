namespace AiFixer.Plugins.Kubernetes;

internal sealed record ConditionData(string Type, string Status, string Reason, string Message);
