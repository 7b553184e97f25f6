using AiFixer.Plugins.Kubernetes;
using AiFixer.TestSupport;
using YamlDotNet.RepresentationModel;

namespace AiFixer.Tests.Deployment.Rights;

/// <summary>One verb on one resource, as one role of the manifests allows it.</summary>
internal sealed record Right(string Role, string Group, string Resource, string Verb)
{
    private static readonly string[] Files = ["role-read.yaml", "role-write.yaml", "role-nodes.yaml"];

    public static IReadOnlyList<Right> All { get; } = [.. Files.SelectMany(Read)];

    /// <summary>The plugins that say they need it, those that need little else first.</summary>
    public IEnumerable<string> Plugins => KubePermissions.ByPlugin
        .Where(plugin => plugin.Value.Any(needed => needed.Verb == Verb && needed.Group == Group && needed.Resource == Resource))
        .OrderBy(plugin => plugin.Value.Count).Select(plugin => plugin.Key);

    /// <summary>As a refusal says it.</summary>
    public string Refused => $"cannot {Verb} resource \"{Resource}\" in API group \"{Group}\"";

    public override string ToString() => $"{Verb} {Resource}{(Group.Length == 0 ? "" : $".{Group}")}";

    private static IEnumerable<Right> Read(string file)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(File.ReadAllText(Path.Combine(SourceFolder.Root, "k8s/base", file))));
        return
            from document in yaml.Documents
            let role = (YamlMappingNode)document.RootNode
            where role["kind"].ToString() == "ClusterRole"
            from rule in (YamlSequenceNode)role["rules"]
            from apiGroup in Texts(rule, "apiGroups")
            from resource in Texts(rule, "resources")
            from verb in Texts(rule, "verbs")
            select new Right(role["metadata"]["name"].ToString(), apiGroup, resource, verb);
    }

    private static IEnumerable<string> Texts(YamlNode rule, string list) => ((YamlSequenceNode)rule[list]).Select(item => ((YamlScalarNode)item).Value!);
}
