using AiFixer.Core.Ports;
using AiFixer.Engine.Leasing;
using AiFixer.Engine.Running;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AiFixer.Engine;

/// <summary>Holds the lease while work goes on in the background, and gives it back at the end. The same in every host.</summary>
internal sealed partial class EngineLife(
    LeaseKeeper lease, HeldCache cache, EngineOptions options, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<EngineLife> logger) : IDisposable
{
    private static readonly TimeSpan ReleaseTime = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource abort = new(Timeout.InfiniteTimeSpan, time);
    private Task running = Task.CompletedTask;

    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        lease.Lost += lifetime.StopApplication;
        lease.Anew += cache.Clear;
        await lease.AcquireAsync(cancellationToken);
    }

    /// <param name="background">Runs until the first token says so; what it has under way by then is given up with the second.</param>
    public void Run(Func<CancellationToken, CancellationToken, IEnumerable<Task>> background) =>
        running = Task.WhenAll(background(stopping.Token, abort.Token).Prepend(lease.RenewAsync(stopping.Token)).Select(WatchAsync));

    public async Task EndAsync(CancellationToken cancellationToken)
    {
        stopping.Cancel();
        abort.CancelAfter(options.ShutdownGrace);
        await running.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await ReleaseAsync();
    }

    public void Dispose()
    {
        stopping.Dispose();
        abort.Dispose();
    }

    /// <summary>Nothing waits silently: a process in which one of these ended by itself is of no use.</summary>
    private async Task WatchAsync(Task background)
    {
        try
        {
            await background;
        }
        catch (Exception e) when (!stopping.IsCancellationRequested)
        {
            Broken(e);
            lifetime.StopApplication();
        }
    }

    /// <summary>In its own time: whoever is impatient with our end would make the next process wait.</summary>
    private async Task ReleaseAsync()
    {
        try
        {
            await lease.ReleaseAsync(CancellationToken.None).WaitAsync(ReleaseTime, time);
        }
        catch (Exception e) when (e is JournalUnavailableException or TimeoutException)
        {
            NotReleased(e.Message);
        }
    }

    [LoggerMessage(LogLevel.Critical, "The engine broke; this process stops")]
    private partial void Broken(Exception e);

    [LoggerMessage(LogLevel.Warning, "The lease could not be given back; it runs out by itself: {Reason}")]
    private partial void NotReleased(string reason);
}
