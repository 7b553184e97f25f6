using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Grouping;

namespace AiFixer.Engine.Investigations;

/// <summary>
/// How many incidents this process diagnoses at the same time. What is critical finds a place always. Whoever else wants
/// some has an equal share of them: of a noisy origin thousands ask again and again, and one of a quiet one would hardly
/// ever ask at the moment at which a place is free.
/// </summary>
internal sealed class InvestigationPlaces(WorkflowRules rules, TimeProvider time)
{
    /// <summary>Longer than anybody waits before it asks again.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(2);

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> refused = new(StringComparer.Ordinal);
    private int all;
    private long tidied = time.GetTimestamp();

    /// <param name="running">How many are in the way when there is no place.</param>
    /// <returns>Null when there is no place.</returns>
    public IDisposable? TryEnter(Incident incident, out int running)
    {
        var origin = AlertOrigin.Of(incident.Alert);
        lock (gate)
        {
            var own = taken.GetValueOrDefault(origin);
            running = all < rules.Investigations.AtOnce ? own : all;
            if (!rules.Grouping.Bypasses(incident.Severity) && (all >= rules.Investigations.AtOnce || own >= Share(origin)))
            {
                refused[origin] = time.GetTimestamp();
                return null;
            }

            refused.Remove(origin);
            taken[origin] = own + 1;
            all++;
            return new Place(this, origin);
        }
    }

    private int Share(string origin)
    {
        Tidy();
        var sharing = taken.Keys.Concat(refused.Keys).Append(origin).Distinct().Count();
        return Math.Max(1, (rules.Investigations.AtOnce + sharing - 1) / sharing);
    }

    /// <summary>Who did not ask again does not want a place any more.</summary>
    private void Tidy()
    {
        if (time.GetElapsedTime(tidied) < TimeSpan.FromSeconds(1))
            return;
        tidied = time.GetTimestamp();
        foreach (var origin in refused.Where(one => time.GetElapsedTime(one.Value) > Remembered).Select(one => one.Key).ToList())
            refused.Remove(origin);
    }

    private void Leave(string origin)
    {
        lock (gate)
        {
            all--;
            if (--taken[origin] == 0)
                taken.Remove(origin);
        }
    }

    private sealed class Place(InvestigationPlaces places, string origin) : IDisposable
    {
        public void Dispose() => places.Leave(origin);
    }
}
