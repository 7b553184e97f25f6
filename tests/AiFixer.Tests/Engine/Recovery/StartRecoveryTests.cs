using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Recovery;
using AiFixer.Engine.Running;
using AiFixer.Engine.Scheduling;
using AiFixer.TestSupport;
using AiFixer.Tests.Core.Incidents.Support;
using AiFixer.Tests.Engine.Store;
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
        recovery = new(open.Queries, rechecks, NullLogger<StartRecovery>.Instance);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await open.Lease.AcquireAsync(Stop);

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task A_call_that_was_out_and_a_fix_that_was_watched_are_looked_at_again()
    {
        var sending = Add(1, Stories.Sending().State);
        var watched = Add(2, Stories.Verifying().State);
        Add(3, Stories.AskedAboutProposal().State);

        await recovery.RunAsync(Stop);

        rechecks.TakeDue().ShouldBe([watched, sending], ignoreOrder: true);
    }

    [Fact]
    public async Task More_than_a_page_of_them_is_resumed_to_the_last()
    {
        var ids = Enumerable.Range(1, 450).Select(number => Add(number, Stories.Sending().State)).ToList();

        await recovery.RunAsync(Stop);

        rechecks.TakeDue().ShouldBe(ids, ignoreOrder: true);
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
}
