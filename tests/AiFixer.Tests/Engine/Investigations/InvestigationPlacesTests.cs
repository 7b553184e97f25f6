using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Engine.Investigations;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Engine.Investigations;

public sealed class InvestigationPlacesTests
{
    private static readonly Incident Usual = Story.Open().State;
    private readonly InvestigationPlaces places = new(new WorkflowRules { Investigations = new() { AtOnce = 2 } });

    [Fact]
    public void There_are_so_many_and_one_that_is_given_back_is_taken_again()
    {
        using var first = places.TryEnter(Usual).ShouldNotBeNull();
        var second = places.TryEnter(Usual).ShouldNotBeNull();

        places.TryEnter(Usual).ShouldBeNull();
        second.Dispose();
        places.TryEnter(Usual).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public void What_is_critical_finds_one_always()
    {
        using var first = places.TryEnter(Usual);
        using var second = places.TryEnter(Usual);

        places.TryEnter(Usual with { Severity = Severity.P0 }).ShouldNotBeNull().Dispose();
    }
}
