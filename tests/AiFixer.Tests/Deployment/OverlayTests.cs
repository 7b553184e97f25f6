using System.Text.Json.Nodes;
using AiFixer.Core.Secrets;

namespace AiFixer.Tests.Deployment;

/// <summary>Every overlay is applied by the real kubectl to a cluster that holds it against its types.</summary>
public sealed class OverlayTests
{
    public static TheoryData<string> Overlays => Kustomize.Overlays;

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task An_overlay_is_taken_and_taken_again_without_a_change(string overlay)
    {
        await using var bench = await ClusterBench.StartAsync();

        var first = await bench.ApplyAsync(overlay);
        var changes = bench.World.Record.Count(entry => entry.Changed);
        var second = await bench.ApplyAsync(overlay);

        first.Split('\n').ShouldAllBe(line => line.EndsWith("serverside-applied", StringComparison.Ordinal));
        second.ShouldBe(first);
        bench.World.Record.Count(entry => entry.Changed).ShouldBe(changes);
        changes.ShouldBe(first.Split('\n').Length);
        (await bench.KubectlAsync("diff", "--server-side", "-k", Kustomize.PathOf(overlay))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task No_overlay_brings_a_secret(string overlay)
    {
        await using var bench = await ClusterBench.WithAsync(overlay);

        (await bench.ListAsync("v1/secrets")).ShouldBeEmpty();
        var settings = (await bench.ListAsync("v1/configmaps")).SelectMany(map => map["data"]!.AsObject()).ToList();
        settings.Where(setting => !IsFile(setting.Key) && SecretNames.IsSecret(setting.Key.Split("__")[^1])).ShouldBeEmpty();
        settings.Where(setting => IsFile(setting.Key)).ShouldAllBe(setting => setting.Value!.ToString().StartsWith("/run/secrets/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Going_from_one_process_to_a_cluster_is_told_where_it_cannot_be_applied_over()
    {
        await using var bench = await ClusterBench.WithAsync("single-postgres");

        var output = await bench.ApplyAsync("cluster");

        output.ShouldContain("statefulset.apps/aifixer-silo serverside-applied");
        var gateway = (await bench.ListAsync("apps/v1/deployments")).Single(one => one["metadata"]!["namespace"]!.ToString() == "aifixer");
        gateway["spec"]!["strategy"]!["type"]!.ToString().ShouldBe("RollingUpdate");
        gateway["spec"]!["template"]!["spec"]!["serviceAccountName"]!.ToString().ShouldBe("aifixer-bystander");
        JsonNode.DeepEquals(gateway["spec"]!["template"]!["metadata"]!["labels"]!["aifixer.io/runs-incidents"], null).ShouldBeTrue("it runs none any more");
    }

    private static bool IsFile(string name) => name.EndsWith("_FILE", StringComparison.Ordinal);
}
