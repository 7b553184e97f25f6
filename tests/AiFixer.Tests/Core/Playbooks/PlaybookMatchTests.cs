using System.Buffers;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using static AiFixer.Tests.Core.Playbooks.Playbooks;

namespace AiFixer.Tests.Core.Playbooks;

public sealed class PlaybookMatchTests
{
    [Fact]
    public void Any_pattern_is_enough_whatever_the_letters_case() =>
        Match(Asking("psycopg2: TEMPORARY failure in Name Resolution"), Named("dns", "no such host", "name resolution")).Playbook?.Id.ShouldBe("dns");

    [Fact]
    public void Another_class_is_not_its_business() =>
        Match(Asking("name resolution") with { Class = ErrorClass.Oom }, Named("dns", "name resolution")).Playbook.ShouldBeNull();

    [Theory]
    [InlineData(Severity.P1, true)]
    [InlineData(Severity.P2, true)]
    [InlineData(Severity.P3, false)]
    public void It_must_be_bad_enough(Severity severity, bool fits)
    {
        var match = Match(Asking("name resolution", severity), Named("dns", "name resolution") with { MinimumSeverity = Severity.P2 });

        (match.Playbook is not null).ShouldBe(fits);
        if (!fits)
            match.RunnersUp.ShouldHaveSingleItem().Reason.ShouldBe("is for P2 and worse, and this is P3");
    }

    [Fact]
    public void Of_several_the_most_specific_acts_and_the_others_are_told_with_why_not()
    {
        var plain = Named("a-plain", "name resolution");
        var jobs = Named("b-jobs", "name resolution").Selecting(tasks: ["run_*"]);
        var other = Named("c-other", "name resolution").Selecting(tasks: ["import"]);
        var off = Named("d-off", "name resolution") with { IsActive = false };

        var match = Match(Asking("name resolution", task: "run_weekly"), plain, jobs, other, off);

        match.Playbook!.Id.ShouldBe("b-jobs");
        match.Reason.ShouldContain("it selects by task");
        match.Others.ShouldBe(3);
        match.RunnersUp.ToDictionary(one => one.Id, one => one.Reason).ShouldBe(new Dictionary<string, string>
        {
            ["a-plain"] = "is less specific: it selects by nothing, b-jobs by task",
            ["c-other"] = "is for another task",
            ["d-off"] = "is not active",
        }, ignoreOrder: true);
    }

    [Fact]
    public void Exact_names_are_more_specific_than_others() =>
        Match(Asking("name resolution", task: "run_weekly"), Named("a", "name resolution").Selecting(tasks: ["run_*"]), Named("b", "name resolution").Selecting(tasks: ["run_weekly"]))
            .Playbook!.Id.ShouldBe("b");

    [Fact]
    public void Of_equals_it_is_always_the_same_one()
    {
        var (a, b) = (Named("a", "name resolution"), Named("b", "resolution"));

        Match(Asking("name resolution"), a, b).Playbook!.Id.ShouldBe("a");
        Match(Asking("name resolution"), b, a).Playbook!.Id.ShouldBe("a");
    }

    [Fact]
    public void What_selects_by_something_that_is_not_known_does_not_fit() =>
        Match(Asking("name resolution"), Named("a", "name resolution").Selecting(services: ["*"]))
            .RunnersUp.ShouldHaveSingleItem().Reason.ShouldBe("selects by service, and none is known");

    [Theory]
    [InlineData("re:lookup of [a-z-]+ failed", "Lookup of momo-db FAILED", true)]
    [InlineData("re:lookup of [a-z-]+ failed", "lookup of 7 failed", false)]
    [InlineData("re:(a|a)*(b|b)*c$", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbd", false)]
    public void After_re_comes_a_regular_expression(string pattern, string text, bool fits) =>
        (Match(Asking(text), Named("dns", pattern)).Playbook is not null).ShouldBe(fits);

    [Fact]
    public void The_runners_up_that_are_told_are_few_however_many_there_are()
    {
        var match = Match(Asking("name resolution"), [.. Enumerable.Range(0, 500).Select(i => Named($"p{i}", "name resolution"))]);

        match.RunnersUp.Count.ShouldBe(10);
        match.Others.ShouldBe(499);
    }

    [Fact]
    public void Why_nothing_was_chosen_is_told()
    {
        Match(Asking("else"), Named("dns", "name resolution")).Reason.ShouldBe("No pattern of its class occurs in what was said.");
        Match(Asking("name resolution"), Named("dns", "name resolution") with { IsActive = false }).Reason
            .ShouldBe("No playbook whose pattern occurs is for this trouble.");
    }

    [Fact]
    public void Of_those_that_are_not_for_it_all_are_runners_up() =>
        Match(Asking("name resolution"), Named("dns", "name resolution") with { IsActive = false }).Others.ShouldBe(1);

    [Fact]
    public void Any_name_of_a_list_is_enough() =>
        Match(Asking("name resolution", task: "b"), Named("dns", "name resolution").Selecting(tasks: ["a", "b"])).Playbook.ShouldNotBeNull();

    [Fact]
    public void Every_list_must_fit() =>
        Match(Asking("name resolution", task: "a"), Named("dns", "name resolution").Selecting(tasks: ["a"], sources: ["api"]))
            .RunnersUp.ShouldHaveSingleItem().Reason.ShouldBe("is for another source");

    [Fact]
    public void A_playbook_of_which_several_patterns_occur_is_told_once_with_its_words()
    {
        var match = Match(Asking("Name Resolution failed"), Named("dns", "re:failed$", "name resolution", "NAME RESOLUTION", "resolution"), Named("other", "name resolution"));

        match.Others.ShouldBe(1);
        match.Reason.ShouldStartWith("Class DNS_FAIL, \"name resolution\" occurs");
    }

    [Fact]
    public void A_regular_expression_is_told_as_it_was_written() =>
        Match(Asking("lookup failed"), Named("dns", "re:look.p")).Reason.ShouldContain("\"re:look.p\" occurs");

    [Fact]
    public void The_one_that_is_chosen_can_come_after_many_that_are_not_for_it()
    {
        var off = Enumerable.Range(0, 20).Select(i => Named($"a{i:00}", "name resolution") with { IsActive = false });

        var match = Match(Asking("name resolution"), [.. off, Named("b", "name resolution")]);

        match.Playbook!.Id.ShouldBe("b");
        (match.RunnersUp.Count, match.Others).ShouldBe((10, 20));
    }

    [Fact]
    public void Regular_expressions_that_occur_are_counted_as_well()
    {
        var match = Match(Asking("lookup failed"), Named("a", "re:look.p") with { IsActive = false }, Named("b", "re:fail") with { IsActive = false });

        match.Reason.ShouldBe("No playbook whose pattern occurs is for this trouble.");
        match.Others.ShouldBe(2);
    }

    /// <summary>Its memory is shared with whatever else runs in the process.</summary>
    [Fact]
    public void What_others_left_in_memory_is_no_pattern()
    {
        var lent = ArrayPool<string?>.Shared.Rent(1);
        Array.Fill(lent, "left here");
        ArrayPool<string?>.Shared.Return(lent);

        Match(Asking("something else"), Named("dns", "name resolution")).Playbook.ShouldBeNull();
    }

    /// <summary>Two small letters that have the same capital one.</summary>
    [Fact]
    public void Patterns_that_mean_the_same_are_found_for_each_playbook_that_has_them() =>
        Match(Asking("ABΣ"), Named("a", "abς"), Named("b", "abσ")).Others.ShouldBe(1);
}
