using System.Text;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Playground.Cases;

namespace AiFixer.Gateway.Commands.Eval;

/// <summary>The incident that a case's alert opens, on its way to a diagnosis: read as the webhook reads it, opened as the workflow opens it.</summary>
internal static class CaseIncident
{
    private static readonly WorkflowRules Rules = new();

    /// <param name="number">Tells incidents of the same moment apart: each has a budget of its own.</param>
    /// <returns>Null when nothing fires; then the problem says why.</returns>
    public static Incident? Open(FrozenCase incident, long number, out string? problem)
    {
        var delivery = new AlertParser(new()).Alertmanager(Encoding.UTF8.GetBytes(incident.Alert), incident.Now);
        var firing = delivery is ParsedDelivery.Taken taken ? taken.Alerts.FirstOrDefault(alert => alert.Firing) : null;
        problem = delivery is ParsedDelivery.Invalid invalid ? $"alert.json: {invalid.Field} {invalid.Problem}"
            : firing is null ? "alert.json: no alert fires"
            : firing.Raw is not null ? $"alert.json: {firing.Alert.Summary}"
            : null;
        return problem is null ? Diagnosing(firing!.Alert, incident.Now, number) : null;
    }

    private static Incident Diagnosing(Alert alert, DateTimeOffset now, long number)
    {
        var opened = IncidentWorkflow.OpenAlone(IncidentId.Create(now, number), alert, Rules, now).State;
        var triaged = IncidentWorkflow.Handle(opened, new TaskInput.TriageDone(opened.Task!.Id, alert.Class), Rules, now);
        return ((Decision.Accepted)triaged).State;
    }
}
