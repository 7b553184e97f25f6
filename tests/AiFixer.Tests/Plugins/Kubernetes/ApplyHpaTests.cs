using System.Net;
using System.Text.Json.Nodes;
using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class ApplyHpaTests
{
    private const string Plugin = "k8s.apply_hpa";
    private const string Path = "/apis/autoscaling/v2/namespaces/shop/horizontalpodautoscalers";
    private readonly List<JsonObject> autoscalers = [];
    private int replicas = 3;
    private string requests = """{"cpu":"100m"}""";

    [Fact]
    public async Task An_autoscaler_is_made_once()
    {
        using var api = new ScriptedApi(Answer);
        var wish = Wish(2, 10, 70);
        var plan = (await api.PreviewAsync(Plugin, wish)).Plan!;
        autoscalers.ShouldBeEmpty();
        (await api.ObserveAsync(Plugin, wish, plan)).Applied.ShouldBe(ExecuteOutcome.NotDone);

        (await api.ExecuteAsync(Plugin, wish, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
        var second = await api.ExecuteAsync(Plugin, wish, plan);

        (second.Outcome, second.Stale).ShouldBe((ExecuteOutcome.NotDone, true));
        autoscalers.ShouldHaveSingleItem()["spec"]!.ToJsonString().ShouldBe(
            """{"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"web"},"minReplicas":2,"maxReplicas":10,"metrics":[{"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":70}}}],"behavior":"default"}""");
        plan.Target.ShouldBe(new("default", "deployment", "shop", "web", "d1"));
        plan.Undo.ShouldBeNull();
    }

    [Fact]
    public async Task It_is_judged_by_whether_it_works_and_by_what_it_drives()
    {
        using var api = new ScriptedApi(Answer);
        var wish = Wish(2, 10, 70);
        var plan = (await api.PreviewAsync(Plugin, wish)).Plan!;
        await api.ExecuteAsync(Plugin, wish, plan);
        (await api.ObserveAsync(Plugin, wish, plan)).ShouldBe(new(ExecuteOutcome.Done, TargetHealth.Progressing, "the autoscaler web has not looked yet"));

        autoscalers[0]["status"] = Status("ScalingActive", "False", "FailedGetResourceMetric", "no metrics");
        (await api.ObserveAsync(Plugin, wish, plan)).ShouldBe(
            new(ExecuteOutcome.Done, TargetHealth.Unhealthy, "the autoscaler web does not work: FailedGetResourceMetric: no metrics"));
        autoscalers[0]["status"] = Status("ScalingActive", "True", "ValidMetricFound", "");

        (await api.ObserveAsync(Plugin, wish, plan)).Details.ShouldStartWith("the autoscaler web works; web: ");
    }

    [Fact]
    public async Task The_one_that_is_there_is_changed_and_keeps_what_was_not_named()
    {
        autoscalers.Add(Existing("web-scaler", "web", 2, 4));
        using var api = new ScriptedApi(Answer);
        var wish = Wish(2, 10, 70);
        var plan = (await api.PreviewAsync(Plugin, wish)).Plan!;

        (await api.ExecuteAsync(Plugin, wish, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
        var second = await api.ExecuteAsync(Plugin, wish, plan);

        (second.Outcome, second.Stale).ShouldBe((ExecuteOutcome.NotDone, true));
        var spec = autoscalers.ShouldHaveSingleItem()["spec"]!;
        spec["behavior"]!.ToString().ShouldBe("careful");
        spec["metrics"]!.AsArray().Count.ShouldBe(2);
        (spec["minReplicas"]!.GetValue<int>(), spec["maxReplicas"]!.GetValue<int>()).ShouldBe((2, 10));
        plan.Undo.ShouldBe(new(Plugin, """{"connection":"default","deployment":"web","namespace":"shop","min_replicas":2,"max_replicas":4,"cpu_percent":50}"""));
    }

    [Fact]
    public async Task One_that_would_end_pods_at_once_is_refused()
    {
        replicas = 8;
        using var api = new ScriptedApi(Answer);

        (await api.PreviewAsync(Plugin, Wish(1, 5, 70))).Error.ShouldBe("web has 8 pods: an autoscaler with at most 5 would end 3 of them at once");
    }

    [Fact]
    public async Task What_it_may_come_to_add_counts_as_a_change_of_replicas()
    {
        using var api = new ScriptedApi(Answer);

        (await api.PreviewAsync(Plugin, Wish(9, 20, 70))).Plan!.ShouldSatisfyAllConditions(
            plan => plan.Magnitude.ShouldBe(17), plan => plan.BlastRadius.ShouldBe("6 more pods start at once; from then on the load decides, up to 20."));
    }

    [Theory]
    [InlineData(5, 4, 70, "min_replicas 5 is more than max_replicas 4")]
    [InlineData(1, 4, null, "name what to scale by: cpu_percent, memory_percent or both")]
    [InlineData(0, 4, 70, "$.min_replicas")]
    [InlineData(1, 4, 5, "$.cpu_percent")]
    public async Task What_makes_no_sense_is_refused(int min, int max, int? cpu, string error)
    {
        using var api = new ScriptedApi(Answer);

        (await api.PreviewAsync(Plugin, Wish(min, max, cpu))).Error!.ShouldContain(error);
    }

    [Fact]
    public async Task A_load_that_cannot_be_told_in_percent_is_said()
    {
        requests = """{"memory":"128Mi"}""";
        using var api = new ScriptedApi(Answer);

        (await api.PreviewAsync(Plugin, Wish(1, 4, 70))).Error.ShouldBe(
            "container app asks for no CPU, so its load cannot be told in percent: set its cpu_request first");
    }

    [Fact]
    public async Task A_deployment_at_zero_is_left_there()
    {
        replicas = 0;
        using var api = new ScriptedApi(Answer);

        (await api.PreviewAsync(Plugin, Wish(1, 4, 70))).Error!.ShouldStartWith("web is scaled to zero");
    }

    [Fact]
    public async Task Two_that_drive_the_same_and_one_that_drives_another_are_not_touched()
    {
        autoscalers.Add(Existing("web", "api", 1, 2));
        using var api = new ScriptedApi(Answer);
        (await api.PreviewAsync(Plugin, Wish(1, 4, 70))).Error.ShouldBe("there is an autoscaler web already, and it drives something else");

        autoscalers.AddRange([Existing("a", "web", 1, 2), Existing("b", "web", 1, 2)]);

        (await api.PreviewAsync(Plugin, Wish(1, 4, 70))).Error.ShouldBe("web has more than one autoscaler already: a, b");
    }

    private static string Wish(int min, int max, int? cpu) =>
        $$$"""{"namespace":"shop","deployment":"web","min_replicas":{{{min}}},"max_replicas":{{{max}}}{{{(cpu is null ? "" : $",\"cpu_percent\":{cpu}")}}}}""";

    private static JsonObject Existing(string name, string drives, int min, int max) => JsonNode.Parse(
        $$$"""
        {"metadata":{"name":"{{{name}}}","namespace":"shop","uid":"h-{{{name}}}"},"spec":{"scaleTargetRef":{"apiVersion":"apps/v1","kind":"Deployment","name":"{{{drives}}}"},
         "minReplicas":{{{min}}},"maxReplicas":{{{max}}},"behavior":"careful","metrics":[
          {"type":"Resource","resource":{"name":"cpu","target":{"type":"Utilization","averageUtilization":50} } },
          {"type":"Pods","pods":{"metric":{"name":"queue"},"target":{"type":"AverageValue","averageValue":"10"} } } ] } }
        """)!.AsObject();

    private static JsonObject Status(string type, string status, string reason, string message) => new()
    {
        ["conditions"] = new JsonArray(new JsonObject { ["type"] = type, ["status"] = status, ["reason"] = reason, ["message"] = message }),
    };

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        var (path, dryRun) = (request.RequestUri!.AbsolutePath, request.RequestUri.Query.Contains("dryRun=All", StringComparison.Ordinal));
        if (path == Path && request.Method == HttpMethod.Post)
            return Create(Body(request).AsObject(), dryRun);
        if (path == Path)
            return ScriptedApi.Json(new JsonObject { ["metadata"] = new JsonObject(), ["items"] = new JsonArray([.. autoscalers.Select(a => a.DeepClone())]) }.ToJsonString());
        if (path.StartsWith(Path, StringComparison.Ordinal))
            return One(autoscalers.Find(a => a["metadata"]!["name"]!.ToString() == path.Split('/')[^1]), request, dryRun);
        return path.EndsWith("/web", StringComparison.Ordinal) ? Deployment() : ScriptedApi.Json("""{"metadata":{},"items":[]}""");
    }

    private HttpResponseMessage Deployment() => ScriptedApi.Json(
        $$$"""
        {"metadata":{"name":"web","namespace":"shop","uid":"d1","generation":1},"status":{"observedGeneration":1,"replicas":{{{replicas}}}},
         "spec":{"replicas":{{{replicas}}},"selector":{"matchLabels":{"app":"web"}},"template":{"spec":{"containers":[{"name":"app","resources":{"requests":{{{requests}}} } } ] } } } }
        """);

    private HttpResponseMessage Create(JsonObject made, bool dryRun)
    {
        if (autoscalers.Any(a => a["metadata"]!["name"]!.ToString() == made["metadata"]!["name"]!.ToString()))
            return ScriptedApi.Status(HttpStatusCode.Conflict, "AlreadyExists", "already exists");
        made["metadata"]!["uid"] = "h1";
        made["spec"]!["behavior"] ??= "default";
        if (!dryRun)
            autoscalers.Add(made);
        return ScriptedApi.Json(made.ToJsonString(), HttpStatusCode.Created);
    }

    private static HttpResponseMessage One(JsonObject? found, HttpRequestMessage request, bool dryRun)
    {
        if (found is null)
            return ScriptedApi.Status(HttpStatusCode.NotFound, "NotFound", "not found");
        if (request.Method == HttpMethod.Get)
            return ScriptedApi.Json(found.ToJsonString());
        var operations = Body(request).AsArray();
        if (operations[0]!["value"]!.ToString() != found["metadata"]!["uid"]!.ToString() || !JsonNode.DeepEquals(operations[1]!["value"], found["spec"]))
            return ScriptedApi.Status(HttpStatusCode.UnprocessableEntity, "Invalid", "the test failed");
        var changed = found.DeepClone().AsObject();
        changed["spec"] = operations[2]!["value"]!.DeepClone();
        if (!dryRun)
            found["spec"] = changed["spec"]!.DeepClone();
        return ScriptedApi.Json(changed.ToJsonString());
    }

    private static JsonNode Body(HttpRequestMessage request) =>
        JsonNode.Parse(request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult())!;
}
