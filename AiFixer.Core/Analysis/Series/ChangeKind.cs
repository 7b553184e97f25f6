namespace AiFixer.Core.Analysis;

/// <summary>How a number changed.</summary>
public enum ChangeKind
{
    /// <summary>From one level to another, within a few samples, and it stays there.</summary>
    Step,

    /// <summary>Little by little.</summary>
    Ramp,

    /// <summary>It left its level and has come back.</summary>
    Spike,
}
