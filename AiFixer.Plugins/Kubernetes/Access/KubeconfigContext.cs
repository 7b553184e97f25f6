using YamlDotNet.Serialization;

namespace AiFixer.Plugins.Kubernetes;

internal sealed class KubeconfigContext
{
    [YamlMember(Alias = "cluster")]
    public string? Cluster { get; set; }

    [YamlMember(Alias = "user")]
    public string? User { get; set; }

    internal sealed class Named
    {
        [YamlMember(Alias = "name")]
        public string? Name { get; set; }

        [YamlMember(Alias = "context")]
        public KubeconfigContext? Context { get; set; }
    }
}
