namespace AiFixer.Core.Incidents;

/// <summary>How sure a diagnosis is.</summary>
public enum Verdict
{
    Inconclusive,
    Likely,
    Confirmed,
}
