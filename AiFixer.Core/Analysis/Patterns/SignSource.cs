namespace AiFixer.Core.Analysis.Patterns;

/// <summary>Where a sign was seen.</summary>
public enum SignSource
{
    /// <summary>What the platform says something is like now: a reason for waiting or for the last end, a condition.</summary>
    Status,

    /// <summary>What the platform reported.</summary>
    Event,

    /// <summary>What a program wrote.</summary>
    Log,
}
