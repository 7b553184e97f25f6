using AiFixer.Core.Analysis.Causes;
using AiFixer.Core.Analysis.Clusters;
using AiFixer.Tests.Core.Analysis.Clusters.Support;

namespace AiFixer.Tests.Core.Analysis.Clusters;

public sealed class JobRulesTests
{
    [Fact]
    public void A_run_whose_later_attempt_succeeded_is_no_failure()
    {
        var cause = JobRules.Of(Job(Attempt("a", "Failed", 100, 98), Attempt("b", "Succeeded", 97, 80))).ShouldHaveSingleItem();

        (cause.Category, cause.IsCertain).ShouldBe((Categories.Healthy, false), "pods alone do not say that all of the run is done");
        cause.Says.ShouldContain("the run export-1 succeeded");
    }

    [Fact]
    public void Of_a_run_in_parts_each_has_to_be_done() => JobRules.Of(Job(
        Part(Attempt("a", "Failed", 100, 98), "0"), Part(Attempt("b", "Succeeded", 97, 90), "1"), Part(Attempt("c", "Succeeded", 97, 90), "2"))).ShouldBeEmpty();

    [Fact]
    public void What_failed_last_has_failed() => JobRules.Of(Job(Attempt("a", "Succeeded", 100, 98), Attempt("b", "Failed", 97, 80))).ShouldBeEmpty();

    [Fact]
    public void What_ran_beside_the_one_that_failed_did_another_part_of_the_work() =>
        JobRules.Of(Job(Attempt("a", "Failed", 100, 90), Attempt("b", "Succeeded", 100, 80))).ShouldBeEmpty();

    [Fact]
    public void While_an_attempt_runs_nobody_knows() =>
        JobRules.Of(Job(Attempt("a", "Failed", 100, 98), Attempt("b", "Succeeded", 97, 80), Attempt("c", "Running", 79, null))).ShouldBeEmpty();

    [Fact]
    public void A_run_that_never_failed_is_not_what_an_alert_of_failure_is_about() => JobRules.Of(Job(Attempt("b", "Succeeded", 97, 80))).ShouldBeEmpty();

    private static JobFacts Job(params PodView[] attempts) => new("export-1", [.. attempts], "E1");

    private static PodView Attempt(string name, string phase, int began, int? ended) => Copies.Pod(name, phase: phase) with
    {
        CreatedAt = Copies.Now.AddMinutes(-began),
        Containers = [new("export", "export:1", false, 0, null, null, ended is null ? null : "Completed", null, phase == "Failed" ? 1 : 0, null, null, ended is { } ago ? Copies.Now.AddMinutes(-ago) : null)],
    };

    private static PodView Part(PodView pod, string index) =>
        pod with { Labels = pod.Labels.SetItem("batch.kubernetes.io/job-completion-index", index) };
}
