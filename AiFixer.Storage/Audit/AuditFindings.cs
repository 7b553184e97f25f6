namespace AiFixer.Storage.Audit;

/// <summary>Collects what a verification finds, without growing beyond bounds.</summary>
internal sealed class AuditFindings
{
    private const int MostKept = 1000;
    private readonly List<AuditProblem> _problems = [];
    private readonly Dictionary<long, long> _covered = [];
    private long _count;

    public long Incidents { get; set; }

    public long Entries { get; set; }

    public long Checkpoints { get; set; }

    public long Archives { get; set; }

    public long ArchivedIncidents { get; set; }

    public long ArchivedEntries { get; set; }

    public long Covered => _covered.Values.Sum();

    public DateTimeOffset? LastCheckpoint { get; private set; }

    public void Add(AuditProblem problem)
    {
        _count++;
        if (_problems.Count < MostKept)
            _problems.Add(problem);
    }

    public void Signed(DateTimeOffset at)
    {
        if (LastCheckpoint is null || at > LastCheckpoint)
            LastCheckpoint = at;
    }

    /// <summary>What one file covers; another may cover more.</summary>
    public void AddCovered(IReadOnlyDictionary<long, long> covered)
    {
        foreach (var (stream, seq) in covered)
            _covered[stream] = Math.Max(seq, _covered.GetValueOrDefault(stream));
    }

    public AuditReport ToReport() =>
        new(_problems, _count, Incidents, Entries, Checkpoints, Covered, Math.Max(0, Entries + ArchivedEntries - Covered), LastCheckpoint)
        {
            Archives = Archives,
            ArchivedIncidents = ArchivedIncidents,
            ArchivedEntries = ArchivedEntries,
        };
}
