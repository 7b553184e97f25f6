using System.Text.RegularExpressions;
using AiFixer.TestSupport;
using AiFixer.Tests.Deployment.Rights;

namespace AiFixer.Tests.Deployment;

/// <summary>What docs/kubernetes.md says is so.</summary>
public sealed partial class KubernetesDocumentTests
{
    private static readonly string Text = File.ReadAllText(Path.Combine(SourceFolder.Root, "docs/kubernetes.md"));

    [Fact]
    public void Its_table_of_rights_is_that_of_the_roles()
    {
        var rows = Right.All.GroupBy(right => (right.Role, right.Group, right.Resource)).Select(Row);

        Text.ShouldContain(string.Join('\n', rows), Case.Sensitive);
    }

    [Fact]
    public async Task Its_commands_can_be_run_one_after_the_other()
    {
        await using var bench = await ClusterBench.StartAsync();
        await bench.KubectlAsync("create", "namespace", "monitoring");
        var script = string.Join('\n', Shell().Matches(Text).Select(match => match.Groups[1].Value));

        await using var shell = ChildProcess.Start(new("bash", ["-euo", "pipefail", "-c", script])
        {
            WorkingDirectory = SourceFolder.Root,
            Environment = new Dictionary<string, string?> { ["KUBECONFIG"] = bench.Folder.File("config"), ["HOME"] = bench.Folder.Path },
        });

        (await shell.ExitedAsync()).ShouldBe(0, shell.Describe("failed"));
        (await bench.ListAsync("v1/secrets")).Select(secret => secret["metadata"]!["name"]!.ToString()).ShouldBe(["aifixer-keys", "aifixer-postgres"]);
    }

    [Fact]
    public void Every_overlay_and_component_is_told_of()
    {
        foreach (var folder in (string[])["overlays", "components"])
        {
            foreach (var path in Directory.EnumerateDirectories(Path.Combine(SourceFolder.Root, "k8s", folder)))
                Text.ShouldContain($"`{Path.GetFileName(path)}`");
        }
    }

    /// <summary>Whoever reads everything is named only where nobody else needs it.</summary>
    private static string Row(IGrouping<(string Role, string Group, string Resource), Right> rights)
    {
        var plugins = rights.SelectMany(right => right.Plugins).Distinct().Order(StringComparer.Ordinal).ToList();
        var named = plugins.Count > 1 ? plugins.Where(plugin => plugin != "k8s.get") : plugins;
        var resource = rights.Key.Group.Length == 0 ? rights.Key.Resource : $"{rights.Key.Resource}.{rights.Key.Group}";
        return $"| `{rights.Key.Role}` | {string.Join(", ", rights.Select(right => right.Verb))} | {resource} | {string.Join(", ", named.Select(plugin => $"`{plugin}`"))} |";
    }

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shell();
}
