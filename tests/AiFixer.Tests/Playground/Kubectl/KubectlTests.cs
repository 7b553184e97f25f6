using AiFixer.Playground;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Playground.Kubectl;

/// <summary>The real kubectl against a world in real time.</summary>
public sealed class KubectlTests
{
    private static readonly string? Binary = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':')
        .Select(folder => Path.Combine(folder, "kubectl")).FirstOrDefault(File.Exists);

    [Fact]
    public async Task Kubectl_reads_describes_scales_and_rolls_back()
    {
        Assert.SkipWhen(Binary is null, "kubectl is not installed");
        await using var world = await PracticeWorld.StartAsync(new(), TestContext.Current.CancellationToken);
        using var folder = new TempFolder();
        world.WriteKubeconfig(folder.File("config"));
        async Task<string> run(string arguments) => string.Join('\n', await ChildProcess.RunAsync(
            new(Binary!, ["--kubeconfig", folder.File("config"), "-n", "shop", .. arguments.Split(' ')])));

        (await run("get deployments")).ShouldContain("checkout   3/3     3            3");
        (await run("get nodes,events,rs -A")).ShouldContain("node-1");
        world.BreakRollout("shop", "checkout");
        await WhenAsync(world, health => health.Restarts >= 2);
        (await run("get pods")).ShouldContain("0/1");
        (await run("describe pods -l app=checkout")).ShouldContain("Back-off restarting failed container");
        var pod = (await run("get pods -l app=checkout")).Split('\n').Single(line => line.Contains("0/1")).Split(' ')[0];
        (await run($"logs --previous {pod}")).ShouldContain("level=fatal");
        (await run("rollout history deployment/checkout")).ShouldContain("release 1.2.0");

        await run("rollout undo deployment/checkout");
        (await run("rollout status deployment/checkout")).ShouldContain("successfully rolled out");
        world.Health("shop", "checkout")!.ShouldSatisfyAllConditions(health => health.Healthy.ShouldBeTrue(), health => health.Revision.ShouldBe(4));

        await run("scale deployment/checkout --replicas=4 --current-replicas=3");
        await WhenAsync(world, health => health is { Healthy: true, Ready: 4 });
        await run("rollout restart deployment/checkout");
        (await run("rollout status deployment/checkout")).ShouldContain("successfully rolled out");
        (await run("set image deployment/checkout app=other:1 --dry-run=server")).ShouldContain("dry run");
        world.Record.Count(entry => entry.Changed).ShouldBe(3);
    }

    private static async Task WhenAsync(PracticeWorld world, Func<DeploymentHealth, bool> wanted)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        await world.WhenAsync("shop", "checkout", wanted, limit.Token);
    }
}
