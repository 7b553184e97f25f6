namespace AiFixer.Core.Incidents;

/// <summary>What a piece of advice is about.</summary>
public enum AdviceKind
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
