using System.Globalization;
using System.Text;
using System.Text.Json;
using AiFixer.Core.Alerts;
using AiFixer.Core.Incidents;
using AiFixer.Core.Journal;
using AiFixer.Gateway.Incidents;
using AiFixer.Gateway.Texts;
using AiFixer.Storage.Retention;

namespace AiFixer.Gateway.Commands;

/// <summary>Archives for people. Text from outside is cleaned: a terminal obeys what is hidden in it.</summary>
internal static class ArchiveText
{
    private const int Longest = 16_000;

    public static string Line(string path, ArchiveHead? head, long bytes) => head is null
        ? $"{Path.GetFileName(path)}: cannot be read"
        : string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileName(path)}  {head.At:yyyy-MM-dd HH:mm}  {head.Incidents} incidents  {head.First} to {head.Last}  {bytes} bytes");

    public static string Of(FoundIncident found)
    {
        var row = found.Incident.Row;
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{row.Id}  {row.Status}  {row.Severity}  {Clean(row.Title)}");
        text.AppendLine(CultureInfo.InvariantCulture, $"target {Clean(row.Target)}, opened {row.OpenedAt:u}, closed {row.UpdatedAt:u}, {row.Repeats} repeats, the last {row.LastSeen:u}");
        text.AppendLine(CultureInfo.InvariantCulture, $"archived {found.Head.At:u} in {found.Path}");
        text.AppendLine();
        foreach (var entry in found.Incident.Entries)
            Append(text, entry);
        foreach (var blob in found.Blobs)
            text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"blob {blob.Hash} ({Clean(blob.MediaType)})").AppendLine(Clean(blob.Bytes.Text ?? blob.Bytes.Base64!));
        text.AppendLine();
        text.Append(ArchiveChain.Problem(found.Incident) is var (version, what)
            ? $"Version {version}: {what}"
            : "The chain of digests is whole; verify-audit compares it with the signed checkpoints.");
        return text.ToString();
    }

    private static void Append(StringBuilder text, ArchivedEntry archived)
    {
        if (!IsKnown(archived))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"{archived.Version,4}  {Clean(archived.Entry.Text ?? archived.Entry.Base64!)}");
            return;
        }

        foreach (var line in Timeline.Of(new StoredEntry(new(archived.Incident), archived.Version, archived.Entry.ToArray(), archived.Digest), GatewayWords.English))
            text.AppendLine(CultureInfo.InvariantCulture, $"{archived.Version,4}  {line.At:u}  {Clean(line.By)}: {Clean(line.Text)}");
    }

    // What another release wrote is shown as it is.
    private static bool IsKnown(ArchivedEntry archived)
    {
        try
        {
            return IncidentJson.ReadEntry(archived.Entry.ToArray()).Events is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static string Clean(string text) => TextCleaner.Lines(text, Longest);
}
