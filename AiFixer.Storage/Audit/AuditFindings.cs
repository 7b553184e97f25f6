namespace AiFixer.Storage.Audit;

/// <summary>Collects what a verification finds, without growing beyond bounds.</summary>
internal sealed class AuditFindings
{
    private const int MostKept = 1000;
    private readonly List<AuditProblem> _problems = [];
    private long _count;

    public long Incidents { get; set; }

    public long Entries { get; set; }

    public long Checkpoints { get; set; }

    public long Covered { get; set; }

    public DateTimeOffset? LastCheckpoint { get; set; }

    public void Add(AuditProblem problem)
    {
        _count++;
        if (_problems.Count < MostKept)
            _problems.Add(problem);
    }

    public AuditReport ToReport() =>
        new(_problems, _count, Incidents, Entries, Checkpoints, Covered, Math.Max(0, Entries - Covered), LastCheckpoint);
}
