using AiFixer.Core;
using AiFixer.Core.Ports;
using AiFixer.Simulation.World;

namespace AiFixer.Simulation.Nodes;

/// <summary>
/// Says where an incident is at work. A node that does not answer for a while is taken for dead and its incidents begin
/// elsewhere; when it was only stopped it goes on for a little, believing that they are still its own.
/// </summary>
internal sealed class Placement(Stage stage)
{
    public const int Shards = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly List<ClusterNode> members = [];
    private readonly Dictionary<IncidentId, ClusterNode> homes = [];

    public void Join(ClusterNode node) => members.Add(node);

    public void Leave(ClusterNode node)
    {
        members.Remove(node);
        foreach (var id in homes.Where(home => home.Value == node).Select(home => home.Key).ToList())
            homes.Remove(id);
    }

    /// <summary>Throws out who does not answer, again and again; one that hears of it ends.</summary>
    public async Task WatchAsync()
    {
        while (true)
        {
            await stage.Clock.PassAsync(stage.Sim.Chance.Seconds(2, 6));
            foreach (var node in members.ToList())
                _ = ProbeAsync(node);
        }
    }

    /// <summary>Calls the incident where it is; a call to a node that is gone fails after a while.</summary>
    public async Task<T> CallAsync<T>(ClusterNode from, IncidentId id, Func<ClusterNode, Task<T>> call)
    {
        var home = Home(id) ?? throw new JournalUnavailableException("There is no cluster.");
        if (home == from)
            return await call(home);
        try
        {
            return await stage.Network.AskAsync(from.Process, home.Process, () => call(home)).WaitAsync(Patience, from.Clock);
        }
        catch (TimeoutException e)
        {
            throw new JournalUnavailableException("The cluster does not answer.", e);
        }
    }

    /// <summary>A stray one goes away.</summary>
    public void Forget(IncidentId id, ClusterNode node)
    {
        if (homes.TryGetValue(id, out var home) && home == node)
            homes.Remove(id);
        node.Leave(id);
    }

    /// <summary>Knows of nothing any more; those who are at it do not know that.</summary>
    public void Move()
    {
        if (homes.Count > 0)
            stage.Sim.Story.Tell(stage.Sim, $"the cluster forgets where {homes.Count} incidents are");
        homes.Clear();
    }

    /// <summary>Whether this node beats the shard.</summary>
    public bool Has(ClusterNode node, int shard) => members.Count > 0 && members[shard % members.Count] == node;

    private ClusterNode? Home(IncidentId id)
    {
        if (homes.TryGetValue(id, out var home))
            return home;
        if (members.Count == 0)
            return null;
        homes[id] = home = stage.Sim.Chance.Of(members);
        home.Enter(id);
        return home;
    }

    private async Task ProbeAsync(ClusterNode node)
    {
        try
        {
            await stage.Network.AskAsync(stage.Outside, node.Process, () => Task.FromResult(true)).WaitAsync(2 * Patience, stage.Clock);
        }
        catch (TimeoutException)
        {
            if (!members.Contains(node))
                return;
            stage.Sim.Story.Tell(stage.Sim, $"the cluster gives up {node.Process.Name}");
            Leave(node);
            node.Process.DoLater(stage.Sim.Chance.Seconds(0, 8), node.Stop);
        }
    }
}
