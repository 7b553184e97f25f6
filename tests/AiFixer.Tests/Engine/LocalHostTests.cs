using AiFixer.Core.Incidents;
using AiFixer.Engine;
using AiFixer.TestSupport;
using AiFixer.Tests.Engine.Crash;
using AiFixer.Tests.Engine.Store;
using AiFixer.Tests.Engine.World;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Tests.Engine;

public sealed class LocalHostTests : IAsyncDisposable
{
    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(10);

    private readonly ManualTime time = new();
    private readonly MemoryStore store;
    private readonly Ledger ledger;

    public LocalHostTests()
    {
        store = new(time);
        ledger = new(time);
    }

    public ValueTask DisposeAsync() => store.DisposeAsync();

    /// <summary>With the token of whoever is impatient it was not given back, and the next process had to wait for it to run out.</summary>
    [Fact]
    public async Task The_lease_is_given_back_however_impatient_the_one_is_who_stops_us()
    {
        var process = await StartAsync(cancellationToken =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return Task.CompletedTask;
        });

        await Service(process).StopAsync(new CancellationToken(canceled: true));

        store.Lease.ShouldBeNull();
    }

    [Fact]
    public async Task A_store_that_does_not_answer_does_not_hold_up_the_end()
    {
        var never = new TaskCompletionSource();
        var process = await StartAsync(_ => never.Task);

        (await EndAsync(process)).ShouldBeLessThan(Promised);

        never.SetResult();
    }

    [Fact]
    public async Task A_call_that_is_out_gets_its_grace_and_then_the_process_ends_all_the_same()
    {
        ledger.Change("a", account => account.Slowness = TimeSpan.FromHours(1));
        var process = await StartAsync(_ => Task.CompletedTask);
        await process.Host.ReportAsync([Alerts.Firing("a", time.GetUtcNow())], TestContext.Current.CancellationToken);
        await process.SettleAsync();
        store.Incidents.Values.ShouldHaveSingleItem().Row.Status.ShouldBe(IncidentStatus.Executing);

        (await EndAsync(process)).ShouldBeInRange(new EngineOptions().ShutdownGrace, Promised);

        store.Lease.ShouldBeNull();
    }

    [Fact]
    public async Task A_call_that_comes_back_within_its_grace_is_written_down()
    {
        ledger.Change("a", account => account.Slowness = TimeSpan.FromSeconds(3));
        var process = await StartAsync(_ => Task.CompletedTask);
        await process.Host.ReportAsync([Alerts.Firing("a", time.GetUtcNow())], TestContext.Current.CancellationToken);
        await process.SettleAsync();

        await EndAsync(process);

        store.Incidents.Values.ShouldHaveSingleItem().Row.Status.ShouldBe(IncidentStatus.Verifying);
    }

    private async Task<LocalProcess> StartAsync(Func<CancellationToken, Task> release)
    {
        var open = new BusyRelease(await store.OpenAsync(), release);
        var process = new LocalProcess(open, ledger, new(), new Life(), EngineSettings.Auto, EngineSettings.Options, time, analyst => analyst);
        await process.StartAsync();
        return process;
    }

    /// <returns>How long it took, by the clock of the test.</returns>
    private async Task<TimeSpan> EndAsync(LocalProcess process)
    {
        var before = time.GetUtcNow();
        var stopping = Service(process).StopAsync(TestContext.Current.CancellationToken);
        await Until.TrueAsync(() => stopping.IsCompleted || Advance(before), "the host has stopped");
        await stopping;
        return time.GetUtcNow() - before;
    }

    private bool Advance(DateTimeOffset before)
    {
        (time.GetUtcNow() - before).ShouldBeLessThan(Promised);
        time.Advance(TimeSpan.FromMilliseconds(100));
        return false;
    }

    private static IHostedService Service(LocalProcess process) => (IHostedService)process.Host;
}
