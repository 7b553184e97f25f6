using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Api;

public sealed class AccessTests
{
    [Fact]
    public async Task What_is_forbidden_is_refused_in_words_and_a_review_says_so_before()
    {
        await using var test = await TestWorld.StartAsync();
        test.World.Forbid("patch", "deployments.apps");

        var answer = await test.MergeAsync(TestWorld.Checkout, """{"spec":{"replicas":4}}""");

        (answer.Code, answer.Reason).ShouldBe((403, "Forbidden"));
        answer.Message.ShouldBe("deployments.apps \"checkout\" is forbidden: User \"system:serviceaccount:practice:visitor\" cannot patch resource \"deployments\" in API group \"apps\" in the namespace \"shop\"");
        (await MayAsync(test, "patch", "apps", "deployments")).ShouldBeFalse();
        (await MayAsync(test, "get", "apps", "deployments")).ShouldBeTrue();
        test.World.AllowAll();
        (await MayAsync(test, "patch", "apps", "deployments")).ShouldBeTrue();
    }

    [Theory]
    [InlineData("PUT", "/api/v1/namespaces/shop/pods/x/status", 404)]
    [InlineData("POST", "/apis/metrics.k8s.io/v1beta1/nodes", 405)]
    [InlineData("GET", "/api/v1/widgets", 404)]
    [InlineData("GET", "/apis/events.k8s.io/v1/events", 404)]
    [InlineData("DELETE", "/api/v1/namespaces/shop/pods", 405)]
    public async Task What_the_world_does_not_serve_is_refused_with_a_status(string method, string path, int code)
    {
        await using var test = await TestWorld.StartAsync();

        var answer = await test.SendAsync(new(method), path, method == "GET" ? null : "{}");

        (answer.Code, answer.Json["kind"]!.ToString()).ShouldBe((code, "Status"));
    }

    [Theory]
    [InlineData("\"requests\":{\"memory\":\"1Gi\"}", "must be less than or equal to memory limit of 256Mi")]
    [InlineData("\"limits\":{\"memory\":\"lots\"}", "quantities must match the regular expression")]
    public async Task Resources_that_make_no_sense_are_invalid(string resources, string words)
    {
        await using var test = await TestWorld.StartAsync();

        var answer = await test.StrategicAsync(TestWorld.Checkout, """{"spec":{"template":{"spec":{"containers":[{"name":"app","resources":{AMOUNTS}}]}}}}""".Replace("AMOUNTS", resources, StringComparison.Ordinal));

        answer.Code.ShouldBe(422);
        answer.Message!.ShouldContain(words);
    }

    private static async Task<bool> MayAsync(TestWorld test, string verb, string group, string resource)
    {
        var body = $$$$"""{"kind":"SelfSubjectAccessReview","apiVersion":"authorization.k8s.io/v1","spec":{"resourceAttributes":{"namespace":"shop","verb":"{{{{verb}}}}","group":"{{{{group}}}}","resource":"{{{{resource}}}}"}}}""";
        var answer = await test.SendAsync(HttpMethod.Post, "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", body);
        answer.Code.ShouldBe(201);
        return (bool)answer.Json["status"]!["allowed"]!;
    }
}
