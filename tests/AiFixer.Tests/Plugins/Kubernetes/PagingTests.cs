using System.Net;

namespace AiFixer.Tests.Plugins.Kubernetes;

public sealed class PagingTests
{
    private const string Shop = """{"namespace":"shop"}""";

    [Fact]
    public async Task All_pages_are_read()
    {
        await using var test = await KubeWorld.StartAsync();
        test.World.AddDeployment("load", "big", 620);

        var result = await test.RunAsync("k8s.list_pods", new { @namespace = "load" });

        result.Message.ShouldStartWith("620 pods in load, 0 not ready");
    }

    [Fact]
    public async Task A_list_that_expires_again_and_again_is_given_up()
    {
        using var api = new ScriptedApi(request => request.RequestUri!.Query.Contains("continue", StringComparison.Ordinal)
            ? ScriptedApi.Status(HttpStatusCode.Gone, "Expired", "too old")
            : ScriptedApi.Json("""{"metadata":{"continue":"a"},"items":[{"metadata":{"name":"p1"}}]}"""));

        var result = await api.RunAsync("k8s.list_pods", Shop);

        (result.Error, result.Retryable).ShouldBe(("cluster 'default' refused (410): too old", true));
        api.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task A_list_that_leads_back_to_itself_is_not_followed_for_ever()
    {
        using var api = new ScriptedApi(_ => ScriptedApi.Json("""{"metadata":{"continue":"a"},"items":[]}"""));

        (await api.RunAsync("k8s.list_pods", Shop)).Error.ShouldBe("cluster 'default' answers a list that leads back to itself");

        api.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_server_that_asks_for_more_patience_than_there_is_is_not_waited_for()
    {
        using var api = new ScriptedApi(_ => Throttled(TimeSpan.FromSeconds(11)));

        var result = await api.RunAsync("k8s.list_pods", Shop);

        (result.Error, result.Retryable).ShouldBe(("cluster 'default' is busy and asks to wait 11 s (429): slow down", true));
        api.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_wait_that_was_asked_for_is_kept()
    {
        var time = new AiFixer.TestSupport.ManualTime();
        var times = 0;
        using var api = new ScriptedApi(
            _ => ++times == 1 ? Throttled(TimeSpan.FromSeconds(7)) : ScriptedApi.Json("""{"metadata":{},"items":[]}"""), time);
        var asking = api.RunAsync("k8s.list_pods", Shop);
        await AiFixer.TestSupport.Eventually.TrueAsync(
            () => time.NextDue == time.GetUtcNow() + TimeSpan.FromSeconds(7), "it waits", cancellation: TestContext.Current.CancellationToken);

        time.Advance(TimeSpan.FromSeconds(6.9));
        api.Requests.ShouldHaveSingleItem();
        time.Advance(TimeSpan.FromSeconds(0.2));

        (await asking).Success.ShouldBeTrue();
        api.Requests.Count.ShouldBe(2);
    }

    private static HttpResponseMessage Throttled(TimeSpan wait)
    {
        var answer = ScriptedApi.Status(HttpStatusCode.TooManyRequests, "TooManyRequests", "slow down");
        answer.Headers.RetryAfter = new(wait);
        return answer;
    }
}
