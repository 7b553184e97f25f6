using System.Diagnostics.Metrics;
using AiFixer.Core.Policy;
using AiFixer.Core.Ports;
using Microsoft.Extensions.Hosting;

namespace AiFixer.Engine.Policy;

/// <summary>Whether nothing is changed in the world because it was stopped; silent while this process does not know.</summary>
internal sealed class StopGauge(IPolicyFacts facts) : IHostedService, IDisposable
{
    internal Meter Meter { get; } = new(PolicyInstruments.Name);

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Meter.CreateObservableGauge(
            "aifixer.stopped", Measure, description: "1 while nothing is changed in the world because a person stopped AiFixer, or it stopped itself since its store was put back.");
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => Meter.Dispose();

    private IEnumerable<Measurement<int>> Measure() => facts.Known is { Stopped: var stop }
        ? [Of("person", stop is { IsOurs: false }), Of("itself", stop is { IsOurs: true })]
        : [];

    private static Measurement<int> Of(string by, bool isStopped) => new(isStopped ? 1 : 0, new KeyValuePair<string, object?>("by", by));
}
