using AiFixer.Tests.Playground.Support;

namespace AiFixer.Tests.Playground.Controllers;

public sealed class BudgetTests
{
    private const string Budgets = "/apis/policy/v1/namespaces/shop/poddisruptionbudgets";

    [Fact]
    public async Task An_eviction_that_the_budget_does_not_allow_is_refused_and_a_deletion_is_not()
    {
        await using var test = await TestWorld.StartAsync();
        await CreateAsync(test, """ "minAvailable":3 """);
        var pod = (await test.PodsAsync())[0].Name();

        var answer = await EvictAsync(test, pod);

        (answer.Code, answer.Reason, answer.Message).ShouldBe((429, "TooManyRequests", "Cannot evict pod as it would violate the pod's disruption budget."));
        var cause = answer.Json["details"]!["causes"]![0]!;
        (cause["reason"]!.ToString(), cause["message"]!.ToString()).ShouldBe(("DisruptionBudget", "The disruption budget guard needs 3 healthy pods and has 3 currently"));
        (await test.SendAsync(HttpMethod.Delete, $"/api/v1/namespaces/shop/pods/{pod}")).Code.ShouldBe(200);
    }

    [Fact]
    public async Task One_may_go_and_the_next_only_when_another_is_there()
    {
        await using var test = await TestWorld.StartAsync();
        await CreateAsync(test, """ "maxUnavailable":1 """);
        var pods = (await test.PodsAsync()).Select(Look.Name).ToList();

        (await EvictAsync(test, pods[0])).Code.ShouldBe(201);
        (await EvictAsync(test, pods[1])).Code.ShouldBe(429);
        test.PassUntil(() => test.Checkup().Healthy);

        (await EvictAsync(test, pods[1])).Code.ShouldBe(201);
        var status = (await test.GetAsync($"{Budgets}/guard")).Json["status"]!;
        ((int)status["disruptionsAllowed"]!, (int)status["currentHealthy"]!, (int)status["desiredHealthy"]!, (int)status["expectedPods"]!).ShouldBe((0, 2, 2, 3));
    }

    [Fact]
    public async Task Two_budgets_for_one_pod_are_an_error()
    {
        await using var test = await TestWorld.StartAsync();
        await CreateAsync(test, """ "minAvailable":1 """);
        await CreateAsync(test, """ "minAvailable":1 """, "other");

        (await EvictAsync(test, (await test.PodsAsync())[0].Name())).Code.ShouldBe(500);
    }

    private static async Task CreateAsync(TestWorld test, string limit, string name = "guard") => (await test.SendAsync(
        HttpMethod.Post, Budgets, $$$"""{"metadata":{"name":"{{{name}}}"},"spec":{{{{limit}}},"selector":{"matchLabels":{"app":"checkout"} } } }""")).Code.ShouldBe(201);

    private static Task<TestAnswer> EvictAsync(TestWorld test, string pod) => test.SendAsync(
        HttpMethod.Post, $"/api/v1/namespaces/shop/pods/{pod}/eviction", $$$"""{"apiVersion":"policy/v1","kind":"Eviction","metadata":{"name":"{{{pod}}}","namespace":"shop"}}""");
}
