namespace AiFixer.Plugins.Kubernetes;

/// <summary>Annotations Kubernetes and kubectl give a meaning to.</summary>
internal static class WellKnown
{
    public const string Revision = "deployment.kubernetes.io/revision";
    public const string RevisionHistory = "deployment.kubernetes.io/revision-history";
    public const string ChangeCause = "kubernetes.io/change-cause";
    public const string RestartedAt = "kubectl.kubernetes.io/restartedAt";
    public const string DefaultContainer = "kubectl.kubernetes.io/default-container";
    public const string LastApplied = "kubectl.kubernetes.io/last-applied-configuration";
}
