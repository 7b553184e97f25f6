using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Simulation.Checks.Support;
using AiFixer.Simulation.World;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Simulation.Checks;

public sealed class InvestigationPromisesTests
{
    private static readonly WorkflowRules Rules = EngineSettings.Review with { Investigations = new() { AtOnce = 2, PerHour = 2 } };

    [Fact]
    public void One_too_many_at_once_is_told() =>
        InvestigationPromises.Broken([Begins(Severity.P1, 1), Begins(Severity.P1, 2)], [], Forged.Times(), Rules).ShouldHaveSingleItem().ShouldContain("2 others at once");

    [Fact]
    public void What_is_critical_finds_a_place_always() =>
        InvestigationPromises.Broken([Begins(Severity.P0, 2)], [], Forged.Times(), Rules).ShouldBeEmpty();

    [Fact]
    public void One_too_many_of_a_source_within_an_hour_is_told()
    {
        var late = Diagnosed(3, 3599, Severity.P2);

        Broken(Rules, Diagnosed(1, 0, Severity.P2), Diagnosed(2, 10, Severity.P1), late).ShouldHaveSingleItem().ShouldStartWith($"{late.Item.Id} of test");
    }

    [Fact]
    public void As_many_as_are_allowed_critical_ones_and_any_number_without_a_limit_are_as_they_should_be()
    {
        List<WrittenLife> three = [Diagnosed(1, 0, Severity.P2), Diagnosed(2, 10, Severity.P2), Diagnosed(3, 3600, Severity.P2)];

        Broken(Rules, [.. three]).ShouldBeEmpty();
        Broken(Rules, three[0], three[1], Diagnosed(4, 20, Severity.P0)).ShouldBeEmpty();
        Broken(Rules with { Investigations = new() }, three[0], three[1], Diagnosed(4, 20, Severity.P2)).ShouldBeEmpty();
    }

    private static WrittenLife Diagnosed(int number, int seconds, Severity severity) =>
        Forged.InGroup(number, seconds, severity, null, Forged.Diagnoses(seconds));

    private static Investigation Begins(Severity severity, int others) => new("node 1", IncidentId.Create(Forged.Begin, 1), severity, others);

    private static IEnumerable<string> Broken(WorkflowRules rules, params List<WrittenLife> lives) =>
        InvestigationPromises.Broken([], lives, Forged.Times(lives), rules);
}
