using AiFixer.Plugins.Connections;
using AiFixer.Plugins.Hosting;

namespace AiFixer.Plugins.Http;

/// <summary>Who may call a backend now: so many at a time, and nobody while it is taken for dead.</summary>
internal sealed class BackendGate(int places, TimeSpan patience, Circuit circuit, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim free = new(places, places);

    public Circuit Circuit => circuit;

    /// <returns>Null when the caller may call, tells the circuit how it went, and leaves; otherwise why it may not.</returns>
    public async Task<string?> EnterAsync(CancellationToken cancellationToken)
    {
        if (!await TakePlaceAsync(cancellationToken))
            return "too many requests are under way";
        if (circuit.TryEnter())
            return null;
        free.Release();
        return $"it is taken for dead until {circuit.Status.RetryAt:HH:mm:ss}: {circuit.Status.LastError}";
    }

    public void Leave() => free.Release();

    public void Dispose() => free.Dispose();

    private async Task<bool> TakePlaceAsync(CancellationToken cancellationToken)
    {
        if (free.Wait(TimeSpan.Zero, CancellationToken.None))
            return true;
        using var deadline = new CallDeadline(patience, time, cancellationToken);
        try
        {
            await free.WaitAsync(deadline.Token);
            return true;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }
}
