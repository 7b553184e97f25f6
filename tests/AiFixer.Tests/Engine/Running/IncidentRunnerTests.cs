using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Engine.Running;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Engine.Running.Support;
using AiFixer.Tests.Engine.Tasks.Support;

namespace AiFixer.Tests.Engine.Running;

public sealed class IncidentRunnerTests
{
    private readonly Story story = Story.Open();
    private readonly ScriptedJournal journal;
    private readonly IncidentRunner runner;

    public IncidentRunnerTests()
    {
        journal = new(story.State);
        runner = Runner(new());
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static PersonInput Ignore => new PersonInput.Ignore(Given.Operator, "known");

    [Fact]
    public async Task What_was_decided_on_an_old_version_is_decided_again_on_the_new_one()
    {
        runner.Opened(new(story.State, 1, "d1"));
        Stale(whatHappens: () => journal.Incident = story.Triaged().State);

        var told = await runner.TellAsync(Given.Id, Ignore, Stop);

        told.ShouldBeOfType<WriteResult.Written>().Held.Version.ShouldBe(3);
        journal.Appends.ConvertAll(append => append.ExpectedVersion).ShouldBe([1, 2]);
        journal.Appends[1].PreviousDigest.ShouldBe("d2");
    }

    [Fact]
    public async Task It_may_be_refused_then()
    {
        Stale(whatHappens: () => journal.Incident = story.Hears(Ignore).State);

        var told = await runner.TellAsync(Given.Id, Ignore, Stop);

        told.ShouldBeOfType<WriteResult.Refused>().Refusal.Code.ShouldBe(RefusalCode.Closed);
    }

    [Fact]
    public async Task One_that_others_change_all_the_time_is_busy()
    {
        for (var i = 0; i < 5; i++)
            Stale(() => { });

        (await runner.TellAsync(Given.Id, Ignore, Stop)).ShouldBeOfType<WriteResult.Busy>();

        journal.Appends.Count.ShouldBe(5);
        journal.Loads.ShouldBe(5);
    }

    [Fact]
    public async Task When_nobody_knows_whether_it_was_stored_it_is_read_again()
    {
        await runner.FindAsync(Given.Id, Stop);
        runner.Opened(new(story.State, 1, "d1"));
        var loads = journal.Loads;
        journal.Verdicts.Enqueue(() => throw new JournalUnavailableException("gone"));

        await Should.ThrowAsync<JournalUnavailableException>(() => runner.TellAsync(Given.Id, Ignore, Stop));

        journal.Loads.ShouldBe(loads, "it was in memory");
        await runner.FindAsync(Given.Id, Stop);
        journal.Loads.ShouldBe(loads + 1);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public async Task An_input_for_a_version_is_decided_on_that_version_alone(long version, bool isTaken)
    {
        var told = await runner.TellAsync(Given.Id, Ignore with { Versions = [7, version] }, Stop);

        (told is WriteResult.Written).ShouldBe(isTaken);
        (told is WriteResult.Changed).ShouldBe(!isTaken);
        journal.Appends.Count.ShouldBe(isTaken ? 1 : 0);
    }

    /// <summary>The version was compared before, so a change in between went unnoticed.</summary>
    [Fact]
    public async Task A_change_in_the_moment_of_writing_is_a_change_too()
    {
        Stale(whatHappens: () => journal.Incident = story.Triaged().State);

        (await runner.TellAsync(Given.Id, Ignore with { Versions = [1] }, Stop)).ShouldBeOfType<WriteResult.Changed>();
    }

    /// <summary>Nothing is written for a refusal, so no version shows that it was decided on what is long over.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_memory_would_refuse_is_asked_of_a_store_that_others_write_to(bool isShared)
    {
        var task = story.State.Task;
        var kept = story.Hears(Ignore).State;
        var shared = Runner(new() { SharedStore = isShared });
        shared.Opened(new(kept with { Task = task }, 1, "d1"));

        var told = await shared.TellAsync(Given.Id, Ignore, Stop);

        (told is WriteResult.Written).ShouldBe(isShared);
        (told is WriteResult.Refused).ShouldBe(!isShared);
    }

    private IncidentRunner Runner(EngineOptions options) => new(
        journal, new(journal, story.Rules, options, new ManualTime(story.Now)), new HeldCache(10), new DeafSink(), options);

    private void Stale(Action whatHappens) => journal.Verdicts.Enqueue(() =>
    {
        whatHappens();
        journal.Version++;
        return new AppendVerdict.Stale();
    });
}
