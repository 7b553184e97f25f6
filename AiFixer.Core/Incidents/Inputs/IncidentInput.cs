namespace AiFixer.Core.Incidents;

/// <summary>Anything that can make an incident move.</summary>
public abstract record IncidentInput;
