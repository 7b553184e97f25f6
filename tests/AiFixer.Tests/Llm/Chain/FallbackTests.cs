using AiFixer.Llm.Providers;
using AiFixer.Playground.Models;
using AiFixer.TestSupport;
using AiFixer.Tests.Llm.Support;

namespace AiFixer.Tests.Llm.Chain;

public sealed class FallbackTests
{
    private static readonly ModelStep[] Good = [Said.Analysis(), Said.Nothing];

    public static TheoryData<string> Failures => [.. Steps.Keys];

    private static Dictionary<string, ModelStep[]> Steps { get; } = new()
    {
        ["Overloaded"] = [ModelStep.Fail(503, "api_error")],
        ["Denied"] = [ModelStep.Fail(401, "authentication_error")],
        ["RateLimited"] = [ModelStep.Fail(429, "rate_limit_error")],
        ["QuotaSpent"] = [ModelStep.Fail(429, "insufficient_quota")],
        ["Refused"] = [new ModelStep { Refused = true }],
        ["CutOff"] = [new ModelStep { Text = new string('a', 500), CutAfter = 100 }],
        ["Unreadable"] = [new ModelStep { Body = "<html></html>" }],
        ["TooLarge"] = [ModelStep.Say(new string('a', 1_000_000))],
        ["Invalid"] = [ModelStep.Say("I am sorry."), ModelStep.Say("I am still sorry.")],
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Whatever_fails_the_next_one_is_asked(string failure)
    {
        await using var asking = await Asking.BeginAsync([(ProviderKind.OpenAi, Steps[failure]), (ProviderKind.Anthropic, Good)], static options => options);

        var answer = await asking.DiagnoseAsync();

        answer.Diagnosis.Analyst.ShouldBe("anthropic2/test-model");
        Asking.Faults(answer).First().ShouldBeOneOf(failure == "CutOff" ? ["CutOff", "Unreachable"] : [failure], "how far a broken connection got is the network's");
    }

    [Fact]
    public async Task Truncated_twice_the_next_one_is_asked()
    {
        var cut = new ModelStep { Text = """{"verdict":"CONF""", Truncated = true };
        await using var asking = await Asking.BeginAsync([(ProviderKind.Anthropic, [cut, cut]), (ProviderKind.Gemini, Good)], static options => options);

        (await asking.DiagnoseAsync()).Diagnosis.Analyst.ShouldBe("gemini2/test-model");
        asking.Servers[1].Requests[0].Texts.ShouldNotContain(text => text.Contains("could not be used", StringComparison.Ordinal), "the next one begins without the mistakes of others");
    }

    [Fact]
    public async Task The_next_one_goes_on_with_what_was_looked_at()
    {
        await using var asking = await Asking.BeginAsync(
            [(ProviderKind.Gemini, [Said.LooksAtPods, ModelStep.Fail(500, "INTERNAL")]), (ProviderKind.OpenAi, Good)], static options => options);

        var answer = await asking.DiagnoseAsync();

        answer.Diagnosis.Analyst.ShouldBe("openai2/test-model");
        asking.Plugins.Ran.ShouldHaveSingleItem();
        asking.Servers[1].Requests[0].Texts.ShouldContain(text => text.Contains("OOMKilled", StringComparison.Ordinal));
    }

    public static TheoryData<ProviderKind, ProviderKind> Pairs => new MatrixTheoryData<ProviderKind, ProviderKind>(Kinds, Kinds);

    private static readonly ProviderKind[] Kinds = [ProviderKind.OpenAi, ProviderKind.Anthropic, ProviderKind.Gemini, ProviderKind.Ollama];

    /// <summary>Ids of calls are as some servers make them, and as other providers refuse them; a signature is its provider's own.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Whoever_looked_whoever_is_next_can_go_on_from_there(ProviderKind looks, ProviderKind goesOn)
    {
        var look = ModelStep.Call(new ModelCall("k8s.list_pods", new() { ["selector"] = "app=web" }) { Id = "functions.k8s_list_pods:0/of/a/server/with/very/long/ids" });
        var again = ModelStep.Call(new ModelCall("k8s.list_pods", new() { ["selector"] = "app=api" }) { Id = "call_0" });
        await using var asking = await Asking.BeginAsync([(looks, [look, ModelStep.Fail(500, "INTERNAL")]), (goesOn, [again, .. Good])], static options => options);

        var answer = await asking.DiagnoseAsync();

        answer.Diagnosis.Analyst.ShouldEndWith("2/test-model", customMessage: string.Join(' ', Asking.Faults(answer)));
        asking.Plugins.Ran.Count.ShouldBe(2);
        asking.Servers[1].Requests[0].Body.ToJsonString().ShouldNotContain("thoughtSignature", customMessage: "nobody has yet called anything of this one");
        asking.Servers[1].Requests[1].Texts.Count(text => text.Contains("OOMKilled", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public async Task When_nobody_answers_the_offline_analyst_does_and_is_named()
    {
        await using var asking = await Asking.BeginAsync(
            [(ProviderKind.OpenAi, Steps["Overloaded"]), (ProviderKind.Ollama, Steps["Invalid"])], static options => options);

        var diagnosis = (await asking.DiagnoseAsync()).Diagnosis;

        (diagnosis.Analyst, diagnosis.RootCause, diagnosis.FromCache).ShouldBe((Measured.Name, asking.Measured.Diagnosis.RootCause, false));
        diagnosis.Suggestions.ShouldBe(asking.Measured.Diagnosis.Suggestions);
        var gap = diagnosis.Gaps.Single();
        gap.ShouldStartWith("No model gave a valid answer: openai1/test-model: Overloaded");
        gap.ShouldContain("ollama2/test-model: Invalid");
    }

    [Fact]
    public async Task Who_wants_to_be_left_alone_is_left_alone_for_as_long_as_it_said()
    {
        var limit = new ModelStep { Error = new(429, "rate_limit_error", "slow down") { RetryAfter = TimeSpan.FromMinutes(2) } };
        await using var asking = await Asking.BeginAsync(
            [(ProviderKind.OpenAi, [limit, .. Good]), (ProviderKind.Anthropic, [Said.Analysis("LIKELY"), Said.Nothing, Said.Analysis("LIKELY"), Said.Nothing])],
            static options => options with { Cache = new() { Entries = 0 } });

        (await asking.DiagnoseAsync()).Diagnosis.Analyst.ShouldBe("anthropic2/test-model");
        asking.Time.Advance(TimeSpan.FromSeconds(119));
        (await asking.DiagnoseAsync()).Diagnosis.Analyst.ShouldBe("anthropic2/test-model");
        asking.Servers[0].Requests.Count.ShouldBe(1);

        asking.Time.Advance(TimeSpan.FromSeconds(2));
        (await asking.DiagnoseAsync()).Diagnosis.Analyst.ShouldBe("openai1/test-model");
    }

    [Fact]
    public async Task When_all_want_to_be_left_alone_for_a_moment_that_moment_is_waited()
    {
        var limit = new ModelStep { Error = new(429, "rate_limit_error", "slow down") { RetryAfter = TimeSpan.FromSeconds(15) } };
        await using var asking = await Asking.BeginAsync(limit, Said.Analysis(), Said.Nothing);

        var asked = asking.DiagnoseAsync();
        await Eventually.TrueAsync(() => asking.Time.NextDue == asking.Time.GetUtcNow() + TimeSpan.FromSeconds(15), "it waits", cancellation: TestContext.Current.CancellationToken);
        asking.Time.Advance(TimeSpan.FromSeconds(15));

        (await asked).Diagnosis.Analyst.ShouldBe("openai1/test-model");
    }

    [Fact]
    public async Task Who_fails_again_and_again_is_not_asked_for_a_while()
    {
        await using var asking = await Asking.BeginAsync(
            [(ProviderKind.OpenAi, Steps["Overloaded"]), (ProviderKind.Anthropic, [.. Enumerable.Repeat(Good, 6).SelectMany(steps => steps)])],
            static options => options with { Cache = new() { Entries = 0 }, CircuitFailures = 2, CircuitOpenFor = TimeSpan.FromSeconds(30) });

        foreach (var _ in Enumerable.Range(0, 4))
            await asking.DiagnoseAsync();
        asking.Servers[0].Requests.Count.ShouldBe(2);

        asking.Time.Advance(TimeSpan.FromSeconds(31));
        await asking.DiagnoseAsync();
        await asking.DiagnoseAsync();
        asking.Servers[0].Requests.Count.ShouldBe(3, "one call finds out that it still fails");
    }

    [Fact]
    public async Task A_provider_gets_no_more_calls_than_were_allowed()
    {
        await using var asking = await Asking.BeginAsync(
            [(ProviderKind.OpenAi, [Said.Analysis()]), (ProviderKind.Anthropic, [Said.Nothing, .. Good])],
            static options => options with { Cache = new() { Entries = 0 }, Providers = options.Providers.SetItem(0, options.Providers[0] with { RequestsPerMinute = 1 }) });

        (await asking.DiagnoseAsync()).Diagnosis.Analyst.ShouldBe("openai1/test-model");
        (await asking.DiagnoseAsync()).Diagnosis.Analyst.ShouldBe("anthropic2/test-model");
        asking.Time.Advance(TimeSpan.FromMinutes(1));
        (await asking.DiagnoseAsync()).Diagnosis.Analyst.ShouldBe("openai1/test-model");
    }
}
