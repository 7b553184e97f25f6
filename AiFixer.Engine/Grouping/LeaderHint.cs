using AiFixer.Core;

namespace AiFixer.Engine.Grouping;

/// <summary>Who led a group or a target a moment ago, and what it was told of those that follow it.</summary>
internal sealed class LeaderHint(IncidentId id)
{
    private readonly Lock gate = new();
    private Severity? told;

    public IncidentId Id => id;

    /// <summary>Whether it has to be told of one this bad. Only one caller is sent.</summary>
    public bool Begin(Severity severity)
    {
        lock (gate)
        {
            if (told <= severity)
                return false;
            told = severity;
            return true;
        }
    }

    /// <summary>It could not be told: the next one does it.</summary>
    public void Failed()
    {
        lock (gate)
            told = null;
    }
}
