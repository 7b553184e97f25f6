namespace AiFixer.Plugins.Databases;

/// <summary>A table of the connected database, by its identity in the catalogue.</summary>
internal sealed record TableState
{
    public required uint Id { get; init; }

    /// <summary>Schema and name as the server quotes them.</summary>
    public required string Name { get; init; }

    /// <summary>Where its rows are; another one after it was written anew.</summary>
    public uint FileId { get; init; }

    public string Kind { get; init; } = "r";

    public long LiveRows { get; init; }

    public long DeadRows { get; init; }

    public long SizeBytes { get; init; }

    public long? EstimatedBloatBytes { get; init; }

    public DateTime? LastVacuum { get; init; }

    public DateTime? LastAutovacuum { get; init; }

    public DateTime? LastAnalyze { get; init; }

    public long Vacuums { get; init; }

    public long FrozenAge { get; init; }

    public bool VacuumRuns { get; init; }

    /// <summary>Whether our role may vacuum it: the server only warns when it may not.</summary>
    public bool MayVacuum { get; init; }

    public double DeadRatio => LiveRows + DeadRows == 0 ? 0 : Math.Round((double)DeadRows / (LiveRows + DeadRows), 3);
}
