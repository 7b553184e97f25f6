using System.Diagnostics;
using AiFixer.Core;
using AiFixer.Engine.Telemetry;
using AiFixer.Hosting.Telemetry;
using AiFixer.TestSupport;

namespace AiFixer.Tests.Hosting.Telemetry;

/// <summary>They listen to the whole process, so they run one after the other.</summary>
[CollectionDefinition(nameof(CollectorTests), DisableParallelization = true)]
[Collection(nameof(CollectorTests))]
public sealed class CollectorTests
{
    private const int Many = 20_000;
    private const int Places = 1_000;

    /// <summary>Longer than anything takes that does not wait for a collector, and far shorter than what such a wait would.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Endless = TimeSpan.FromMinutes(30);

    private static readonly IncidentId Id = new("INC-0123456789ABCDEFG");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_happened_arrives_with_who_told_it_and_what_opens_the_collector()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        using (var service = await StartAsync(collector, options => options with { Headers = "Authorization=Basic abc" }))
        {
            Happen(1);
            await service.StopAsync(CancellationToken.None);
        }

        var span = collector.Spans.Single(span => span.Trace == IncidentTrace.IdOf(Id).ToHexString());
        span.Service.ShouldBe("aifixer");
        span.Instance.ShouldContain(Environment.ProcessId.ToString());
        span.Name.ShouldBe("incident.test");
        span.Parent.ShouldBeEmpty();
        collector.Authorization.ShouldBe("Basic abc");
    }

    [Theory]
    [InlineData(CollectorMood.Silent)]
    [InlineData(CollectorMood.Refuses)]
    public async Task A_collector_that_does_not_take_it_slows_nobody_and_what_is_lost_is_counted(CollectorMood mood)
    {
        using var dropped = new Measurements("aifixer.telemetry.dropped");
        await using var collector = await OtlpReceiver.StartAsync(mood);
        using var service = await StartAsync(collector, Waiting);

        // Whoever waited for the silent one would wait for the first answer still.
        await Task.Run(() => Happen(Many), Stop).WaitAsync(Patience, Stop);

        await service.StopAsync(CancellationToken.None).WaitAsync(Patience, Stop);
        (dropped["traces,queue_full"] + dropped["traces,not_taken"]).ShouldBeGreaterThan(Many / 2);
    }

    [Fact]
    public async Task A_collector_that_is_not_there_keeps_no_process_from_ending()
    {
        using var service = new TelemetryService(new() { Endpoint = new($"http://127.0.0.1:{FreePort.Next()}") });
        await service.StartAsync(CancellationToken.None);
        Happen(100);

        await service.StopAsync(CancellationToken.None).WaitAsync(Patience, Stop);
    }

    [Fact]
    public async Task A_collector_that_never_answers_keeps_no_process_from_ending()
    {
        await using var collector = await OtlpReceiver.StartAsync(CollectorMood.Silent);
        using var service = await StartAsync(collector, Waiting);
        Happen(100);
        await Eventually.TrueAsync(() => collector.Requests > 0, "the collector is asked", cancellation: Stop);

        await service.StopAsync(CancellationToken.None).WaitAsync(Patience, Stop);
    }

    [Fact]
    public async Task Nothing_that_looks_like_a_secret_leaves_in_a_span_whoever_made_it()
    {
        await using var collector = await OtlpReceiver.StartAsync();
        using (var service = await StartAsync(collector))
        {
            using (var span = IncidentTrace.Activities.StartActivity("GET https://u:hunter2hunter2@example.org")!)
            {
                span.SetTag("url.full", "https://u:hunter2hunter2@example.org/x?api_key=hunter2hunter2");
                span.SetStatus(ActivityStatusCode.Error, "password=hunter2hunter2");
            }

            await service.StopAsync(CancellationToken.None);
        }

        collector.Spans.ShouldNotBeEmpty();
        collector.Bodies.ShouldAllBe(body => !body.Text.Contains("hunter2", StringComparison.Ordinal));
    }

    private static void Happen(int times)
    {
        for (var i = 0; i < times; i++)
            IncidentSpan.Start("incident.test", ActivityKind.Internal, Id, root: null, cause: null)?.Dispose();
    }

    private static TelemetryOptions Waiting(TelemetryOptions options) => options with { TimeoutMilliseconds = (int)Endless.TotalMilliseconds };

    private static async Task<TelemetryService> StartAsync(OtlpReceiver collector, Func<TelemetryOptions, TelemetryOptions>? more = null)
    {
        var options = new TelemetryOptions { Endpoint = collector.Address, QueueSize = Places, Delay = TimeSpan.FromMilliseconds(100), TimeoutMilliseconds = 500, Metrics = false };
        var service = new TelemetryService(more?.Invoke(options) ?? options);
        await service.StartAsync(CancellationToken.None);
        return service;
    }
}
