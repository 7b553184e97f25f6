using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace AiFixer.Tests.Hosting.Telemetry;

/// <summary>Adds up what is counted under one name while it lives, by its labels.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, long> sums = new();

    public Measurements(string instrument)
    {
        listener.InstrumentPublished = (published, self) =>
        {
            if (published.Name == instrument)
                self.EnableMeasurementEvents(published);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
            sums.AddOrUpdate(string.Join(',', tags.ToArray().Select(tag => tag.Value)), value, (_, sum) => sum + value));
        listener.Start();
    }

    public long this[string labels] => sums.GetValueOrDefault(labels);

    public void Dispose() => listener.Dispose();
}
