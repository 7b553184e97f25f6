using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Engine.Investigations;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Engine.Investigations;

public sealed class InvestigationPlacesTests
{
    private static readonly Incident Usual = Story.Open().State;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private readonly ManualTime time = new();
    private readonly InvestigationPlaces places;

    public InvestigationPlacesTests() => places = Places(2);

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
        var (noisy, quiet) = (From("noisy"), From("quiet"));
        var first = Enter(noisy).ShouldNotBeNull();
        using var second = Enter(noisy).ShouldNotBeNull();

        Refused(quiet).ShouldContain("2 investigations run already");
        first.Dispose();
        Refused(noisy).ShouldContain("The next 1 of 2 places");
        Enter(quiet).ShouldNotBeNull().Dispose();
        Enter(noisy).ShouldNotBeNull().Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(23)]
    [InlineData(40)]
    public void A_quiet_origin_gets_the_next_place_of_any_number_of_noisy_ones(int noisy)
    {
        var places = Places(24);
        var entered = Enumerable.Range(0, 100).Select(i => (Place: places.TryEnter(From($"noisy {i % noisy}", i), Pause, out _), i)).ToList();
        entered.Count(one => one.Place is not null).ShouldBe(24);
        time.Advance(TimeSpan.FromMilliseconds(1));
        var quiet = From("quiet", 1000);
        var asked = 0;

        // Those that wait ask again before it does, and one place after the other is given back.
        IDisposable? own = places.TryEnter(quiet, Pause, out _);
        own.ShouldBeNull();
        foreach (var (place, _) in entered.Where(one => one.Place is not null).ToList())
        {
            time.Advance(TimeSpan.FromMilliseconds(1));
            place!.Dispose();
            foreach (var (_, i) in entered.Where(one => one.Place is null))
                places.TryEnter(From($"noisy {i % noisy}", i), Pause, out _);
            asked++;
            if ((own = places.TryEnter(quiet, Pause, out _)) is not null)
                break;
        }

        own.ShouldNotBeNull();
        asked.ShouldBeLessThanOrEqualTo(noisy > 24 ? 24 : 1);
    }

    [Fact]
    public void Of_one_place_origins_take_turns()
    {
        var places = Places(1);
        var (a, b) = (From("a", 1), From("b", 2));
        var turns = new List<string>();
        var held = places.TryEnter(a, Pause, out _).ShouldNotBeNull();

        for (var i = 0; i < 6; i++)
        {
            time.Advance(TimeSpan.FromSeconds(1));
            places.TryEnter(From("a", 10 + i), Pause, out _).ShouldBeNull();
            places.TryEnter(From("b", 20 + i), Pause, out _).ShouldBeNull();
            held.Dispose();
            // Of each its oldest asks, the noisier one first.
            var next = places.TryEnter(From("a", 10), Pause, out _);
            turns.Add(next is null ? "b" : "a");
            held = next ?? places.TryEnter(From("b", 20), Pause, out _).ShouldNotBeNull();
        }

        turns.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void Places_that_nobody_else_waits_for_are_for_anybody()
    {
        var places = Places(24);
        using var other = places.TryEnter(From("other", 1), Pause, out _).ShouldNotBeNull();

        Enumerable.Range(2, 30).Count(i => places.TryEnter(From("one", i), Pause, out _) is not null).ShouldBe(23);
    }

    [Fact]
    public void Who_does_not_ask_again_when_it_said_leaves_its_place_to_others()
    {
        var first = Enter(From("noisy")).ShouldNotBeNull();
        using var second = Enter(From("noisy")).ShouldNotBeNull();
        places.TryEnter(From("quiet"), TimeSpan.FromMinutes(5), out _).ShouldBeNull();
        first.Dispose();

        time.Advance(TimeSpan.FromMinutes(5));
        Enter(From("noisy")).ShouldBeNull();
        time.Advance(TimeSpan.FromMinutes(2));
        Enter(From("noisy")).ShouldNotBeNull();
    }

    [Fact]
    public void Any_number_of_others_that_never_come_keep_no_more_than_half_of_the_places_empty()
    {
        var places = Places(24);
        var entered = Enumerable.Range(0, 24).Select(i => places.TryEnter(From("noisy", i), Pause, out _).ShouldNotBeNull()).ToList();
        foreach (var i in Enumerable.Range(0, 30))
            places.TryEnter(From($"gone {i}", 100 + i), Pause, out _).ShouldBeNull();
        entered.ForEach(place => place.Dispose());

        Enumerable.Range(200, 24).Count(i => places.TryEnter(From("noisy", i), Pause, out _) is not null).ShouldBe(12);
    }

    [Fact]
    public void A_critical_one_takes_nobodys_turn_away()
    {
        var first = Enter(From("noisy")).ShouldNotBeNull();
        using var second = Enter(From("noisy")).ShouldNotBeNull();
        Enter(From("quiet")).ShouldBeNull();

        Enter(From("quiet", 7) with { Severity = Severity.P0 }).ShouldNotBeNull().Dispose();
        first.Dispose();

        Enter(From("noisy")).ShouldBeNull();
        Enter(From("quiet")).ShouldNotBeNull();
    }

    [Fact]
    public void Origins_without_end_are_not_all_remembered()
    {
        var first = Enter(Usual).ShouldNotBeNull();
        using var second = Enter(Usual).ShouldNotBeNull();
        for (var i = 0; i < 100_000; i++)
            places.TryEnter(From($"job {i % 1000}", i), Pause, out _).ShouldBeNull();

        time.Advance(TimeSpan.FromMinutes(10));
        first.Dispose();
        Enter(From("job 5")).ShouldNotBeNull("all are forgotten");
    }

    private InvestigationPlaces Places(int atOnce) => new(new WorkflowRules { Investigations = new() { AtOnce = atOnce } }, time);

    private static Incident From(string service, int number = 0) => Usual with
    {
        Id = IncidentId.Create(Given.Start, number),
        Alert = Usual.Alert with { Target = null, Labels = Usual.Alert.Labels.Remove("namespace").SetItem("service", service) },
    };

    private IDisposable? Enter(Incident incident) => places.TryEnter(incident, Pause, out _);

    private string Refused(Incident incident)
    {
        places.TryEnter(incident, Pause, out var reason).ShouldBeNull();
        return reason;
    }
}
