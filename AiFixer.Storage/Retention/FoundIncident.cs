using System.Text;

namespace AiFixer.Storage.Retention;

/// <summary>An archived incident, with where it was found.</summary>
internal sealed record FoundIncident(string Path, ArchiveHead Head, ClosedIncident Incident, IReadOnlyList<ArchivedBlob> Blobs)
{
    /// <summary>Its lines as they are in the file.</summary>
    public string ToJsonLines() => string.Join(
        '\n',
        Blobs.Select(blob => new ArchiveLine { Blob = blob })
            .Append(new() { Incident = Incident.Row })
            .Concat(Incident.Entries.Select(entry => new ArchiveLine { Entry = entry }))
            .Select(line => Encoding.UTF8.GetString(ArchiveJson.Write(line))));
}
