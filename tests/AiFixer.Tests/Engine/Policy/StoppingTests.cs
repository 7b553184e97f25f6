using AiFixer.Core.Documents;
using AiFixer.Core.Incidents;
using AiFixer.Core.Policy;
using AiFixer.Engine;
using AiFixer.Engine.Policy;
using AiFixer.Engine.Running;
using AiFixer.Engine.Tasks;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Engine.Tasks.Support;
using AiFixer.Tests.Hosting.Dynamic;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Engine.Policy;

/// <summary>The kill switch is read from the store, before the start is written and right before the call leaves.</summary>
public sealed class StoppingTests
{
    private static readonly DocumentAuthor Ada = new("u4", "Ada");
    private readonly ManualTime time = new(Stories.Granted().Now);
    private readonly MemoryDocuments documents;
    private readonly PolicyDocuments facts;

    public StoppingTests()
    {
        documents = new(time);
        facts = new(documents, time, NullLogger<PolicyDocuments>.Instance);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stopped_before_the_start_nothing_leaves_and_a_person_has_it()
    {
        await documents.ApplyAsync(PolicyDocument.Stop(Ada, "Wrong target."), Stop);
        var plugins = new SeenPlugins(Given.Plan());

        var step = await RunAsync(plugins);

        step.ShouldBeOfType<TaskStep.Told>().Held.State.Escalation!.Reason.ShouldContain("Wrong target.");
        plugins.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stopped_by_another_process_while_the_start_was_written_nothing_leaves()
    {
        var plugins = new SeenPlugins(Given.Plan());

        var step = await RunAsync(plugins, () => documents.ApplyAsync(PolicyDocument.Stop(Ada, "Wrong target."), Stop));

        step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBeOfType<TaskInput.Sent>().Result.NotSent.ShouldBeTrue();
        plugins.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stopped_and_known_here_while_the_call_waits_for_its_place_it_does_not_leave()
    {
        var plugins = new SeenPlugins(Given.Plan())
        {
            WaitsForAPlace = () =>
            {
                documents.ApplyAsync(PolicyDocument.Stop(Ada, "Wrong target."), Stop).GetAwaiter().GetResult();
                facts.ReadAsync(Stop).GetAwaiter().GetResult();
            },
        };

        await RunAsync(plugins);

        plugins.Sent.ShouldBeEmpty();
    }

    /// <summary>Nobody read for so long that it may have been stopped elsewhere.</summary>
    [Fact]
    public async Task What_waited_for_its_place_for_long_does_not_leave_on_old_news()
    {
        var plugins = new SeenPlugins(Given.Plan()) { WaitsForAPlace = () => time.Advance(PolicyDocuments.Freshness) };

        var step = await RunAsync(plugins);

        step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBeOfType<TaskInput.Sent>().Result.NotSent.ShouldBeTrue();
        plugins.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task While_the_store_is_away_nothing_leaves()
    {
        var plugins = new SeenPlugins(Given.Plan());

        var step = await RunAsync(plugins, () =>
        {
            documents.IsAway = true;
            return Task.CompletedTask;
        });

        step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBeOfType<TaskInput.Sent>().Result.NotSent.ShouldBeTrue();
        plugins.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_it_goes_on_calls_leave_again()
    {
        await documents.ApplyAsync(PolicyDocument.Stop(Ada, "Wrong target."), Stop);
        await facts.ReadAsync(Stop);
        await documents.ApplyAsync(PolicyDocument.GoOn(Ada, "Right after all."), Stop);
        var plugins = new SeenPlugins(Given.Plan());

        await RunAsync(plugins);

        plugins.Sent.Count.ShouldBe(1);
    }

    private Task<TaskStep> RunAsync(SeenPlugins plugins, Func<Task>? whileWritten = null)
    {
        var story = Stories.Granted();
        var journal = new OneIncidentJournal(story.State) { WhileAppending = whileWritten };
        var runner = new IncidentRunner(journal, new IncidentWriter(journal, story.Rules, new EngineOptions(), time), new HeldCache(10), new DeafSink(), new());
        var handler = new RunActionHandler(plugins, runner, new HeldLease(), new CallsOut(), story.Rules, facts, time, NullLogger<RunActionHandler>.Instance);
        return handler.RunAsync(story.State, story.Task, Stop);
    }
}
