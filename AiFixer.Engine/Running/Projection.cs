using AiFixer.Core.Incidents;
using AiFixer.Core.Incidents.Grouping;
using AiFixer.Core.Journal;

namespace AiFixer.Engine.Running;

/// <summary>What lists show of a state.</summary>
internal static class Projection
{
    public static IncidentRow Of(Incident state) => new(
        state.Status,
        state.Severity,
        state.Alert.Summary.Length > 0 ? state.Alert.Summary : state.Alert.Name,
        state.Alert.Fingerprint,
        state.Alert.Target?.ToString() ?? "",
        state.OpenedAt,
        state.UpdatedAt,
        state.Task?.Due,
        state.Group?.Leader,
        AlertOrigin.Of(state.Alert),
        state.Alert.GroupKey ?? "");
}
