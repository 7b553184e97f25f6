using AiFixer.Llm.Budgets;
using AiFixer.Llm.Providers;
using AiFixer.Playground.Models;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Llm.Support;

namespace AiFixer.Tests.Llm.Chain;

public sealed class BudgetTests
{
    [Fact]
    public async Task In_the_last_round_there_is_nothing_more_to_look_at()
    {
        await using var asking = await AskAsync(new() { Rounds = 3 }, Looks("a"), Looks("b"), Said.Analysis(), Said.Nothing);

        var answer = await asking.DiagnoseAsync();

        answer.Diagnosis.Analyst.ShouldBe("openai1/test-model");
        asking.Server.Requests.Select(request => request.Tools.Count > 0).ShouldBe([true, true, false, false]);
    }

    [Fact]
    public async Task A_model_that_never_concludes_is_given_up_when_its_rounds_are_over()
    {
        await using var asking = await AskAsync(new() { Rounds = 2 }, Looks("a"), Looks("b"), Looks("c"), Looks("d"));

        var diagnosis = (await asking.DiagnoseAsync()).Diagnosis;

        diagnosis.Analyst.ShouldBe(Measured.Name);
        asking.Plugins.Ran.ShouldHaveSingleItem();
        diagnosis.Gaps.ShouldContain(gap => gap.Contains("when none were offered", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tokens_and_money_are_the_incidents_over_all_its_diagnoses()
    {
        await using var asking = await AskAsync(new() { Tokens = 5000 }, Said.Analysis() with { TokensIn = 4000, TokensOut = 500 }, Said.Nothing with { TokensIn = 600 }, Said.Analysis());

        (await asking.DiagnoseAsync()).Diagnosis.Analyst.ShouldBe("openai1/test-model");
        var second = (await asking.DiagnoseAsync()).Diagnosis;

        second.Analyst.ShouldBe(Measured.Name);
        second.Gaps.ShouldContain(gap => gap.Contains("the budget of 5000 tokens is used up", StringComparison.Ordinal));
        asking.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Money_that_is_used_up_ends_it()
    {
        // 40,000 tokens in at 1 and 2,000 out at 10 for a million each make 0.06.
        await using var asking = await AskAsync(new() { Money = 0.05m }, Looks("a") with { TokensIn = 40_000, TokensOut = 2_000 }, Said.Analysis());

        var diagnosis = (await asking.DiagnoseAsync()).Diagnosis;

        diagnosis.Analyst.ShouldBe(Measured.Name);
        diagnosis.Gaps.ShouldContain(gap => gap.Contains("the budget of 0.05 for models is used up", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_incident_has_a_budget_of_its_own()
    {
        await using var asking = await AskAsync(new() { Tokens = 1000 }, Said.Analysis("LIKELY") with { TokensIn = 2000 });

        await asking.DiagnoseAsync();
        var other = await asking.DiagnoseAsync(Story.Open().State with { Id = Given.Other });

        other.Diagnosis.Analyst.ShouldBe("openai1/test-model");
    }

    [Fact]
    public async Task Time_that_is_over_ends_a_call_that_is_under_way()
    {
        await using var asking = await AskAsync(new() { Time = TimeSpan.FromSeconds(10) }, new ModelStep { Stall = ModelStall.BeforeHeaders });

        var asked = asking.DiagnoseAsync();
        await asking.Server.StalledAsync(TestContext.Current.CancellationToken);
        asking.Time.Advance(TimeSpan.FromSeconds(10));

        var diagnosis = (await asked).Diagnosis;
        diagnosis.Analyst.ShouldBe(Measured.Name);
        diagnosis.Gaps.ShouldContain(gap => gap.Contains("the budget of 00:00:10 is used up", StringComparison.Ordinal));
    }

    private static Task<Asking> AskAsync(BudgetOptions budget, params ModelStep[] steps) =>
        Asking.BeginAsync(ProviderKind.OpenAi, options => options with { Budget = budget, Cache = new() { Entries = 0 } }, steps);

    private static ModelStep Looks(string selector) => ModelStep.Call(new ModelCall("k8s.list_pods", new() { ["selector"] = selector }));
}
