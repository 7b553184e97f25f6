namespace AiFixer.Core.Incidents;

/// <summary>What became of a question.</summary>
public enum CardOutcome
{
    Open,
    Approved,
    Rejected,
    Expired,

    /// <summary>No longer asked: the incident went another way.</summary>
    Withdrawn,
}
