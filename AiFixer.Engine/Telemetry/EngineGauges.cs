using System.Diagnostics.Metrics;
using AiFixer.Core.Ports;
using AiFixer.Engine.Scheduling;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Engine.Telemetry;

/// <summary>How this process's engine stands, asked whenever somebody collects.</summary>
internal sealed class EngineGauges(WorkQueue queue, ILeaseView lease) : IHostedService, IDisposable
{
    private Meter? meter;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        meter = new(EngineInstruments.Name);
        meter.CreateObservableGauge("aifixer.queue.length", () => queue.Count, description: "Incidents that wait for a worker or have one.");
        meter.CreateObservableGauge("aifixer.queue.capacity", () => queue.Capacity, description: "As many as may.");
        meter.CreateObservableGauge(
            "aifixer.lease.remaining", () => lease.ValidFor.TotalSeconds, "s",
            "How long this process may still change something in the world without the store; it is renewed long before it is over.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => meter?.Dispose();
}
