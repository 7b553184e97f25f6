using AiFixer.Core;
using AiFixer.Core.Playbooks;
using AiFixer.Core.Playbooks.Matching;
using static AiFixer.Tests.Core.Playbooks.Playbooks;

namespace AiFixer.Tests.Core.Playbooks;

/// <summary>Which of several playbooks knows better what it is for, and how people are told.</summary>
public sealed class SpecificityTests
{
    private static readonly Playbook Plain = Named("a", "abc");

    [Fact]
    public void More_selections_are_more_specific_then_exact_names_then_worse_trouble_then_the_first_by_name()
    {
        var both = Plain.Selecting(tasks: ["x*"], services: ["y*"]) with { Id = "z" };
        var exact = Plain.Selecting(tasks: ["x"]) with { Id = "y" };
        var pattern = Plain.Selecting(tasks: ["x", "y*"]) with { Id = "x" };
        var worse = Plain with { Id = "w", MinimumSeverity = Severity.P1 };
        var last = Plain with { Id = "v" };

        Specificity.MostFirst([last, Plain, worse, pattern, exact, both]).Select(one => one.Id).ShouldBe(["z", "y", "x", "w", "a", "v"]);
    }

    [Fact]
    public void Why_another_one_was_chosen_is_told()
    {
        var job = Plain.Selecting(tasks: ["x"], services: ["y"]) with { Id = "job" };
        var worse = Plain with { Id = "worse", MinimumSeverity = Severity.P1 };

        Specificity.Why(job, Plain).ShouldBe("is less specific: it selects by nothing, job by task and service");
        Specificity.Why(worse, Plain).ShouldBe("is less specific: it is for P3 and worse, worse for P1 and worse");
        Specificity.Why(Plain, Plain with { Id = "b" }).ShouldBe("is as specific as a or less: the exact names, then the first by name");
    }
}
