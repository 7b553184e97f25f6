using AiFixer.Core.Incidents;

namespace AiFixer.Core.Ports;

/// <summary>The answer to a person's decision.</summary>
public abstract record TellReceipt
{
    private TellReceipt()
    {
    }

    /// <summary>It is on disk.</summary>
    public sealed record Accepted(long Version, IncidentStatus Status) : TellReceipt;

    /// <summary>It changed nothing, and why.</summary>
    public sealed record Refused(Refusal Refusal) : TellReceipt;

    /// <summary>It was meant for another version of the incident, and changed nothing.</summary>
    public sealed record Changed : TellReceipt;

    /// <summary>There is no such incident.</summary>
    public sealed record NotFound : TellReceipt;

    /// <summary>It could not be taken now: try again.</summary>
    public sealed record Busy(string Reason) : TellReceipt;
}
