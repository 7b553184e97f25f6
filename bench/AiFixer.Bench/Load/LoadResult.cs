using System.Text;

namespace AiFixer.Bench.Load;

/// <summary>What a load came to.</summary>
internal sealed class LoadResult
{
    private readonly List<long> _latencies = new(1 << 18);
    private readonly SortedDictionary<int, long> _failures = [];

    /// <summary>Requests that were answered with success while it was measured.</summary>
    public int Requests => _latencies.Count;

    /// <summary>Requests that were answered with success, warming up included.</summary>
    public long All { get; private set; }

    public TimeSpan Elapsed { get; private set; }

    public double PerSecond => Requests / Elapsed.TotalSeconds;

    public long Failures => _failures.Values.Sum();

    public string? FirstFailure { get; private set; }

    public string FailureText => string.Join(", ", _failures.Select(failure => $"{failure.Value} x {failure.Key}"));

    public double Milliseconds(double percentile) => Percentiles.Of(_latencies, percentile);

    public void Add(int status, long latency, bool counts, ReadOnlySpan<byte> answer)
    {
        if (status is < 200 or > 299)
        {
            _failures[status] = _failures.GetValueOrDefault(status) + 1;
            FirstFailure ??= Encoding.UTF8.GetString(answer);
            return;
        }

        All++;
        if (counts)
            _latencies.Add(latency);
    }

    public void EndedAt(TimeSpan elapsed) => Elapsed = elapsed > Elapsed ? elapsed : Elapsed;
}
