namespace AiFixer.Core.Incidents;

/// <summary>What incidents of one group tell each other.</summary>
public abstract record GroupInput : IncidentInput
{
    /// <summary>Another incident follows this one, or one that does got worse.</summary>
    public sealed record Followed(Severity Worst) : GroupInput;

    /// <summary>The incident that this one follows is closed.</summary>
    public sealed record LeaderClosed(LeaderNews News) : GroupInput;
}
