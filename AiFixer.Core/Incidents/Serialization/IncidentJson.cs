using System.Text.Json;

namespace AiFixer.Core.Incidents;

/// <summary>Incidents and entries as they are stored.</summary>
public static class IncidentJson
{
    public static byte[] Write(Incident incident) =>
        JsonSerializer.SerializeToUtf8Bytes(incident, IncidentJsonContext.Default.Incident);

    public static byte[] Write(JournalEntry entry) =>
        JsonSerializer.SerializeToUtf8Bytes(entry, IncidentJsonContext.Default.JournalEntry);

    public static Incident ReadSnapshot(ReadOnlyMemory<byte> bytes) =>
        JsonSerializer.Deserialize(bytes.Span, IncidentJsonContext.Default.Incident)
        ?? throw new JsonException("The snapshot is empty.");

    public static JournalEntry ReadEntry(ReadOnlyMemory<byte> bytes) =>
        JsonSerializer.Deserialize(bytes.Span, IncidentJsonContext.Default.JournalEntry)
        ?? throw new JsonException("The entry is empty.");
}
