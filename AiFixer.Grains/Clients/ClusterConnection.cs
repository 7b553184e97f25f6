using AiFixer.Core.Ports;
using AiFixer.Grains.Membership;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace AiFixer.Grains.Clients;

/// <summary>
/// Keeps the connection to the silos. The gateway starts and shows what is in the store without one; it is made when the
/// first silo is there, and again whenever all were lost.
/// </summary>
internal sealed partial class ClusterConnection(
    ClusterSettings settings, TimeProvider time, ILoggerFactory loggers, ILogger<ClusterConnection> logger)
    : BackgroundService, IClusterGate, IHostReadiness, IClusterConnectionStatusObserver
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);
    private readonly TaskCompletionSource<IClusterClient> client = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile int silos;
    private bool isSaid;

    public NotReady? Problem => silos > 0 ? null : new("no cluster", "no silo is reached");

    public async ValueTask<IGrainFactory> EnterAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.Task.WaitAsync(Patience, time, cancellationToken);
        }
        catch (TimeoutException e)
        {
            throw new JournalUnavailableException("No silo of the cluster is reached.", e);
        }
    }

    public void NotifyGatewayCountChanged(int currentNumberOfGateways, int previousNumberOfGateways, bool connectionRecovered)
    {
        silos = currentNumberOfGateways;
        if (currentNumberOfGateways == 0 || previousNumberOfGateways > 0)
            return;
        isSaid = false;
        Connected();
    }

    public void NotifyClusterConnectionLost() => Lost();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var orleans = Build(stoppingToken);
        var parts = orleans.GetServices<IHostedService>().ToList();
        try
        {
            foreach (var part in parts)
                await part.StartAsync(stoppingToken);
            client.SetResult(orleans.GetRequiredService<IClusterClient>());
            await WatchAsync(orleans.GetRequiredService<IGrainFactory>(), stoppingToken);
        }
        catch (Exception) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop, perhaps before there was a connection: then it breaks off with what the last try said.
        }

        foreach (var part in parts)
            await StopAsync(part);
    }

    /// <summary>By itself, because a host would wait with everything else for what may not be there for long.</summary>
    private ServiceProvider Build(CancellationToken stopping) => new ServiceCollection()
        .AddSingleton(loggers)
        .AddLogging()
        .AddOrleansClient(orleans => settings.Apply(orleans)
            .AddClusterConnectionStatusObserver(this)
            .UseConnectionRetryFilter((e, _) => TryAgainAsync(e, stopping))
            .Configure<ClientMessagingOptions>(options => options.ResponseTimeout = LongestAnswer))
        .BuildServiceProvider();

    private async Task<bool> TryAgainAsync(Exception e, CancellationToken stopping)
    {
        SayOnce(e.Message);
        await Task.Delay(BetweenTries, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stopping.IsCancellationRequested;
    }

    /// <summary>A lost connection is only made again when something is sent.</summary>
    private async Task WatchAsync(IGrainFactory grains, CancellationToken stopping)
    {
        using var timer = new PeriodicTimer(BetweenTries, time);
        while (await timer.WaitForNextTickAsync(stopping))
        {
            if (silos == 0)
                await KnockAsync(grains, stopping);
        }
    }

    private async Task KnockAsync(IGrainFactory grains, CancellationToken stopping)
    {
        try
        {
            await AskAsync(grains).WaitAsync(stopping);
        }
        catch (Exception e) when (e is OrleansException or TimeoutException)
        {
            SayOnce(e.Message);
        }
    }

    // Some releases of Orleans take a token here and some do not.
    private static Task<Dictionary<SiloAddress, SiloStatus>> AskAsync(IGrainFactory grains) => grains.GetGrain<IManagementGrain>(0).GetHosts(onlyActive: true);

    /// <summary>They may be away for hours.</summary>
    private void SayOnce(string reason)
    {
        if (!isSaid)
            NotYet(reason);
        isSaid = true;
    }

    /// <summary>What is under way has had its time when the gateway stops.</summary>
    private async Task StopAsync(IHostedService part)
    {
        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            await part.StopAsync(patience.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or OrleansException)
        {
            NotClosed(e.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "The cluster is reached")]
    private partial void Connected();

    [LoggerMessage(LogLevel.Warning, "No silo of the cluster is reached any more; nothing is taken until one is")]
    private partial void Lost();

    [LoggerMessage(LogLevel.Warning, "No silo of the cluster is reached yet: {Reason}")]
    private partial void NotYet(string reason);

    [LoggerMessage(LogLevel.Information, "The connection to the cluster was not closed in time: {Reason}")]
    private partial void NotClosed(string reason);
}
