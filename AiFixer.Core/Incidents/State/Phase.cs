namespace AiFixer.Core.Incidents;

/// <summary>What <see cref="IncidentStatus.Executing"/> is busy with.</summary>
public enum Phase
{
    None,
    Reconciling,
    Undoing,
}
