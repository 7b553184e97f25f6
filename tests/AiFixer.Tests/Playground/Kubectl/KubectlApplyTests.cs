namespace AiFixer.Tests.Playground.Kubectl;

/// <summary>What the real kubectl applies, and what accounts may do by it.</summary>
public sealed class KubectlApplyTests
{
    private const string Site = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: site}
        spec:
          replicas: 2
          selector: {matchLabels: {app: site}}
          template:
            metadata: {labels: {app: site}}
            spec: {containers: [{name: app, image: "registry.local/shop/catalog:1.0.0", ports: [{containerPort: 8080}]}]}
        """;

    [Fact]
    public async Task Applied_twice_is_applied_once_and_shows_no_difference()
    {
        await using var bench = await KubectlBench.StartAsync();
        var file = bench.Write("site.yaml", Site);
        (await bench.RunAsync($"apply --server-side -f {file}")).ShouldBe("deployment.apps/site serverside-applied");
        var version = await bench.RunAsync("get deployment site -o jsonpath={.metadata.generation}");

        (await bench.RunAsync($"apply --server-side -f {file}")).ShouldBe("deployment.apps/site serverside-applied");

        (await bench.RunAsync("get deployment site -o jsonpath={.metadata.generation}")).ShouldBe(version);
        (await bench.RunAsync($"diff --server-side -f {file}")).ShouldBeEmpty();
        bench.World.Record.Count(entry => entry.Changed).ShouldBe(1);
    }

    [Fact]
    public async Task A_change_is_shown_and_applied_and_a_conflict_is_told()
    {
        await using var bench = await KubectlBench.StartAsync();
        await bench.RunAsync($"apply --server-side -f {bench.Write("site.yaml", Site)}");
        var changed = bench.Write("site.yaml", Site.Replace("replicas: 2", "replicas: 3", StringComparison.Ordinal));
        (await bench.FailAsync($"diff --server-side -f {changed}")).ShouldContain("- replicas: 2\n+ replicas: 3");
        await bench.RunAsync($"apply --server-side -f {changed}");
        await bench.RunAsync("scale deployment site --replicas=5");

        (await bench.FailAsync($"apply --server-side -f {changed}")).ShouldContain("Apply failed with 1 conflict: conflict with \"kubectl\" with subresource \"scale\" using apps/v1: .spec.replicas");
        await bench.RunAsync($"apply --server-side --force-conflicts -f {changed}");
        (await bench.RunAsync("get deployment site -o jsonpath={.spec.replicas}")).ShouldBe("3");
    }

    /// <summary>Over plain http kubectl sends no token, so it stands for the account here.</summary>
    [Fact]
    public async Task An_account_gets_a_token_a_role_and_answers()
    {
        await using var bench = await KubectlBench.StartAsync();
        const string Robot = "--as=system:serviceaccount:shop:robot";
        await bench.RunAsync("create serviceaccount robot");
        (await bench.RunAsync("create token robot")).ShouldNotBeEmpty();
        (await bench.FailAsync($"get pods {Robot}")).ShouldBe(
            "Error from server (Forbidden): pods is forbidden: User \"system:serviceaccount:shop:robot\" cannot list resource \"pods\" in API group \"\" in the namespace \"shop\"");

        await bench.RunAsync("create role watcher --verb=get,list --resource=pods,pods/log");
        await bench.RunAsync("create rolebinding watcher --role=watcher --serviceaccount=shop:robot");

        (await bench.RunAsync($"get pods -o name {Robot}")).ShouldContain("pod/checkout-");
        (await bench.RunAsync($"auth can-i list pods {Robot}")).ShouldBe("yes");
        (await bench.FailAsync($"auth can-i delete pods {Robot}")).ShouldBe("no");
        (await bench.RunAsync($"auth can-i --list {Robot}")).ShouldContain("pods/log [] [] [get list]");
        await bench.RunAsync("create secret generic things --from-literal=a=b");
        (await bench.RunAsync("get secret things -o jsonpath={.data.a}")).ShouldBe("Yg==");
        (await bench.FailAsync($"get secrets {Robot}")).ShouldContain("secrets is forbidden");
    }
}
