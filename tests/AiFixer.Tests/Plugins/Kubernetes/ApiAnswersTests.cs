using System.Net;
using System.Text.Json;
using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class ApiAnswersTests
{
    private const string Shop = """{"namespace":"shop"}""";
    private const string Web = """{"namespace":"shop","deployment":"web"}""";
    private static readonly ActionPlan Plan = new(
        new("default", "deployment", "shop", "web", "u1"), "",
        """{"method":"PATCH","path":"/apis/apps/v1/namespaces/shop/deployments/web?fieldManager=aifixer","contentType":"application/json-patch+json","body":"[]"}""",
        "", "", "");

    [Fact]
    public async Task What_we_may_not_do_is_said_in_the_words_of_the_cluster()
    {
        using var api = new ScriptedApi(_ => ScriptedApi.Status(HttpStatusCode.Forbidden, "Forbidden", "pods is forbidden: User cannot list"));

        var result = await api.RunAsync("k8s.list_pods", Shop);

        (result.Error, result.Retryable).ShouldBe(("cluster 'default' does not allow it (403): pods is forbidden: User cannot list", false));
    }

    [Fact]
    public async Task A_proxy_in_between_is_heard_too()
    {
        using var api = new ScriptedApi(_ => new(HttpStatusCode.BadGateway) { Content = new StringContent("<html>\nbad gateway") });

        (await api.RunAsync("k8s.list_pods", Shop)).Error.ShouldBe("cluster 'default' has trouble of its own (502): <html> bad gateway");
    }

    [Fact]
    public async Task An_answer_that_is_not_the_api_is_not_an_empty_list()
    {
        using var api = new ScriptedApi(_ => new(HttpStatusCode.OK) { Content = new StringContent("<html>please log in") });

        (await api.RunAsync("k8s.list_pods", Shop)).Error!.ShouldContain("answered with something else than JSON");
    }

    [Fact]
    public async Task A_throttled_read_is_asked_again()
    {
        var times = 0;
        using var api = new ScriptedApi(_ => ++times == 1 ? Throttled() : ScriptedApi.Json("""{"metadata":{},"items":null}"""));

        (await api.RunAsync("k8s.list_pods", Shop)).Data.ShouldBe("""{"pods":[]}""");

        api.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_throttled_action_is_not_sent_again()
    {
        using var api = new ScriptedApi(_ => Throttled());

        (await api.ExecuteAsync("k8s.rollback_deployment", Web, Plan)).Outcome.ShouldBe(ExecuteOutcome.NotDone);

        api.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(200, ExecuteOutcome.Done, false)]
    [InlineData(302, ExecuteOutcome.Unknown, false)]
    [InlineData(401, ExecuteOutcome.NotDone, false)]
    [InlineData(403, ExecuteOutcome.NotDone, false)]
    [InlineData(404, ExecuteOutcome.NotDone, true)]
    [InlineData(408, ExecuteOutcome.Unknown, false)]
    [InlineData(409, ExecuteOutcome.NotDone, true)]
    [InlineData(415, ExecuteOutcome.NotDone, false)]
    [InlineData(422, ExecuteOutcome.NotDone, true)]
    [InlineData(500, ExecuteOutcome.Unknown, false)]
    [InlineData(504, ExecuteOutcome.Unknown, false)]
    public async Task Each_answer_to_an_action_says_what_is_known(int code, ExecuteOutcome outcome, bool stale)
    {
        using var api = new ScriptedApi(_ => ScriptedApi.Status((HttpStatusCode)code, "Some", "words"));

        var result = await api.ExecuteAsync("k8s.rollback_deployment", Web, Plan);

        (result.Outcome, result.Stale).ShouldBe((outcome, stale));
        api.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_list_whose_token_expired_is_started_over_once()
    {
        var times = 0;
        using var api = new ScriptedApi(request => ++times switch
        {
            1 => ScriptedApi.Json("""{"metadata":{"continue":"a/b"},"items":[{"metadata":{"name":"p1"}}]}"""),
            2 => ScriptedApi.Status(HttpStatusCode.Gone, "Expired", "too old"),
            _ => ScriptedApi.Json("""{"metadata":{},"items":[{"metadata":{"name":"p2"}}]}"""),
        });

        var result = await api.RunAsync("k8s.list_pods", Shop);

        JsonSerializer.Deserialize<JsonElement>(result.Data!).GetProperty("pods").EnumerateArray()
            .Select(p => p.GetProperty("name").GetString()).ShouldBe(["p2"]);
        api.Requests[1].ShouldBe("GET /api/v1/namespaces/shop/pods?limit=500&continue=a%2Fb");
    }

    [Fact]
    public async Task Events_of_the_newer_api_have_their_own_times()
    {
        using var api = new ScriptedApi(_ => ScriptedApi.Json("""
            {"metadata":{},"items":[
             {"metadata":{"creationTimestamp":"2026-01-01T00:00:00Z"},"involvedObject":{"kind":"Pod","name":"old"},"reason":"BackOff","message":"m","type":"Warning",
              "firstTimestamp":"2026-01-01T00:00:00Z","lastTimestamp":"2026-01-01T00:10:00Z","count":12,"eventTime":null},
             {"metadata":{"creationTimestamp":"2026-01-01T00:20:00Z"},"involvedObject":{"kind":"Pod","name":"new"},"reason":"Scheduled","message":"a\u0000b","type":"Normal",
              "firstTimestamp":null,"lastTimestamp":null,"eventTime":"2026-01-01T00:20:00.123456Z","series":{"count":3,"lastObservedTime":"2026-01-01T00:30:00.000000Z"}}]}
            """));

        var result = await api.RunAsync("k8s.get_events", Shop);

        result.Data.ShouldBe("""{"events":[{"type":"Normal","reason":"Scheduled","message":"a\u0000b","kind":"Pod","name":"new","count":3,"firstSeen":"2026-01-01T00:20:00Z","lastSeen":"2026-01-01T00:30:00Z"},{"type":"Warning","reason":"BackOff","message":"m","kind":"Pod","name":"old","count":12,"firstSeen":"2026-01-01T00:00:00Z","lastSeen":"2026-01-01T00:10:00Z"}]}""");
    }

    [Fact]
    public async Task Values_that_look_like_passwords_are_hidden()
    {
        using var api = new ScriptedApi(_ => ScriptedApi.Json("""
            {"metadata":{},"items":[{"metadata":{"name":"web","managedFields":[1],"annotations":{"kubectl.kubernetes.io/last-applied-configuration":"hunter2"}},
             "spec":{"template":{"spec":{"containers":[{"env":[{"name":"DB_PASSWORD","value":"hunter2"},{"name":"MODE","value":"fast"}]}]}}}}]}
            """));

        var result = await api.RunAsync("k8s.get", """{"kind":"deployments","namespace":"shop"}""");

        result.Data.ShouldBe("""{"kind":"deployments","items":[{"metadata":{"name":"web","annotations":{}},"spec":{"template":{"spec":{"containers":[{"env":[{"name":"DB_PASSWORD","value":"***"},{"name":"MODE","value":"fast"}]}]}}}}],"more":false}""");
    }

    [Fact]
    public async Task A_paused_deployment_is_neither_restarted_nor_rolled_back()
    {
        using var api = new ScriptedApi(request => ScriptedApi.Json(request.RequestUri!.AbsolutePath.EndsWith("/replicasets", StringComparison.Ordinal)
            ? """{"metadata":{},"items":[]}"""
            : """{"metadata":{"name":"web","namespace":"shop","uid":"u1"},"spec":{"paused":true,"template":{}}}"""));

        (await api.PreviewAsync("k8s.restart_deployment", Web)).Error.ShouldBe("web is paused: resume its rollout first");
        (await api.PreviewAsync("k8s.rollback_deployment", Web)).Error.ShouldBe("web is paused: resume its rollout first");
        api.Requests.ShouldAllBe(r => r.StartsWith("GET "));
    }

    [Fact]
    public async Task An_autoscaler_that_will_move_it_back_is_mentioned()
    {
        using var api = new ScriptedApi(request => ScriptedApi.Json(request.RequestUri!.AbsolutePath switch
        {
            var path when path.EndsWith("/scale", StringComparison.Ordinal) => """{"metadata":{"name":"web","uid":"u1"},"spec":{"replicas":2}}""",
            _ => """{"metadata":{},"items":[{"metadata":{"name":"web-hpa"},"spec":{"scaleTargetRef":{"kind":"Deployment","name":"web"},"minReplicas":2,"maxReplicas":6}}]}""",
        }));

        var preview = await api.PreviewAsync("k8s.scale_deployment", """{"namespace":"shop","deployment":"web","replicas":4}""");

        preview.Plan!.BlastRadius.ShouldContain("The autoscaler web-hpa keeps it between 2 and 6 and may move it back.");
    }

    /// <summary>The part of a deployment that is scaled has no labels, and a fence speaks of them.</summary>
    [Fact]
    public async Task Scaling_tells_the_labels_of_the_deployment_and_how_many_pods_feel_it()
    {
        using var api = new ScriptedApi(request => ScriptedApi.Json(request.RequestUri!.AbsolutePath switch
        {
            var path when path.EndsWith("/scale", StringComparison.Ordinal) =>
                $$$"""{"metadata":{"name":"web","uid":"u1"},"spec":{"replicas":{{{(request.Method == HttpMethod.Patch ? 6 : 2)}}}}}""",
            var path when path.EndsWith("/horizontalpodautoscalers", StringComparison.Ordinal) => """{"metadata":{},"items":[]}""",
            _ => """{"metadata":{"name":"web","uid":"u1","labels":{"team":"shop","aifixer.io/protected":"true"}},"spec":{"replicas":2,"template":{}}}""",
        }));

        var preview = await api.PreviewAsync("k8s.scale_deployment", """{"namespace":"shop","deployment":"web","replicas":6}""");

        preview.Plan!.Labels.ShouldBe("aifixer.io/protected=true\nteam=shop");
        preview.Plan.Affected.ShouldBe(4);
    }

    private static HttpResponseMessage Throttled()
    {
        var answer = ScriptedApi.Status(HttpStatusCode.TooManyRequests, "TooManyRequests", "slow down");
        answer.Headers.RetryAfter = new(TimeSpan.Zero);
        return answer;
    }
}
