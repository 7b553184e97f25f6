using AiFixer.Core;

namespace AiFixer.Engine.Running;

/// <summary>One writer per incident in this process. Correctness does not rest on it, only fewer lost races do.</summary>
internal sealed class IncidentLocks
{
    private const int Stripes = 1024;
    private readonly Turnstile[] stripes = [.. Enumerable.Range(0, Stripes).Select(_ => new Turnstile(1))];

    public async ValueTask<Release> EnterAsync(IncidentId id, CancellationToken cancellationToken)
    {
        var stripe = stripes[Number(id.Value)];
        await stripe.WaitAsync(cancellationToken);
        return new(stripe);
    }

    /// <summary>The same in every process: the end of an id is random enough.</summary>
    private static uint Number(string id)
    {
        var number = 0u;
        foreach (var letter in id)
            number = (number * 31) + letter;
        return number % Stripes;
    }

    internal readonly struct Release(Turnstile stripe) : IDisposable
    {
        public void Dispose() => stripe.Release();
    }
}
