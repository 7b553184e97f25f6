using AiFixer.Core.Incidents;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Tests.Engine.Scheduling;

public sealed class PoisonTests
{
    [Fact]
    public Task An_incident_whose_work_always_throws_ends_with_a_person_and_others_go_on() =>
        PoisonAsync(() => new InvalidOperationException("poison"));

    /// <summary>A client's own timeout looks like a cancellation that nobody asked for; it used to be tried for ever.</summary>
    [Fact]
    public Task A_cancellation_that_nobody_asked_for_counts_as_a_failed_try() =>
        PoisonAsync(() => new TaskCanceledException("poison"));

    private static async Task PoisonAsync(Func<Exception> trouble)
    {
        var time = new ManualTime();
        await using var store = new MemoryStore(time);
        var drama = new Drama(store, time, EngineSettings.Auto, EngineSettings.Options, new())
        {
            Analyst = inner => new BrokenAnalyst(inner, "poisoned", trouble),
        };

        var poisoned = await drama.FireAsync("poisoned");
        var other = await drama.FireAsync("other");
        await drama.UntilEndAsync(other);
        await drama.UntilEndAsync(poisoned);

        (await drama.StateAsync(other)).Status.ShouldBe(IncidentStatus.Resolved);
        var state = await drama.StateAsync(poisoned);
        state.Status.ShouldBe(IncidentStatus.Escalated);
        state.Escalation!.Reason.ShouldContain("poison");
        state.Escalation.Reason.ShouldContain($"{EngineSettings.Auto.MaxAttempts} tries");
        await drama.StopAsync();
    }
}
