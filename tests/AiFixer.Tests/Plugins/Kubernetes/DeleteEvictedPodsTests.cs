using System.Net;
using AiFixer.Plugins;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class DeleteEvictedPodsTests
{
    private const string Plugin = "k8s.delete_evicted_pods";
    private const string Shop = """{"namespace":"shop"}""";
    private readonly List<string> there = ["e1", "e2", "e3"];

    [Fact]
    public async Task Only_evicted_pods_are_deleted_each_by_its_identity()
    {
        using var api = new ScriptedApi(Answer);
        var plan = (await api.PreviewAsync(Plugin, Shop)).Plan!;
        api.Bodies.Skip(1).ShouldAllBe(body => body.Contains("\"dryRun\":[\"All\"]"));
        there.Count.ShouldBe(3);

        (await api.ExecuteAsync(Plugin, Shop, plan)).ShouldBe(new(ExecuteOutcome.Done, "3 evicted pods are gone"));

        there.ShouldBeEmpty();
        plan.Diff.ShouldContain("-pod: pod-e1\n-pod: pod-e2\n-pod: pod-e3\n");
        plan.Diff.ShouldNotContain("crashed");
        plan.Labels.ShouldBeNull("the list is read without labels, so nobody knows them");
        (await api.ObserveAsync(Plugin, Shop, plan)).ShouldBe(new(ExecuteOutcome.Done, TargetHealth.Healthy, "all 3 are gone"));
    }

    [Fact]
    public async Task Sending_it_again_deletes_nothing_more()
    {
        using var api = new ScriptedApi(Answer);
        var plan = (await api.PreviewAsync(Plugin, Shop)).Plan!;
        await api.ExecuteAsync(Plugin, Shop, plan);

        (await api.ExecuteAsync(Plugin, Shop, plan)).Outcome.ShouldBe(ExecuteOutcome.Done);
    }

    [Fact]
    public async Task When_some_are_gone_and_then_something_is_in_doubt_only_looking_tells()
    {
        var deletions = 0;
        using var api = new ScriptedApi(request => request.Method == HttpMethod.Delete && ++deletions == 5
            ? ScriptedApi.Status(HttpStatusCode.InternalServerError, "InternalError", "etcd")
            : Answer(request));
        var plan = (await api.PreviewAsync(Plugin, Shop)).Plan!;

        var result = await api.ExecuteAsync(Plugin, Shop, plan);

        result.Outcome.ShouldBe(ExecuteOutcome.Unknown);
        result.Message.ShouldStartWith("1 of 3 are gone, then: ");
        (await api.ObserveAsync(Plugin, Shop, plan)).ShouldBe(new(ExecuteOutcome.Unknown, TargetHealth.Unhealthy, "2 of 3 are still there"));
    }

    [Fact]
    public async Task What_may_not_be_deleted_is_known_before_anything_is()
    {
        using var api = new ScriptedApi(request => request.Method == HttpMethod.Delete
            ? ScriptedApi.Status(HttpStatusCode.Forbidden, "Forbidden", "pods is forbidden")
            : Answer(request));

        (await api.PreviewAsync(Plugin, Shop)).Error.ShouldBe("cluster 'default' does not allow it (403): pods is forbidden");
    }

    [Fact]
    public async Task Where_nothing_was_evicted_there_is_nothing_to_do()
    {
        there.Clear();
        using var api = new ScriptedApi(Answer);

        (await api.PreviewAsync(Plugin, Shop)).Error.ShouldBe("shop has no evicted pods");
    }

    private HttpResponseMessage Answer(HttpRequestMessage request)
    {
        if (request.Method == HttpMethod.Get)
        {
            request.RequestUri!.Query.ShouldContain("fieldSelector=status.phase%3DFailed");
            return ScriptedApi.Json($$$"""{"metadata":{},"items":[{{{string.Join(',', [Pod("crashed", "Error"), .. there.Select(uid => Pod(uid, "Evicted"))])}}}]}""");
        }

        var uid = request.RequestUri!.AbsolutePath.Split('-')[^1];
        var body = request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        body.ShouldContain($"\"uid\":\"{uid}\"");
        if (!there.Contains(uid))
            return ScriptedApi.Status(HttpStatusCode.NotFound, "NotFound", "pods not found");
        if (!body.Contains("dryRun", StringComparison.Ordinal))
            there.Remove(uid);
        return ScriptedApi.Json(Pod(uid, "Evicted"));
    }

    private static string Pod(string uid, string reason) =>
        $$$"""{"metadata":{"name":"pod-{{{uid}}}","namespace":"shop","uid":"{{{uid}}}"},"status":{"phase":"Failed","reason":"{{{reason}}}"}}""";
}
