using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AiFixer.Plugins.Custom;

/// <summary>Loads plugins of one's own at start, and looks for changes as long as the process lives.</summary>
internal sealed partial class CustomPluginWatch(
    PluginSetup setup, IOptions<PluginsOptions> options, TimeProvider time, ILogger<CustomPluginWatch> logger) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryAsync(setup.Custom.LoadAsync, cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Custom.ScanEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await TryAsync(setup.Custom.ScanAsync, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    /// <summary>A folder that changes while it is read, or cannot be read, is looked at again.</summary>
    private async Task TryAsync(Func<CancellationToken, Task> look, CancellationToken cancellationToken)
    {
        try
        {
            await look(cancellationToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            CannotRead(options.Value.Custom.Folder, e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The custom plugins in {Folder} cannot be read; they are looked at again: {Reason}")]
    private partial void CannotRead(string folder, string reason);
}
