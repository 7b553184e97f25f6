namespace AiFixer.Tests.Playground.Kubectl;

/// <summary>What the real kubectl shows of a healthy world.</summary>
public sealed class KubectlReadTests
{
    [Fact]
    public async Task Get_prints_tables_wide_yaml_by_label_everywhere_and_sorted()
    {
        await using var bench = await KubectlBench.StartAsync();

        (await bench.RunAsync("get pods -o wide")).ShouldStartWith("NAME READY STATUS RESTARTS AGE IP NODE NOMINATED NODE READINESS GATES\n");
        (await bench.RunAsync("get pods -l app=catalog -o name")).Split('\n').Length.ShouldBe(2);
        (await bench.RunAsync("get deployment checkout -o yaml")).ShouldContain("image: registry.local/shop/checkout:1.1.0");
        var names = (await bench.RunAsync("get pods -A --sort-by=.metadata.name --no-headers")).Split('\n').Select(line => line.Split(' ')[1]).ToList();
        names.Select(name => name.Split('-')[0]).ShouldBe(["catalog", "catalog", "checkout", "checkout", "checkout", "demo", "demo", "web", "web"]);
        (await bench.RunAsync("get nodes -o wide")).ShouldContain("node-1 Ready <none> 30d v1.32.0+practice 10.0.0.11");
        (await bench.RunAsync("get services,endpoints")).ShouldContain("service/checkout ClusterIP 10.96.0.10 <none> 80/TCP 2d");
        (await bench.RunAsync("get pods --field-selector spec.nodeName=node-1 -A --no-headers")).Split('\n').Length.ShouldBe(3);
        (await bench.FailAsync("get pods none")).ShouldBe("Error from server (NotFound): pods \"none\" not found");
        (await bench.FailAsync("get widgets")).ShouldContain("the server doesn't have a resource type \"widgets\"");
    }

    [Fact]
    public async Task Describe_shows_deployments_replica_sets_pods_nodes_and_services()
    {
        await using var bench = await KubectlBench.StartAsync();

        var deployment = await bench.RunAsync("describe deployment checkout");
        deployment.ShouldContain("Replicas: 3 desired | 3 updated | 3 total | 3 available | 0 unavailable");
        deployment.ShouldContain("Progressing True NewReplicaSetAvailable");
        (await bench.RunAsync("describe rs -l app=checkout")).ShouldContain("Controlled By: Deployment/checkout");
        var pod = await bench.RunAsync("describe pod -l app=checkout");
        pod.ShouldContain("Readiness: http-get http://:8080/ready delay=0s timeout=1s period=2s #success=1 #failure=3");
        pod.ShouldContain("QoS Class: Burstable");
        pod.ShouldContain("node.kubernetes.io/unreachable:NoExecute op=Exists for 300s");
        var node = await bench.RunAsync("describe node node-1");
        node.ShouldContain("Ready True");
        node.ShouldContain("DiskPressure False");
        node.ShouldContain("HolderIdentity: node-1");
        node.ShouldContain("Non-terminated Pods: (3 in total)");
        node.ShouldContain("cpu 300m (0%) 0 (0%)");
        (await bench.RunAsync("describe service checkout")).ShouldContain("Endpoints: 10.244.1.");
    }

    [Fact]
    public async Task Logs_are_cut_chosen_by_container_and_taken_from_before_a_restart()
    {
        await using var bench = await KubectlBench.StartAsync();
        var pod = (await bench.RunAsync("get pods -l app=checkout -o name")).Split('\n')[0];

        (await bench.RunAsync($"logs {pod}")).Split('\n').Length.ShouldBe(2);
        (await bench.RunAsync($"logs {pod} --tail=1 -c app")).ShouldBe("level=info msg=\"listening\" address=:8080");
        (await bench.FailAsync($"logs {pod} -c none")).ShouldContain("container none is not valid for pod");
        (await bench.FailAsync($"logs {pod} --previous")).ShouldContain("previous terminated container \"app\" in pod");
    }

    [Fact]
    public async Task Top_shows_what_pods_and_nodes_use()
    {
        await using var bench = await KubectlBench.StartAsync();
        bench.World.SetTraffic("shop", "catalog", 150);
        await bench.WhenAsync(health => health.Healthy, "catalog");

        var pods = (await bench.RunAsync("top pods --sort-by=cpu --no-headers")).Split('\n');

        pods.Length.ShouldBe(5);
        pods[0].ShouldStartWith("catalog-");
        pods[0].ShouldEndWith(" 78m 90Mi");
        (await bench.RunAsync("top nodes")).ShouldStartWith("NAME CPU(cores) CPU(%) MEMORY(bytes) MEMORY(%)\nnode-1 110m 0% 970Mi 0%");
    }

    [Fact]
    public async Task What_there_is_and_what_one_may_do_is_told()
    {
        await using var bench = await KubectlBench.StartAsync();

        var resources = await bench.RunAsync("api-resources");
        resources.ShouldContain("deployments deploy apps/v1 true Deployment");
        resources.ShouldContain("horizontalpodautoscalers hpa autoscaling/v2 true HorizontalPodAutoscaler");
        resources.ShouldContain("pods metrics.k8s.io/v1beta1 true PodMetrics");
        (await bench.RunAsync("auth can-i patch deployments")).ShouldBe("yes");
        bench.World.Forbid("patch", "deployments.apps");
        (await bench.FailAsync("auth can-i patch deployments")).ShouldBe("no");
        (await bench.FailAsync("rollout restart deployment/checkout")).ShouldContain("cannot patch resource \"deployments\" in API group \"apps\" in the namespace \"shop\"");
    }
}
