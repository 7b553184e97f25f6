using AiFixer.TestSupport;

namespace AiFixer.Tests.Playground.Kubectl;

/// <summary>What the real kubectl does to a world.</summary>
public sealed class KubectlWriteTests
{
    private const string Autoscaler = """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: catalog}
        spec:
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: catalog}
          minReplicas: 2
          maxReplicas: 6
          metrics: [{type: Resource, resource: {name: cpu, target: {type: Utilization, averageUtilization: 70}}}]
        """;

    private const string Budget = """
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata: {name: checkout}
        spec: {minAvailable: 3, selector: {matchLabels: {app: checkout}}}
        """;

    private const string Server = """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: ledger}
        spec:
          serviceName: ledger
          replicas: 2
          selector: {matchLabels: {app: ledger}}
          template: {metadata: {labels: {app: ledger}}, spec: {containers: [{name: db, image: "store:1"}]}}
        """;

    [Fact]
    public async Task Rollouts_are_followed_taken_back_to_a_revision_and_restarted()
    {
        await using var bench = await KubectlBench.StartAsync();
        var history = await bench.RunAsync("rollout history deployment/checkout");
        history.ShouldContain("1 release 1.0.0\n2 release 1.1.0");
        (await bench.RunAsync("rollout history deployment/checkout --revision=1")).ShouldContain("Image: registry.local/shop/checkout:1.0.0");

        await bench.RunAsync("rollout undo deployment/checkout --to-revision=1");
        (await bench.RunAsync("rollout status deployment/checkout")).ShouldContain("successfully rolled out");
        bench.World.Health("shop", "checkout")!.Image.ShouldBe("registry.local/shop/checkout:1.0.0");
        await bench.RunAsync("rollout restart deployment/checkout");
        await bench.WhenAsync(health => health is { Healthy: true, Revision: 4 });
        (await bench.FailAsync("rollout undo deployment/checkout --to-revision=9")).ShouldContain("unable to find specified revision 9 in history");
    }

    [Fact]
    public async Task A_patch_changes_what_it_names()
    {
        await using var bench = await KubectlBench.StartAsync();

        await bench.RunAsync("""patch deployment checkout -p {"spec":{"template":{"spec":{"containers":[{"name":"app","resources":{"limits":{"memory":"300Mi"}}}]}}}}""");
        await bench.WhenAsync(health => health is { Healthy: true, Revision: 3 });
        (await bench.RunAsync("get rs -l app=checkout -o jsonpath={.items[?(@.spec.replicas==3)].spec.template.spec.containers[0].resources.limits.memory}")).ShouldBe("300Mi");
        (await bench.FailAsync("""patch deployment checkout -p {"spec":{"replicas":-1}}""")).ShouldContain("spec.replicas: Invalid value: -1: must be greater than or equal to 0");
    }

    [Fact]
    public async Task A_cordoned_node_gets_no_pods_and_a_drained_one_has_none()
    {
        await using var bench = await KubectlBench.StartAsync();

        await bench.RunAsync("cordon node-1");
        (await bench.RunAsync("get nodes")).ShouldContain("node-1 Ready,SchedulingDisabled");
        (await bench.RunAsync("describe node node-1")).ShouldContain("Taints: node.kubernetes.io/unschedulable:NoSchedule\nUnschedulable: true");
        (await bench.RunAsync("drain node-1")).ShouldContain("node/node-1 drained");
        await bench.WhenAsync(health => health.Healthy);
        (await bench.RunAsync("get pods -A -o wide --no-headers")).ShouldNotContain("node-1");
        await bench.RunAsync("uncordon node-1");
        (await bench.RunAsync("get nodes")).ShouldContain("node-1 Ready <none>");
    }

    [Fact]
    public async Task A_deleted_pod_is_replaced()
    {
        await using var bench = await KubectlBench.StartAsync();
        var pod = (await bench.RunAsync("get pods -l app=checkout -o name")).Split('\n')[0];

        (await bench.RunAsync($"delete {pod}")).ShouldContain("deleted");
        await bench.WhenAsync(health => health.Healthy);

        (await bench.RunAsync("get pods -l app=checkout -o name")).ShouldNotContain(pod);
    }

    [Fact]
    public async Task Objects_are_created_from_files_and_described()
    {
        await using var bench = await KubectlBench.StartAsync();
        foreach (var (name, text) in (IEnumerable<(string, string)>)[("hpa.yaml", Autoscaler), ("pdb.yaml", Budget), ("sts.yaml", Server)])
            (await bench.RunAsync($"create -f {bench.Write(name, text)}")).ShouldEndWith("created");

        (await bench.RunAsync("describe hpa catalog")).ShouldContain("Reference: Deployment/catalog");
        (await bench.RunAsync("get hpa")).ShouldContain("catalog Deployment/catalog cpu: <unknown>/70% 2 6");
        (await bench.RunAsync("get pdb")).ShouldContain("checkout 3 N/A 0");
        (await bench.RunAsync("rollout status statefulset/ledger")).ShouldContain("statefulset rolling update complete 2 pods at revision ledger-");
        (await bench.RunAsync("rollout history statefulset/ledger")).ShouldContain("1 <none>");
        (await bench.RunAsync("get pods -l app=ledger -o name")).ShouldBe("pod/ledger-0\npod/ledger-1");
        (await bench.FailAsync($"create -f {bench.Write("again.yaml", Budget)}")).ShouldContain("poddisruptionbudgets.policy \"checkout\" already exists");
    }

    [Fact]
    public async Task What_is_wrong_is_visible_in_the_status_column()
    {
        await using var bench = await KubectlBench.StartAsync();
        bench.World.Faults.MissingImage("shop", "checkout");
        bench.World.Faults.RequestTooMuch("shop", "catalog");
        await Eventually.TrueAsync(async () => (await bench.RunAsync("get pods")).Contains("ImagePullBackOff"), "the image cannot be pulled", cancellation: TestContext.Current.CancellationToken);

        (await bench.RunAsync("get pods -l app=catalog")).ShouldContain("0/1 Pending");
        (await bench.RunAsync("describe pods -l app=catalog")).ShouldContain("FailedScheduling");
        (await bench.RunAsync("get events --sort-by=.lastTimestamp")).ShouldContain("Insufficient cpu");
        (await bench.RunAsync("get deployments")).ShouldContain("checkout 3/3 1 3");
    }
}
