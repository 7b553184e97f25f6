using System.Text.Json.Nodes;

namespace AiFixer.Tests.Deployment;

/// <summary>What every pod of every overlay has: little right, little room, probes, and a way to stop.</summary>
public sealed class HardeningTests
{
    public static TheoryData<string> Overlays => Kustomize.Overlays;

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task Every_pod_runs_without_root_and_writes_only_where_it_says(string overlay)
    {
        await using var bench = await ClusterBench.WithAsync(overlay);

        foreach (var workload in await Workload.AllAsync(bench))
        {
            var (pod, container) = (workload.Pod, workload.Container);
            var (whole, own) = (pod["securityContext"]!, container["securityContext"]!);
            whole["runAsNonRoot"]!.GetValue<bool>().ShouldBeTrue(workload.Name);
            whole["runAsUser"]!.GetValue<int>().ShouldBeGreaterThan(0, workload.Name);
            whole["seccompProfile"]!["type"]!.ToString().ShouldBe("RuntimeDefault", workload.Name);
            own["readOnlyRootFilesystem"]!.GetValue<bool>().ShouldBeTrue(workload.Name);
            own["allowPrivilegeEscalation"]!.GetValue<bool>().ShouldBeFalse(workload.Name);
            own["privileged"]!.GetValue<bool>().ShouldBeFalse(workload.Name);
            own["capabilities"]!.ToJsonString().ShouldBe("""{"drop":["ALL"]}""", workload.Name);
            pod["enableServiceLinks"]!.GetValue<bool>().ShouldBeFalse(workload.Name);
            foreach (var host in (string[])["hostNetwork", "hostPID", "hostIPC"])
                pod[host].ShouldBeNull(workload.Name);
            container["resources"]!["requests"]!.AsObject().Select(pair => pair.Key).ShouldBe(["cpu", "memory"], workload.Name);
            container["resources"]!["limits"]!["memory"].ShouldNotBeNull(workload.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task A_process_is_told_dead_by_itself_alone_and_ready_by_its_store(string overlay)
    {
        await using var bench = await ClusterBench.WithAsync(overlay);

        foreach (var workload in (await Workload.AllAsync(bench)).Where(workload => workload.IsOurs))
        {
            var container = workload.Container;
            Path(container, "startupProbe").ShouldBe("/livez", workload.Name);
            Path(container, "livenessProbe").ShouldBe("/livez", workload.Name);
            Path(container, "readinessProbe").ShouldBe("/readyz", workload.Name);
            container["livenessProbe"]!["httpGet"]!["port"]!.ToString().ShouldBe("http", workload.Name);
            container["ports"]!.AsArray().Single(port => port!["name"]!.ToString() == "http")!["containerPort"]!.GetValue<int>().ShouldBe(8080);
            workload.Pod["terminationGracePeriodSeconds"]!.GetValue<int>().ShouldBeGreaterThan(30, workload.Name);
        }
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task Only_who_runs_incidents_has_an_account_with_rights(string overlay)
    {
        await using var bench = await ClusterBench.WithAsync(overlay);
        var isCluster = (await Workload.AllAsync(bench)).Any(workload => workload.IsSilo);

        foreach (var workload in await Workload.AllAsync(bench))
        {
            var runsIncidents = workload.IsOurs && workload.IsSilo == isCluster;
            workload.Pod["serviceAccountName"]!.ToString().ShouldBe(runsIncidents ? "aifixer" : "aifixer-bystander", workload.Name);
            workload.Pod["automountServiceAccountToken"]!.GetValue<bool>().ShouldBe(runsIncidents, workload.Name);
            workload.Labels.ContainsKey("aifixer.io/runs-incidents").ShouldBe(runsIncidents, workload.Name);
        }

        var bindings = (await bench.ListAsync("rbac.authorization.k8s.io/v1/clusterrolebindings")).Concat(await bench.ListAsync("rbac.authorization.k8s.io/v1/rolebindings"));
        bindings.SelectMany(binding => binding["subjects"]!.AsArray()).ShouldAllBe(subject => subject!["name"]!.ToString() == "aifixer");
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task Whoever_may_be_moved_has_a_budget_and_several_of_a_kind_are_spread(string overlay)
    {
        await using var bench = await ClusterBench.WithAsync(overlay);
        var budgets = await bench.ListAsync("policy/v1/poddisruptionbudgets");

        foreach (var workload in (await Workload.AllAsync(bench)).Where(workload => workload.IsOurs))
        {
            var budget = budgets.Where(one => Selects(one["spec"]!["selector"]!, workload)).ShouldHaveSingleItem(workload.Name);
            budget["spec"]!["maxUnavailable"]!.GetValue<int>().ShouldBe(1, "a drain is never refused for ever");
            if (workload.Json["spec"]!["replicas"]!.GetValue<int>() > 1)
                workload.Pod["topologySpreadConstraints"]!.AsArray().Select(one => one!["topologyKey"]!.ToString())
                    .ShouldBe(["kubernetes.io/hostname", "topology.kubernetes.io/zone"], ignoreOrder: true, workload.Name);
        }
    }

    [Fact]
    public async Task One_process_alone_goes_before_the_next_one_comes()
    {
        await using var bench = await ClusterBench.WithAsync("single");

        var gateway = (await Workload.AllAsync(bench)).ShouldHaveSingleItem();

        gateway.Json["spec"]!["replicas"]!.GetValue<int>().ShouldBe(1);
        gateway.Json["spec"]!["strategy"]!.ToJsonString().ShouldBe("""{"type":"Recreate"}""");
        gateway.Pod["volumes"]!.AsArray().Single(volume => volume!["name"]!.ToString() == "data")!["persistentVolumeClaim"].ShouldNotBeNull();
    }

    internal static bool Selects(JsonNode selector, Workload workload) =>
        (selector["matchLabels"]?.AsObject() ?? []).All(label => workload.Labels.GetValueOrDefault(label.Key) == label.Value!.ToString());

    private static string Path(JsonNode container, string probe) => container[probe]!["httpGet"]!["path"]!.ToString();
}
