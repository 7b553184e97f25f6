using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Policy;
using AiFixer.Engine;
using AiFixer.Engine.Running;
using AiFixer.Engine.Tasks;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Engine.Tasks.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Engine.Tasks;

/// <summary>The database's clock decides what is free, and ours when to ask again.</summary>
public sealed class ClockSkewTests
{
    private static readonly Story Granted = Stories.Granted();

    public static TheoryData<TimeSpan?, TimeSpan?> Ends => new()
    {
        { TimeSpan.FromMinutes(-5), TimeSpan.FromSeconds(1) },
        { TimeSpan.Zero, TimeSpan.FromSeconds(1) },
        { TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(5) },
        { null, null },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task What_is_held_until_a_time_that_is_past_for_us_is_asked_for_soon_and_not_at_once(TimeSpan? heldFor, TimeSpan? waits)
    {
        var denied = await DeniedAsync(new("cooldown:x", Given.Other, Granted.Now + heldFor));

        (denied.Key, denied.Holder, denied.Until).ShouldBe(("cooldown:x", Given.Other, Granted.Now + waits));
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(5)]
    public async Task What_the_database_says_is_held_for_so_long_is_waited_for_so_long_whatever_time_it_is_there(int minutesAhead)
    {
        var heldFor = TimeSpan.FromSeconds(90);

        var denied = await DeniedAsync(new("cooldown:x", Given.Other, Granted.Now + TimeSpan.FromMinutes(minutesAhead) + heldFor, heldFor));

        denied.Until.ShouldBe(Granted.Now + heldFor);
    }

    private static async Task<TaskInput.ClaimDenied> DeniedAsync(AppendVerdict.ClaimLost verdict)
    {
        var journal = new OneIncidentJournal(Granted.State) { Verdict = verdict };
        var time = new ManualTime(Granted.Now);
        var runner = new IncidentRunner(journal, new IncidentWriter(journal, Granted.Rules, new EngineOptions(), time), new HeldCache(1), new DeafSink(), new());
        var handler = new RunActionHandler(new SeenPlugins(Given.Plan()), runner, new HeldLease(), new CallsOut(), Granted.Rules, NoPolicyFacts.Instance, time, NullLogger<RunActionHandler>.Instance);

        var step = await handler.RunAsync(Granted.State, Granted.Task, TestContext.Current.CancellationToken);

        return step.ShouldBeOfType<TaskStep.Tell>().Input.ShouldBeOfType<TaskInput.ClaimDenied>();
    }
}
