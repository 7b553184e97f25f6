using AiFixer.Core.Ports;

namespace AiFixer.Gateway.Incidents;

/// <summary>Counts once at the start, so that the first page need not wait for it.</summary>
internal sealed partial class FirstCount(IIncidentQueries queries, ILogger<FirstCount> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await queries.CountAsync(stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // Pages do without; the service does not stop for it.
            NotCounted(e);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Incidents could not be counted, the next page will try again")]
    private partial void NotCounted(Exception e);
}
