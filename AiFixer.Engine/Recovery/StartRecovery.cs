using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine.Scheduling;
using Microsoft.Extensions.Logging;

namespace AiFixer.Engine.Recovery;

/// <summary>
/// Finds what a process that is gone had under way and has it looked at: calls that were out, fixes to be watched. All else
/// is found by its due time.
/// </summary>
internal sealed partial class StartRecovery(IIncidentQueries queries, Rechecks rechecks, ILogger<StartRecovery> logger)
{
    private const int PageSize = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var filter = new IncidentFilter(Statuses: [IncidentStatus.Executing, IncidentStatus.Verifying], Limit: PageSize);
        var found = 0;
        do
        {
            var page = await queries.ListAsync(filter, cancellationToken);
            foreach (var item in page.Items)
                rechecks.Add(item.Id, TimeSpan.Zero);
            found += page.Items.Count;
            filter = filter with { Before = page.Next };
        }
        while (filter.Before is not null);

        if (found > 0)
            Resumed(found);
    }

    [LoggerMessage(LogLevel.Information, "{Count} fixes were under way when the last process ended; they go on")]
    private partial void Resumed(int count);
}
