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

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

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

        store.Leases.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_store_that_does_not_answer_does_not_hold_up_the_end()
    {
        var never = new TaskCompletionSource();
        var process = await StartAsync(_ => never.Task);

        var stopping = StopAsync(process);
        await PassToTimerWithinAsync(Promised - new EngineOptions().ShutdownGrace);

        await stopping.WaitAsync(Eventually.DefaultLimit, TimeProvider.System, Stop);
        never.SetResult();
    }

    [Fact]
    public async Task A_call_that_is_out_gets_its_grace_and_then_the_process_ends_all_the_same()
    {
        var process = await SendAsync(TimeSpan.FromHours(1));
        store.Incidents.Values.ShouldHaveSingleItem().Row.Status.ShouldBe(IncidentStatus.Executing);

        var stopping = StopAsync(process);
        (await PassToTimerWithinAsync(Promised - EngineSettings.Turn / 10)).ShouldBe(new EngineOptions().ShutdownGrace);

        await stopping.WaitAsync(Eventually.DefaultLimit, TimeProvider.System, Stop);
        store.Leases.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_call_that_comes_back_within_its_grace_is_written_down()
    {
        var process = await SendAsync(TimeSpan.FromSeconds(3));

        var stopping = StopAsync(process);
        await PassToTimerWithinAsync(TimeSpan.FromSeconds(3));

        await stopping.WaitAsync(Eventually.DefaultLimit, TimeProvider.System, Stop);
        store.Incidents.Values.ShouldHaveSingleItem().Row.Status.ShouldBe(IncidentStatus.Verifying);
    }

    private async Task<LocalProcess> StartAsync(Func<CancellationToken, Task> release)
    {
        var open = new BusyRelease(await store.OpenAsync(), release);
        var process = new LocalProcess(open, ledger, new(), new Life(), EngineSettings.Auto, EngineSettings.Options, time, analyst => analyst);
        await process.StartAsync();
        return process;
    }

    /// <summary>A process whose call is out.</summary>
    private async Task<LocalProcess> SendAsync(TimeSpan slowness)
    {
        ledger.Change("a", account => account.Slowness = slowness);
        var process = await StartAsync(_ => Task.CompletedTask);
        await process.Host.ReportAsync([Alerts.Firing("a", time.GetUtcNow())], Stop);
        await process.SettleAsync();
        return process;
    }

    /// <summary>Waits for a timer that is due as soon as that, and lets it fire.</summary>
    /// <returns>How long that took, by the clock of the test.</returns>
    private async Task<TimeSpan> PassToTimerWithinAsync(TimeSpan limit)
    {
        await Until.TrueAsync(() => time.NextDue - time.GetUtcNow() <= limit, $"a timer is due within {limit}");
        var wait = time.NextDue!.Value - time.GetUtcNow();
        time.Advance(wait);
        return wait;
    }

    private static Task StopAsync(LocalProcess process) => Service(process).StopAsync(Stop);

    private static IHostedService Service(LocalProcess process) => (IHostedService)process.Host;
}
