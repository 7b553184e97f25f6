namespace AiFixer.Core.Analysis.Tuning;

/// <summary>What a piece of advice is about.</summary>
public enum TuningKind
{
    Restart,
    Hpa,
    ResourceLimit,
    Scale,
    Cache,
    ConnectionPool,
    CircuitBreaker,
    Index,
}
