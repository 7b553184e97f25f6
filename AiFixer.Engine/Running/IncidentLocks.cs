using AiFixer.Core;

namespace AiFixer.Engine.Running;

/// <summary>One writer per incident in this process. Correctness does not rest on it, only fewer lost races do.</summary>
internal sealed class IncidentLocks
{
    private const int Stripes = 1024;
    private readonly SemaphoreSlim[] stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    public async ValueTask<Release> EnterAsync(IncidentId id, CancellationToken cancellationToken)
    {
        var stripe = stripes[(uint)string.GetHashCode(id.Value, StringComparison.Ordinal) % Stripes];
        await stripe.WaitAsync(cancellationToken);
        return new(stripe);
    }

    internal readonly struct Release(SemaphoreSlim stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
