using AiFixer.Core.Incidents;

namespace AiFixer.Engine.Investigations;

/// <summary>How many incidents this process diagnoses at the same time. What is critical finds a place always.</summary>
internal sealed class InvestigationPlaces(WorkflowRules rules)
{
    private readonly Lock gate = new();
    private int taken;

    public int AtOnce => rules.Investigations.AtOnce;

    /// <returns>Null when there is no place.</returns>
    public IDisposable? TryEnter(Incident incident)
    {
        lock (gate)
        {
            if (taken >= AtOnce && !rules.Grouping.Bypasses(incident.Severity))
                return null;
            taken++;
            return new Place(this);
        }
    }

    private void Leave()
    {
        lock (gate)
            taken--;
    }

    private sealed class Place(InvestigationPlaces places) : IDisposable
    {
        public void Dispose() => places.Leave();
    }
}
