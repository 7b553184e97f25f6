using System.Diagnostics;
using AiFixer.Core;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;

namespace AiFixer.Engine.Telemetry;

/// <summary>Names what happens to an incident in its trace.</summary>
internal static class IncidentSpans
{
    private static readonly string[] Steps = [.. Enum.GetValues<TaskKind>().Select(kind => $"incident.{SnakeCase.Of(kind.ToString())}")];

    /// <summary>An alert that may open it.</summary>
    public static IncidentSpan? Opening(IncidentId id, IncomingAlert incoming) =>
        Start("incident.open", ActivityKind.Consumer, id, root: null, cause: null)?
            .Tag("aifixer.alert.name", incoming.Alert.Name)
            .Tag("aifixer.alert.source", incoming.Alert.Source)
            .Tag("aifixer.incident.severity", incoming.Alert.Severity.ToString());

    /// <summary>Something it owes the world is done.</summary>
    public static IncidentSpan? Step(Incident state, OpenTask task) =>
        Start(Steps[(int)task.Kind], ActivityKind.Internal, state.Id, state.Span, task.Span)?
            .Tag("aifixer.task.id", task.Id)
            .Tag("aifixer.task.attempt", task.Attempt)
            .Tag("aifixer.task.subject", task.Subject)
            .Tag("aifixer.incident.status", state.Status.ToString());

    /// <summary>A person or the sender says something. What incidents tell each other is no step of either.</summary>
    public static IncidentSpan? Told(Incident state, IncidentInput input) => input switch
    {
        PersonInput person => Start(Name(person), ActivityKind.Server, state.Id, state.Span, state.Task?.Span)?
            .Tag("aifixer.person.role", person.By.Role.ToString())
            .Tag("aifixer.approval.card", state.OpenCard()?.Id)
            .Tag("aifixer.incident.status", state.Status.ToString()),
        AlertInput alert => Start(alert.Firing ? "incident.alert_again" : "incident.alert_cleared", ActivityKind.Consumer, state.Id, state.Span, state.Task?.Span),
        _ => null,
    };

    private static IncidentSpan? Start(string name, ActivityKind kind, IncidentId id, string? root, string? cause) =>
        IncidentSpan.Start(name, kind, id, root, cause);

    private static string Name(PersonInput input) => $"incident.{SnakeCase.Of(input.GetType().Name)}";
}
