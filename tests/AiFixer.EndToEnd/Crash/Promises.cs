using AiFixer.EndToEnd.Support;
using AiFixer.Playground;
using AiFixer.Playground.Recording;

namespace AiFixer.EndToEnd.Crash;

/// <summary>What must hold when everything has come to rest.</summary>
internal static class Promises
{
    public static IEnumerable<string> Broken(IReadOnlyList<IncidentView> incidents, IReadOnlyList<Trouble> troubles, Ledger ledger, PracticeWorld world) =>
    [
        .. ledger.Violations,
        .. Lost(incidents, ledger),
        .. Unsettled(incidents, troubles),
        .. Writes(incidents, [.. world.Record.Where(entry => entry.Changed && !entry.DryRun)]),
        .. Unhealthy(incidents, ledger, world),
    ];

    private static IEnumerable<string> Lost(IReadOnlyList<IncidentView> incidents, Ledger ledger)
    {
        var known = incidents.ToDictionary(incident => incident.Id);
        foreach (var (trouble, id) in ledger.Alerts)
        {
            if (!known.ContainsKey(id))
                yield return $"the alert about {trouble.Deployment} was acknowledged, but {id} is gone";
        }

        foreach (var (id, card) in ledger.Clicks)
        {
            if (!known.TryGetValue(id, out var incident) || !incident.Cards.Any(one => one.Id == card && one.Outcome == "approved"))
                yield return $"the click on {card} of {id} was acknowledged, but is not there";
            else if (!incident.Timeline.Any(entry => entry.Type == "card-decided" && entry.Text.Contains("approved", StringComparison.Ordinal)))
                yield return $"the click on {card} of {id} is not in its timeline";
        }
    }

    private static IEnumerable<string> Unsettled(IReadOnlyList<IncidentView> incidents, IReadOnlyList<Trouble> troubles)
    {
        if (incidents.Count != troubles.Count)
            yield return $"{troubles.Count} troubles made {incidents.Count} incidents";
        foreach (var incident in incidents)
        {
            if (!incident.IsSettled)
                yield return $"{incident.Id} never ended: it is {incident.Status}";
            else if (incident is { Status: "escalated", Escalation: null })
                yield return $"{incident.Id} is in nobody's hands";
        }
    }

    private static IEnumerable<string> Writes(IReadOnlyList<IncidentView> incidents, IReadOnlyList<RecordEntry> changes)
    {
        foreach (var twice in changes.GroupBy(change => change.ActionId).Where(group => group.Count() > 1))
            yield return $"{twice.Key} changed the world {twice.Count()} times: entries {string.Join(", ", twice.Select(change => change.Sequence))}";
        var sent = incidents.SelectMany(incident => incident.Actions.Where(action => action.Sent > 0).Select(action => $"{incident.Id}/{action.Id}")).ToHashSet();
        foreach (var stray in changes.Where(change => change.ActionId is null || !sent.Contains(change.ActionId)))
            yield return $"entry {stray.Sequence} of the world changed {stray.Path} for {stray.ActionId ?? "nobody"}, which the journal does not know";
    }

    private static IEnumerable<string> Unhealthy(IReadOnlyList<IncidentView> incidents, Ledger ledger, PracticeWorld world)
    {
        var resolved = incidents.Where(incident => incident.Status == "resolved").Select(incident => incident.Id).ToHashSet();
        return ledger.Alerts
            .Where(alert => resolved.Contains(alert.Value) && !world.Health(alert.Key.Namespace, alert.Key.Deployment)!.Healthy)
            .Select(alert => $"{alert.Value} is resolved, but {alert.Key.Deployment} is not healthy");
    }
}
