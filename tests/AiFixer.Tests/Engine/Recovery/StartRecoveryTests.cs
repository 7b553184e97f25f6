using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine;
using AiFixer.Engine.Recovery;
using AiFixer.Engine.Running;
using AiFixer.Engine.Scheduling;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.Tasks.Support;
using Microsoft.Extensions.Logging.Abstractions;

namespace AiFixer.Tests.Engine.Recovery;

public sealed class StartRecoveryTests : IAsyncLifetime
{
    private readonly ManualTime time = new(Given.Start);
    private readonly MemoryStore store;
    private readonly MemoryOpenStore open;
    private readonly Rechecks rechecks;
    private readonly StartRecovery recovery;

    public StartRecoveryTests()
    {
        store = new(time);
        open = new(store);
        rechecks = new(time);
        var writer = new IncidentWriter(open, Given.Review, new EngineOptions(), time);
        recovery = new(open.Queries, new(open, writer, new HeldCache(10), new DeafSink()), rechecks, NullLogger<StartRecovery>.Instance);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await open.Lease.AcquireAsync(Stop);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task A_call_that_was_out_is_looked_up_and_a_fix_is_watched_again()
    {
        var sending = Add(1, Stories.Sending().State);
        var watched = Add(2, Stories.Verifying().State);
        Add(3, Stories.AskedAboutProposal().State);

        await recovery.RunAsync(Stop);

        State(sending).Phase.ShouldBe(Phase.Reconciling);
        State(watched).Task!.Kind.ShouldBe(TaskKind.Verify);
        rechecks.TakeDue().ShouldBe([watched, sending], ignoreOrder: true);
    }

    [Fact]
    public async Task An_incident_that_cannot_be_read_keeps_no_other_from_being_resumed()
    {
        var ids = Enumerable.Range(1, 3).Select(number => Add(number, Stories.Sending().State)).ToList();
        store.Incidents[ids[1]] = store.Incidents[ids[1]] with { Snapshot = "{"u8.ToArray() };
        store.Entries[ids[1]] = [new(ids[1], 1, "{"u8.ToArray(), "d")];

        await recovery.RunAsync(Stop);

        State(ids[0]).Phase.ShouldBe(Phase.Reconciling);
        State(ids[2]).Phase.ShouldBe(Phase.Reconciling);
        rechecks.TakeDue().ShouldBe(ids, ignoreOrder: true);
    }

    [Fact]
    public async Task More_than_a_page_of_them_is_resumed_to_the_last()
    {
        var ids = Enumerable.Range(1, 450).Select(number => Add(number, Stories.Sending().State)).ToList();

        await recovery.RunAsync(Stop);

        ids.ShouldAllBe(id => State(id).Phase == Phase.Reconciling);
    }

    [Fact]
    public async Task Without_the_store_there_is_no_start()
    {
        Add(1, Stories.Sending().State);
        await open.EndAsync();

        await Should.ThrowAsync<JournalUnavailableException>(() => recovery.RunAsync(Stop));
    }

    private IncidentId Add(int number, Incident incident)
    {
        var id = IncidentId.Create(Given.Start, number);
        var state = incident with { Id = id };
        store.Incidents[id] = new(id, 1, "d", IncidentJson.Write(state), Projection.Of(state), 0, Given.Start);
        return id;
    }

    private Incident State(IncidentId id) => IncidentJson.ReadSnapshot(store.Incidents[id].Snapshot);
}
