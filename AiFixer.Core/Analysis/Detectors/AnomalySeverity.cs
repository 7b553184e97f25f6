namespace AiFixer.Core.Analysis;

/// <summary>How much agrees that something is wild.</summary>
public enum AnomalySeverity
{
    Low,
    Medium,
    High,
}
