using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Grouping;

namespace AiFixer.Engine.Investigations;

/// <summary>
/// How many incidents this process diagnoses at the same time. What is critical finds a place always. While some wait for
/// one, the next is for the origin that has fewest, and of these for the one that has waited longest: of a noisy origin
/// thousands ask again and again, and one of a quiet one would hardly ever ask at the moment at which a place is free.
/// </summary>
internal sealed class InvestigationPlaces(WorkflowRules rules, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);
    private readonly WaitingOrigins waiting = new(time);
    private int all;

    /// <param name="pause">When it will ask again, if there is no place now.</param>
    /// <param name="reason">Why there is none.</param>
    /// <returns>Null when there is no place.</returns>
    public IDisposable? TryEnter(Incident incident, TimeSpan pause, out string reason)
    {
        var origin = AlertOrigin.Of(incident.Alert);
        reason = "";
        lock (gate)
        {
            if (!rules.Grouping.Bypasses(incident.Severity))
            {
                waiting.Tidy();
                var free = rules.Investigations.AtOnce - all;
                if (free <= 0 || free <= Before(origin))
                {
                    waiting.Add(origin, incident.Id, pause);
                    reason = free <= 0
                        ? $"{all} investigations run already, as many as may at once."
                        : $"The next {free} of {rules.Investigations.AtOnce} places for investigations are for others, of whom fewer are investigated or who have waited longer.";
                    return null;
                }

                waiting.Served(origin);
            }

            waiting.Forget(origin, incident.Id);
            taken[origin] = taken.GetValueOrDefault(origin) + 1;
            all++;
            return new Place(this, origin);
        }
    }

    /// <summary>
    /// How many places are kept for other origins whose turn is before that of this one. Not more than half: what they wait with
    /// may have ended meanwhile, and then nobody comes for a while.
    /// </summary>
    private int Before(string origin)
    {
        var (own, since) = (taken.GetValueOrDefault(origin), waiting.Since(origin));
        var others = waiting.Count((other, asked) => other != origin && (taken.GetValueOrDefault(other), asked).CompareTo((own, since)) < 0);
        return Math.Min(others, (rules.Investigations.AtOnce + 1) / 2);
    }

    private void Leave(string origin)
    {
        lock (gate)
        {
            all--;
            waiting.Served(origin);
            if (--taken[origin] == 0)
                taken.Remove(origin);
        }
    }

    private sealed class Place(InvestigationPlaces places, string origin) : IDisposable
    {
        public void Dispose() => places.Leave(origin);
    }
}
