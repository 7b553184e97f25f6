using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Controllers;

public sealed class QuotaTests
{
    [Fact]
    public async Task A_pod_beyond_the_quota_is_not_made_and_everybody_says_why()
    {
        await using var test = await TestWorld.StartAsync();
        await test.SendAsync(HttpMethod.Post, "/api/v1/namespaces/shop/resourcequotas", """{"metadata":{"name":"compute"},"spec":{"hard":{"pods":"6","requests.cpu":"10"}}}""");

        await test.ScaleAsync("checkout", 6);
        test.Pass(TimeSpan.FromMinutes(1));

        test.Checkup().Ready.ShouldBe(4);
        (await test.EventsAsync("FailedCreate")).ShouldContain(message =>
            message.StartsWith("Error creating: pods \"checkout-") && message.EndsWith("is forbidden: exceeded quota: compute, requested: pods=1, used: pods=6, limited: pods=6"));
        (await test.GetAsync(TestWorld.Checkout)).Json.Condition("ReplicaFailure")["reason"]!.ToString().ShouldBe("FailedCreate");
        var quota = (await test.GetAsync("/api/v1/namespaces/shop/resourcequotas/compute")).Json["status"]!;
        (quota["used"]!["pods"]!.ToString(), quota["used"]!["requests.cpu"]!.ToString()).ShouldBe(("6", "600m"));

        await test.MergeAsync("/api/v1/namespaces/shop/resourcequotas/compute", """{"spec":{"hard":{"pods":"20"}}}""");
        test.PassUntil(() => test.Checkup().Healthy);
        (await test.GetAsync(TestWorld.Checkout)).Json["status"]!["conditions"]!.AsArray().Select(condition => condition!["type"]!.ToString()).ShouldNotContain("ReplicaFailure");
    }
}
