using AiFixer.Core;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Core.Ports;
using AiFixer.Engine.Running;

namespace AiFixer.Engine.Tasks;

/// <summary>Tells those that follow a closed incident how it ended, a piece at a time; then there is nobody left to tell.</summary>
internal sealed class TellGroupHandler(IncidentRunner runner, IIncidentQueries queries) : ITaskHandler
{
    private const int PieceSize = 200;
    private static readonly TimeSpan AfterTrouble = TimeSpan.FromSeconds(2);

    public TaskKind Kind => TaskKind.TellGroup;

    public async Task<TaskStep> RunAsync(Incident state, OpenTask task, CancellationToken cancellationToken)
    {
        var news = new GroupInput.LeaderClosed(LeaderNews.Of(state));
        var filter = new IncidentFilter([IncidentStatus.Waiting], Limit: PieceSize) { Leader = state.Id };
        var all = true;
        do
        {
            var page = await queries.ListAsync(filter, cancellationToken);
            var told = await Task.WhenAll(page.Items.Select(item => TellAsync(item.Id, news, cancellationToken)));
            all &= told.All(one => one);
            filter = filter with { Before = page.Next };
        }
        while (filter.Before is not null);
        return all ? new TaskStep.Tell(new TaskInput.GroupTold(task.Id)) : new TaskStep.Later(AfterTrouble);
    }

    /// <returns>False when it could not be told now.</returns>
    private async Task<bool> TellAsync(IncidentId follower, GroupInput.LeaderClosed news, CancellationToken cancellationToken) =>
        await runner.TellAsync(follower, news, cancellationToken) is not (WriteResult.Busy or WriteResult.Stale);
}
