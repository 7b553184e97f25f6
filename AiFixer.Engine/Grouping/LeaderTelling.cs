using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Ports;
using AiFixer.Engine.Running;

namespace AiFixer.Engine.Grouping;

/// <summary>
/// Tells an incident that another follows it. What is lost here is told later: who follows looks after its leader by itself.
/// </summary>
internal sealed class LeaderTelling(IncidentRunner runner)
{
    public async Task TellAsync(LeaderHint leader, Severity severity, CancellationToken cancellationToken)
    {
        if (!leader.Begin(severity))
            return;
        try
        {
            if (await runner.TellAsync(leader.Id, new GroupInput.Followed(severity), cancellationToken) is WriteResult.Written or WriteResult.Nothing)
                return;
        }
        catch (JournalUnavailableException)
        {
            // The alert itself is on disk: its sender is told so.
        }

        leader.Failed();
    }
}
