using System.Net;
using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class RestartPodTests
{
    private const string Plugin = "k8s.restart_pod";
    private const string Web = """{"namespace":"shop","pod":"web-1","reason":"it hangs"}""";
    private const string Owner = """[{"kind":"ReplicaSet","name":"web","uid":"r1","controller":true}]""";

    [Fact]
    public async Task A_ready_pod_is_evicted_and_a_new_one_takes_its_place()
    {
        await using var test = await KubeWorld.StartAsync();
        var pod = await FirstPodAsync(test);
        var plan = await test.PlanAsync(Plugin, pod);
        plan.Call.ShouldStartWith($"POST /api/v1/namespaces/shop/pods/{plan.Target.Name}/eviction\n");
        (await test.ObserveAsync(Plugin, pod, plan)).Applied.ShouldBe(ExecuteOutcome.NotDone);

        (await test.ExecuteAsync(Plugin, pod, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
        (await test.ObserveAsync(Plugin, pod, plan)).ShouldSatisfyAllConditions(
            seen => seen.Applied.ShouldBe(ExecuteOutcome.Done), seen => seen.Health.ShouldBe(TargetHealth.Progressing));
        test.Pass(40);

        (await test.ObserveAsync(Plugin, pod, plan)).ShouldSatisfyAllConditions(
            seen => seen.Applied.ShouldBe(ExecuteOutcome.Done), seen => seen.Health.ShouldBe(TargetHealth.Healthy));
        (await test.RunAsync("k8s.describe_pod", new { @namespace = "shop", pod = plan.Target.Name })).Error!.ShouldContain("404");
    }

    [Fact]
    public async Task A_preview_ends_nothing()
    {
        await using var test = await KubeWorld.StartAsync();

        await test.PlanAsync(Plugin, await FirstPodAsync(test));

        test.Changes.ShouldBeEmpty();
        test.World.Record.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_second_sending_ends_no_other_pod()
    {
        await using var test = await KubeWorld.StartAsync();
        var pod = await FirstPodAsync(test);
        var plan = await test.PlanAsync(Plugin, pod);
        await test.ExecuteAsync(Plugin, pod, plan);
        test.Pass(40);

        var second = await test.ExecuteAsync(Plugin, pod, plan);

        (second.Outcome, second.Stale).ShouldBe((ExecuteOutcome.NotDone, true));
        test.Changes.Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_pod_that_is_not_ready_is_deleted_as_it_counts_for_no_budget()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.BreakRollout("shop", "checkout").ShouldBeTrue();
        test.Pass(12);
        var pods = (await test.AskAsync("k8s.list_pods", new { @namespace = "shop" })).GetProperty("pods").EnumerateArray();
        var name = pods.First(p => !p.GetProperty("ready").GetBoolean()).GetProperty("name").GetString();
        var pod = new { @namespace = "shop", pod = name, reason = "it crashes" };
        var plan = await test.PlanAsync(Plugin, pod);

        (await test.ExecuteAsync(Plugin, pod, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);

        plan.Call.ShouldStartWith($"DELETE /api/v1/namespaces/shop/pods/{name}\n");
        plan.Call.ShouldContain(plan.Target.Uid!);
    }

    [Fact]
    public async Task A_disruption_budget_is_kept_and_named_and_asked_once()
    {
        using var api = new ScriptedApi(request => request.Method == HttpMethod.Post
            ? ScriptedApi.Json(
                """
                {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure","message":"Cannot evict pod as it would violate the pod's disruption budget.","reason":"TooManyRequests",
                 "details":{"causes":[{"reason":"DisruptionBudget","message":"The disruption budget web needs 2 healthy pods and has 2 currently"}]},"code":429}
                """, HttpStatusCode.TooManyRequests)
            : Pod(Owner));

        var preview = await api.PreviewAsync(Plugin, Web);

        preview.Retryable.ShouldBeFalse();
        preview.Error!.ShouldEndWith("disruption budget. The disruption budget web needs 2 healthy pods and has 2 currently");
        api.Requests.Count.ShouldBe(2);
        api.Bodies[1].ShouldContain("\"dryRun\":[\"All\"]");
        api.Bodies[1].ShouldContain("\"uid\":\"p1\"");
    }

    [Theory]
    [InlineData("[]", "", "", "belongs to no controller: nothing would make it anew")]
    [InlineData("""[{"kind":"ReplicaSet","name":"web","uid":"r1","controller":false}]""", "", "", "belongs to no controller: nothing would make it anew")]
    [InlineData("""[{"kind":"Node","name":"n1","uid":"n","controller":true}]""", ""","annotations":{"kubernetes.io/config.mirror":"x"}""", "", "is a static pod of its node: deleting it here restarts nothing")]
    [InlineData(Owner, ""","deletionTimestamp":"2026-01-01T00:00:00Z" """, "", "is ending already")]
    [InlineData(Owner, "", ""","phase":"Failed" """, "has ended (Failed): there is nothing to restart")]
    public async Task What_would_not_come_back_is_not_ended(string owners, string metadata, string status, string error)
    {
        using var api = new ScriptedApi(_ => Pod(owners, metadata, status));

        (await api.PreviewAsync(Plugin, Web)).Error.ShouldBe($"web-1 {error}");

        api.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_pod_of_a_set_that_comes_back_under_its_name_counts_once_it_is_ready()
    {
        var ready = false;
        using var api = new ScriptedApi(request => request.RequestUri!.AbsolutePath switch
        {
            "/apis/apps/v1/namespaces/shop/statefulsets/web" => ScriptedApi.Json(
                """{"metadata":{"name":"web","uid":"s1","generation":1},"spec":{"replicas":1,"selector":{"matchLabels":{"app":"web"}}},"status":{"observedGeneration":1}}"""),
            "/api/v1/namespaces/shop/pods" => ScriptedApi.Json($$$"""{"metadata":{},"items":[{{{Text("p2", ready)}}}]}"""),
            _ => ScriptedApi.Json(Text("p2", ready)),
        });
        var plan = new ActionPlan(
            new("default", "pod", "shop", "web-1", "p1"), "",
            """{"method":"POST","path":"/api/v1/namespaces/shop/pods/web-1/eviction","contentType":"application/json","body":"{}","owner":{"kind":"StatefulSet","name":"web","uid":"s1","controller":true}}""",
            "", "", "");

        (await api.ObserveAsync(Plugin, Web, plan)).ShouldBe(new(ExecuteOutcome.Done, TargetHealth.Progressing, "StatefulSet web: 0 of 1 pods are ready"));
        ready = true;

        (await api.ObserveAsync(Plugin, Web, plan)).ShouldBe(new(ExecuteOutcome.Done, TargetHealth.Healthy, "StatefulSet web: all 1 pods are ready"));

        static string Text(string uid, bool ready) =>
            $$$"""
            {"metadata":{"name":"web-1","namespace":"shop","uid":"{{{uid}}}","ownerReferences":[{"kind":"StatefulSet","name":"web","uid":"s1","controller":true}]},
             "status":{"phase":"Running","conditions":[{"type":"Ready","status":"{{{ready}}}"}]}}
            """;
    }

    private static HttpResponseMessage Pod(string owners, string metadata = "", string status = "") => ScriptedApi.Json(
        $$$"""
        {"metadata":{"name":"web-1","namespace":"shop","uid":"p1","ownerReferences":{{{owners}}}{{{metadata}}}},
         "status":{"conditions":[{"type":"Ready","status":"True"}]{{{status}}}}}
        """);

    private static async Task<object> FirstPodAsync(KubeWorld test)
    {
        var pods = (await test.AskAsync("k8s.list_pods", new { @namespace = "shop", label_selector = "app=catalog" })).GetProperty("pods");
        return new { @namespace = "shop", pod = pods[0].GetProperty("name").GetString(), reason = "it hangs" };
    }
}
