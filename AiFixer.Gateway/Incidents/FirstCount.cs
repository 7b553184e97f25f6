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
        catch (JournalUnavailableException e)
        {
            NotCounted(e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Incidents could not be counted, the next page will try again: {Reason}")]
    private partial void NotCounted(string reason);
}
