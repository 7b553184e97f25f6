using AiFixer.Core.Ports;

namespace AiFixer.Gateway.Incidents;

/// <summary>Counts once at the start, so that the first page does not wait for it.</summary>
internal sealed partial class FirstCount(StatusCounts counts, ILogger<FirstCount> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await counts.ReadAsync(stoppingToken);
        }
        catch (JournalUnavailableException e)
        {
            NotCounted(e.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Incidents could not be counted, the next page will try again: {Reason}")]
    private partial void NotCounted(string reason);
}
