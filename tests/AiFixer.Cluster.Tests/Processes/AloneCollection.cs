namespace AiFixer.Cluster.Tests.Processes;

/// <summary>Tests that need the machine for themselves: silos, a database and a world at once.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "alone";
}
