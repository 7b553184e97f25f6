using AiFixer.Core;
using AiFixer.Engine.Running;
using AiFixer.Tests.Core.Incidents.Support;

namespace AiFixer.Tests.Engine.Running;

public sealed class HeldCacheTests
{
    private static readonly Held Working = new(Story.Open().State, 1, "d1");
    private static readonly Held Waiting = new(Stories.AskedAboutDiagnosis().State, 2, "d2");
    private static readonly Held Closed = new(Story.Open().Hears(Given.Clears()).State, 2, "d2");

    private readonly HeldCache cache = new(2);

    [Fact]
    public void The_latest_of_an_incident_at_work_is_kept()
    {
        cache.Keep(new("A"), Working);
        cache.Keep(new("A"), Working with { Version = 2 });

        cache.Find(new("A")).ShouldNotBeNull().Version.ShouldBe(2);
        cache.Find(new("B")).ShouldBeNull();
    }

    [Fact]
    public void An_older_state_that_comes_late_does_not_take_the_place_of_a_newer_one()
    {
        cache.Keep(new("A"), Working with { Version = 3 });
        cache.Keep(new("A"), Working with { Version = 1 });
        cache.Keep(new("A"), Waiting with { Version = 2 });

        cache.Find(new("A")).ShouldNotBeNull().Version.ShouldBe(3);
    }

    [Fact]
    public void One_that_waits_or_is_closed_holds_no_memory()
    {
        foreach (var held in (Held[])[Waiting, Closed])
        {
            cache.Keep(new("A"), Working);
            cache.Keep(new("A"), held);

            cache.Find(new("A")).ShouldBeNull();
        }
    }

    [Fact]
    public void No_more_are_kept_than_there_is_room_for()
    {
        foreach (var id in (string[])["A", "A", "B", "C"])
            cache.Keep(new(id), Working);

        cache.Find(new("B")).ShouldNotBeNull();
        cache.Find(new("C")).ShouldBeNull();
    }

    [Fact]
    public void One_that_is_forgotten_makes_room_once()
    {
        Fill("A", "B");

        cache.Forget(new("A"));
        cache.Forget(new("A"));
        Fill("C", "D");

        cache.Find(new("A")).ShouldBeNull();
        cache.Find(new("C")).ShouldNotBeNull();
        cache.Find(new("D")).ShouldBeNull();
    }

    [Fact]
    public void When_all_are_forgotten_there_is_room_for_as_many_again()
    {
        Fill("A", "B");

        cache.Clear();
        cache.Find(new("A")).ShouldBeNull();

        Fill("C", "D");
        cache.Find(new("C")).ShouldNotBeNull();
        cache.Find(new("D")).ShouldNotBeNull();
    }

    private void Fill(params string[] ids)
    {
        foreach (var id in ids)
            cache.Keep(new IncidentId(id), Working);
    }
}
