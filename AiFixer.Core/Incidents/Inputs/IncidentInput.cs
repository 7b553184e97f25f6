namespace AiFixer.Core.Incidents;

/// <summary>Anything that can make an incident move.</summary>
public abstract record IncidentInput
{
    /// <summary>The span of the incident's trace in which it was told; null when nobody traces.</summary>
    public string? Span { get; init; }
}
