namespace AiFixer.Gateway.Incidents;

/// <summary>The blobs an incident refers to; nobody may read others through it.</summary>
internal static class IncidentBlobs
{
    public static IEnumerable<string> Of(IncidentDetails incident) =>
        (incident.Diagnosis?.Evidence.Select(evidence => evidence.Blob) ?? []).Append(incident.Diagnosis?.Transcript).Append(incident.Alert.RawPayload).OfType<string>();
}
