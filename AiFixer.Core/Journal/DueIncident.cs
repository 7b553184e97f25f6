namespace AiFixer.Core.Journal;

/// <summary>An incident that wants attention, and what is needed to give it its turn.</summary>
/// <param name="Source">Whose alert it is, for taking turns.</param>
public sealed record DueIncident(IncidentId Id, Severity Severity, string Source);
