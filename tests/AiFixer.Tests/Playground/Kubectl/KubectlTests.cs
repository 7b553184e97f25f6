namespace AiFixer.Tests.Playground.Kubectl;

/// <summary>The real kubectl through a bad release and back.</summary>
public sealed class KubectlTests
{
    [Fact]
    public async Task Kubectl_reads_describes_scales_and_rolls_back()
    {
        await using var bench = await KubectlBench.StartAsync();
        (await bench.RunAsync("get deployments")).ShouldContain("checkout 3/3 3 3");
        (await bench.RunAsync("get nodes,events,rs -A")).ShouldContain("node-1");
        bench.World.BreakRollout("shop", "checkout");
        await bench.WhenAsync(health => health.Restarts >= 2);
        (await bench.RunAsync("get pods")).ShouldContain("0/1");
        (await bench.RunAsync("describe pods -l app=checkout")).ShouldContain("Back-off restarting failed container");
        var pod = (await bench.RunAsync("get pods -l app=checkout")).Split('\n').Single(line => line.Contains("0/1")).Split(' ')[0];
        (await bench.RunAsync($"logs --previous {pod}")).ShouldContain("level=fatal");
        (await bench.RunAsync("rollout history deployment/checkout")).ShouldContain("release 1.2.0");

        await bench.RunAsync("rollout undo deployment/checkout");
        (await bench.RunAsync("rollout status deployment/checkout")).ShouldContain("successfully rolled out");
        bench.World.Health("shop", "checkout")!.ShouldSatisfyAllConditions(health => health.Healthy.ShouldBeTrue(), health => health.Revision.ShouldBe(4));

        await bench.RunAsync("scale deployment/checkout --replicas=4 --current-replicas=3");
        await bench.WhenAsync(health => health is { Healthy: true, Ready: 4 });
        await bench.RunAsync("rollout restart deployment/checkout");
        (await bench.RunAsync("rollout status deployment/checkout")).ShouldContain("successfully rolled out");
        (await bench.RunAsync("set image deployment/checkout app=other:1 --dry-run=server")).ShouldContain("dry run");
        bench.World.Record.Count(entry => entry.Changed).ShouldBe(3);
    }
}
