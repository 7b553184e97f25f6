using YamlDotNet.Serialization;

namespace AiFixer.Plugins.Kubernetes;

/// <summary>A kubeconfig file as it is written (mapped by YamlDotNet).</summary>
internal sealed class KubeconfigDocument
{
    [YamlMember(Alias = "current-context")]
    public string? CurrentContext { get; set; }

    [YamlMember(Alias = "clusters")]
    public List<KubeconfigCluster.Named>? Clusters { get; set; }

    [YamlMember(Alias = "contexts")]
    public List<KubeconfigContext.Named>? Contexts { get; set; }

    [YamlMember(Alias = "users")]
    public List<KubeconfigUser.Named>? Users { get; set; }
}
