using AiFixer.Core;

namespace AiFixer.Storage.Retention;

/// <summary>A folder of archives, without the store they came from.</summary>
/// <param name="keys">Where the keys are that sealed them.</param>
public sealed class ArchiveFolder(string path, string keys)
{
    public string Path => path;

    /// <summary>All archives, those with the oldest incidents first; without a head where one cannot be read.</summary>
    internal IEnumerable<(string Path, ArchiveHead? Head, long Bytes)> Files() => !Directory.Exists(path)
        ? []
        : Directory.EnumerateFiles(path).Where(ArchiveWriter.IsArchive).Order(StringComparer.Ordinal)
            .Select(file => (file, ArchiveFile.Head(file, keys), new FileInfo(file).Length));

    /// <summary>An incident and the blobs it refers to; null when no archive has it.</summary>
    internal FoundIncident? Find(IncidentId id)
    {
        foreach (var (file, head, _) in Files())
        {
            if (head?.MayHold(id.Value) == true
                && ArchiveFile.Incidents(file, keys).FirstOrDefault(incident => incident.Id == id.Value) is { } incident)
                return new(file, head, incident, Blobs(file, incident));
        }

        return null;
    }

    private IReadOnlyList<ArchivedBlob> Blobs(string file, ClosedIncident incident) =>
        [.. ArchiveFile.Lines(file, keys).Select(line => line.Blob).OfType<ArchivedBlob>().Where(blob => incident.Row.Blobs.Contains(blob.Hash))];
}
