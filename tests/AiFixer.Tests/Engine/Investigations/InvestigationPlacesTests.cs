using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Engine.Investigations;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Engine.Investigations;

public sealed class InvestigationPlacesTests
{
    private static readonly Incident Usual = Story.Open().State;
    private readonly ManualTime time = new();
    private readonly InvestigationPlaces places;

    public InvestigationPlacesTests() => places = new(new WorkflowRules { Investigations = new() { AtOnce = 2 } }, time);

    [Fact]
    public void There_are_so_many_and_one_that_is_given_back_is_taken_again()
    {
        using var first = Enter(Usual).ShouldNotBeNull();
        var second = Enter(Usual).ShouldNotBeNull();

        Enter(Usual).ShouldBeNull();
        second.Dispose();
        Enter(Usual).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public void What_is_critical_finds_one_always()
    {
        using var first = Enter(Usual);
        using var second = Enter(Usual);

        Enter(Usual with { Severity = Severity.P0 }).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public void One_of_a_quiet_origin_has_the_next_place_however_many_of_a_noisy_one_ask()
    {
        var noisy = From("noisy");
        var first = Enter(noisy).ShouldNotBeNull();
        using var second = Enter(noisy).ShouldNotBeNull();

        Enter(From("quiet")).ShouldBeNull();
        first.Dispose();
        Enter(noisy).ShouldBeNull("its share is one place, now that another wants one");
        var quiet = Enter(From("quiet")).ShouldNotBeNull();
        quiet.Dispose();
        Enter(noisy).ShouldNotBeNull().Dispose();
    }

    [Fact]
    public void Who_does_not_ask_again_leaves_its_share_to_others()
    {
        var first = Enter(From("noisy")).ShouldNotBeNull();
        using var second = Enter(From("noisy")).ShouldNotBeNull();
        Enter(From("quiet")).ShouldBeNull();
        first.Dispose();

        time.Advance(TimeSpan.FromMinutes(2));
        Enter(From("noisy")).ShouldBeNull();
        time.Advance(TimeSpan.FromSeconds(1));
        Enter(From("noisy")).ShouldNotBeNull();
    }

    [Fact]
    public void More_origins_than_places_have_one_each_in_turn()
    {
        using var first = Enter(From("a")).ShouldNotBeNull();
        using var second = Enter(From("b")).ShouldNotBeNull();

        Enter(From("c"), out var running).ShouldBeNull();
        running.ShouldBe(2);
    }

    private static Incident From(string service) =>
        Usual with { Alert = Usual.Alert with { Target = null, Labels = Usual.Alert.Labels.Remove("namespace").SetItem("service", service) } };

    private IDisposable? Enter(Incident incident) => Enter(incident, out _);

    private IDisposable? Enter(Incident incident, out int running) => places.TryEnter(incident, out running);
}
