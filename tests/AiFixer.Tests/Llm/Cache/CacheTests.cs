using AiFixer.Core.Incidents;
using AiFixer.Llm.Cache;
using AiFixer.Playground.Models;
using AiFixer.Plugins;
using AiFixer.Tests.Llm.Support;

namespace AiFixer.Tests.Llm.Cache;

public sealed class CacheTests
{
    private static readonly ModelStep[] Good = [Said.LooksAtPods, Said.Analysis(), Said.Proposal("k8s.restart_deployment", """{"namespace":"default","deployment":"web"}""")];

    [Fact]
    public async Task A_valid_answer_is_used_again_and_says_so()
    {
        await using var asking = await Asking.BeginAsync(Good);

        var first = (await asking.DiagnoseAsync()).Diagnosis;
        var second = (await asking.DiagnoseAsync()).Diagnosis;

        (first.FromCache, second.FromCache).ShouldBe((false, true));
        second.Analyst.ShouldBe("openai1/test-model");
        second.Claims.Select(claim => claim.Text).ShouldBe(first.Claims.Select(claim => claim.Text));
        second.Evidence.ShouldBe(first.Evidence);
        second.Suggestions.ShouldBe(first.Suggestions);
        asking.Server.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Numbers_of_the_moment_do_not_make_it_another_question()
    {
        await using var asking = await Asking.BeginAsync(Good);
        await asking.DiagnoseAsync();
        asking.Measured.Diagnosis = asking.Measured.Diagnosis with { RootCause = "The pods of web run out of memory." };
        asking.Measured.Diagnosis = asking.Measured.Diagnosis with { Confidence = 0.63 };

        (await asking.DiagnoseAsync()).Diagnosis.FromCache.ShouldBeTrue();
    }

    [Fact]
    public async Task An_analysis_is_kept_for_half_an_hour_and_proposals_for_an_hour()
    {
        await using var asking = await Asking.BeginAsync([.. Good, Said.LooksAtPods, Said.Analysis(), ModelStep.Fail(500)]);
        await asking.DiagnoseAsync();

        asking.Time.Advance(TimeSpan.FromMinutes(29));
        (await asking.DiagnoseAsync()).Diagnosis.FromCache.ShouldBeTrue();
        asking.Time.Advance(TimeSpan.FromMinutes(2));
        var later = (await asking.DiagnoseAsync()).Diagnosis;

        later.FromCache.ShouldBeFalse();
        asking.Server.Requests.Count.ShouldBe(5, "the proposals are still good");
        later.Suggestions.Single().Request.Plugin.ShouldBe("k8s.restart_deployment");
    }

    [Fact]
    public async Task Proposals_that_depend_on_the_numbers_of_the_moment_are_asked_for_anew()
    {
        var sized = Said.Proposal("k8s.set_resources", """{"namespace":"default","deployment":"web","memory_limit":"1Gi"}""");
        await using var asking = await Asking.BeginAsync(Said.LooksAtPods, Said.Analysis(), sized, sized);

        await asking.DiagnoseAsync();
        var second = (await asking.DiagnoseAsync()).Diagnosis;

        second.FromCache.ShouldBeTrue();
        asking.Server.Requests.Count.ShouldBe(4, "the size was asked for again");
    }

    [Fact]
    public async Task What_the_offline_analyst_found_in_place_of_a_model_is_never_kept_as_a_models_answer()
    {
        await using var asking = await Asking.BeginAsync(ModelStep.Say("prose"), ModelStep.Say("more prose"), Said.Analysis(), Said.Nothing);

        (await asking.DiagnoseAsync()).Diagnosis.Analyst.ShouldBe(Measured.Name);
        var second = (await asking.DiagnoseAsync()).Diagnosis;

        (second.Analyst, second.FromCache).ShouldBe(("openai1/test-model", false));
    }

    [Fact]
    public async Task An_answer_of_which_nothing_stands_is_not_kept()
    {
        await using var asking = await Asking.BeginAsync(
            Said.Analysis(change: answer => answer["claims"]!.AsArray()[0]!["text"] = "The error rate is 99 %."), Said.Analysis(), Said.Nothing);

        await asking.DiagnoseAsync();
        (await asking.DiagnoseAsync()).Diagnosis.Verdict.ShouldBe(Verdict.Confirmed);
    }

    [Fact]
    public async Task An_answer_for_which_something_could_not_be_looked_at_is_not_kept()
    {
        await using var asking = await Asking.BeginAsync([.. Good, .. Good]);
        asking.Plugins.Answers["k8s.list_pods"] = PluginResult.Failed("no answer in time", retryable: true);

        var first = (await asking.DiagnoseAsync()).Diagnosis;
        first.Gaps.ShouldContain("k8s.list_pods: no answer in time");
        (await asking.DiagnoseAsync()).Diagnosis.FromCache.ShouldBeFalse();
    }

    [Theory]
    [InlineData("error rate 15.3% at 10:32, 1,187 rps", "error rate 22% at 11:02, 950 rps")]
    [InlineData("""{"p99":1487,"since":"2026-01-01T10:00:00Z","for":"5m"}""", """{"p99":23,"since":"2026-02-03T11:12:13.5Z","for":"90s"}""")]
    [InlineData("memory 512Mi of 1Gi, restarts: 6", "memory 900Mi of 1Gi, restarts: 17")]
    public void Measurements_and_moments_are_no_part_of_a_key(string one, string other) => CacheKey.Of(one).ShouldBe(CacheKey.Of(other));

    [Theory]
    [InlineData("HTTP 500 from web", "HTTP 404 from web")]
    [InlineData("exit code 137", "exit code 1")]
    [InlineData("""{"exit_code":137}""", """{"exit_code":1}""")]
    [InlineData("image web:v2.4.1", "image web:v2.4.2")]
    [InlineData("pod web-1", "pod web-2")]
    [InlineData("dial tcp db:5432", "dial tcp db:6379")]
    [InlineData("commit 9f3c2ab", "commit 1f3c2ab")]
    public void Numbers_that_tell_one_trouble_from_another_are(string one, string other) => CacheKey.Of(one).ShouldNotBe(CacheKey.Of(other));

    [Fact]
    public void Parts_do_not_run_into_each_other() => CacheKey.Of("ab", "c").ShouldNotBe(CacheKey.Of("a", "bc"));
}
