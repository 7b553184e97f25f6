namespace AiFixer.Core.Changes;

/// <summary>What was changed.</summary>
public enum ReportedChangeKind
{
    /// <summary>A version went live.</summary>
    Deploy,

    /// <summary>Code was merged.</summary>
    Commit,

    /// <summary>A feature flag was switched.</summary>
    Flag,

    /// <summary>A provider or a team announced something.</summary>
    Status,
}
