using AiFixer.Core.Analysis.Clusters;
using AiFixer.Core.Analysis.Databases;
using AiFixer.Core.Incidents;

namespace AiFixer.Core.Analysis.Facts;

/// <summary>All that was looked at for an incident.</summary>
/// <param name="Scene">Services: numbers, lines, steps of requests, changes.</param>
public sealed record Sight(SceneFacts Scene)
{
    /// <summary>The workload in its cluster; null when the alert names none.</summary>
    public ClusterFacts? Cluster { get; init; }

    /// <summary>The attempts of the run that the alert names; null when it names none.</summary>
    public JobFacts? Job { get; init; }

    /// <summary>The database; null when the alert is about none.</summary>
    public DatabaseFacts? Database { get; init; }

    /// <summary>How the service did right before; null when nobody measures it.</summary>
    public GoldSignals? Gold { get; init; }
}
