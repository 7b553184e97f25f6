using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Events;
using AiFixer.Core.Ports;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.World;

namespace AiFixer.Tests.Engine.Scheduling;

public sealed class PoisonTests : IAsyncLifetime
{
    private readonly ManualTime time = new();
    private readonly MemoryStore store;

    public PoisonTests() => store = new(time);

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public Task An_incident_whose_work_always_throws_ends_with_a_person_and_others_go_on() =>
        PoisonAsync(store, Broken(() => new InvalidOperationException("poison")));

    /// <summary>A client's own timeout looks like a cancellation that nobody asked for; it used to be tried for ever.</summary>
    [Fact]
    public Task A_cancellation_that_nobody_asked_for_counts_as_a_failed_try() =>
        PoisonAsync(store, Broken(() => new TaskCanceledException("poison")));

    /// <summary>The work is done and nothing can be made of it; it used to be done again for ever.</summary>
    [Fact]
    public Task A_result_that_cannot_be_taken_counts_as_a_failed_try() => PoisonAsync(
        new PickyStore(store, "poisoned", happened => happened is Diagnosed), analyst => analyst);

    [Fact]
    public async Task What_a_fix_did_is_looked_up_when_its_answer_cannot_be_taken_and_not_done_again()
    {
        var picky = new PickyStore(store, "poisoned", happened => happened is ActionFinished);
        var drama = new Drama(picky, time, EngineSettings.Auto, EngineSettings.Options, new());

        var poisoned = await drama.FireAsync("poisoned");
        await drama.UntilEndAsync(poisoned);

        drama.Ledger.Effects.Count(effect => effect.Kind == EffectKind.Applied).ShouldBe(1);
        drama.Sendings.Count.ShouldBe(1);
        (await drama.StateAsync(poisoned)).Status.ShouldBe(IncidentStatus.Resolved);
        await drama.StopAsync();
    }

    private static Func<IAnalyst, IAnalyst> Broken(Func<Exception> trouble) => inner => new BrokenAnalyst(inner, "poisoned", trouble);

    private async Task PoisonAsync(IStore place, Func<IAnalyst, IAnalyst> analyst)
    {
        var drama = new Drama(place, time, EngineSettings.Auto, EngineSettings.Options, new()) { Analyst = analyst };

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
