using System.Diagnostics.Metrics;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Engine.Policy;

/// <summary>Whether nothing is changed in the world because it was stopped: looked up every so often, and not told while nobody knows.</summary>
internal sealed class StopGauge(IPolicyFacts facts, TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(15);
    private volatile PolicyFacts? known;

    internal Meter Meter { get; } = new(PolicyInstruments.Name);

    public override void Dispose()
    {
        Meter.Dispose();
        base.Dispose();
    }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        Meter.CreateObservableGauge(
            "aifixer.stopped", Measure, description: "1 while nothing is changed in the world because a person stopped AiFixer, or it stopped itself since its store was put back.");
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Between, time);
        do
            await LookAsync(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            known = await facts.ReadAsync(cancellationToken);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            // That the store is away is told by another measure, and a measure must not end the process.
            known = null;
        }
    }

    private IEnumerable<Measurement<int>> Measure() => known is { Stopped: var stop }
        ? [Of("person", stop is { IsOurs: false }), Of("itself", stop is { IsOurs: true })]
        : [];

    private static Measurement<int> Of(string by, bool isStopped) => new(isStopped ? 1 : 0, new KeyValuePair<string, object?>("by", by));
}
