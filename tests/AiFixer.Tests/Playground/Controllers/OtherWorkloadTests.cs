using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Controllers;

public sealed class OtherWorkloadTests
{
    private const string Sets = "/apis/apps/v1/namespaces/shop/statefulsets";
    private const string Daemons = "/apis/apps/v1/namespaces/shop/daemonsets";
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_stateful_set_makes_its_pods_in_order_and_updates_them_from_the_last_one_down()
    {
        await using var test = await TestWorld.StartAsync();
        (await test.SendAsync(HttpMethod.Post, Sets, Body("ledger", """ "replicas":3,"serviceName":"ledger", """))).Code.ShouldBe(201);
        test.Pass(TimeSpan.FromSeconds(1));
        (await test.PodsAsync("ledger")).Select(Look.Name).ShouldBe(["ledger-0"]);
        test.Pass(Minute);
        (await test.PodsAsync("ledger")).Select(Look.Name).ShouldBe(["ledger-0", "ledger-1", "ledger-2"]);

        await test.StrategicAsync($"{Sets}/ledger", """{"spec":{"template":{"spec":{"containers":[{"name":"app","image":"store:2"}]}}}}""");
        test.Pass(TimeSpan.FromSeconds(1.5));
        (await test.PodsAsync("ledger")).Select(pod => pod["spec"]!["containers"]![0]!["image"]!.ToString()).ShouldBe(["store:1", "store:1", "store:2"]);
        test.Pass(Minute);

        var status = (await test.GetAsync($"{Sets}/ledger")).Json["status"]!;
        status["currentRevision"]!.ToString().ShouldBe(status["updateRevision"]!.ToString());
        ((int)status["readyReplicas"]!).ShouldBe(3);
        var revisions = (await test.GetAsync("/apis/apps/v1/namespaces/shop/controllerrevisions?labelSelector=app%3Dledger")).Items;
        revisions.Select(revision => (int)revision!["revision"]!).Order().ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_pod_of_a_stateful_set_comes_back_under_its_own_name()
    {
        await using var test = await TestWorld.StartAsync();
        await test.SendAsync(HttpMethod.Post, Sets, Body("ledger", """ "replicas":1,"serviceName":"ledger", """));
        test.Pass(Minute);
        var before = (await test.PodsAsync("ledger")).Single()["metadata"]!["uid"]!.ToString();

        await test.SendAsync(HttpMethod.Delete, "/api/v1/namespaces/shop/pods/ledger-0");
        test.Pass(Minute);

        var pod = (await test.PodsAsync("ledger")).Single();
        (pod.Name(), pod.Status("Ready")).ShouldBe(("ledger-0", "True"));
        pod["metadata"]!["uid"]!.ToString().ShouldNotBe(before);
    }

    [Fact]
    public async Task A_daemon_set_has_a_pod_on_every_node()
    {
        await using var test = await TestWorld.StartAsync();

        (await test.SendAsync(HttpMethod.Post, Daemons, Body("shipper", ""))).Code.ShouldBe(201);
        test.Pass(Minute);

        (await test.PodsAsync("shipper")).Select(Look.Node).Order().ShouldBe(["node-1", "node-2", "node-3"]);
        ((int)(await test.GetAsync($"{Daemons}/shipper")).Json["status"]!["numberReady"]!).ShouldBe(3);
    }

    private static string Body(string name, string more) => $$$"""
        {"metadata":{"name":"{{{name}}}"},"spec":{{{{more}}}"selector":{"matchLabels":{"app":"{{{name}}}"}},
        "template":{"metadata":{"labels":{"app":"{{{name}}}"}},"spec":{"containers":[{"name":"app","image":"store:1"}]} } } }
        """;
}
