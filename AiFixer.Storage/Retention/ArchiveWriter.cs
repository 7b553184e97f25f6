using System.IO.Compression;
using System.Security.Cryptography;
using AiFixer.Storage.Sealing;

namespace AiFixer.Storage.Retention;

/// <summary>Writes incidents to a file of its own. When it answers, the file is on disk under its name.</summary>
internal sealed class ArchiveWriter(string folder, Vault vault)
{
    private const string Extension = ".jsonl.gz";
    private const string Sealed = ".sealed";
    private const int RandomBytes = 4;

    public static bool IsArchive(string path) =>
        path.EndsWith(Extension, StringComparison.Ordinal) || path.EndsWith(Extension + Sealed, StringComparison.Ordinal);

    public Archive Write(IReadOnlyList<ClosedIncident> incidents, IReadOnlyDictionary<string, ArchivedBlob> blobs, DateTimeOffset at)
    {
        Make(folder);
        var ids = incidents.Select(incident => incident.Id).ToList();
        var name = $"{ids[0]}-{RandomNumberGenerator.GetHexString(2 * RandomBytes, lowercase: true)}{Extension}{(vault.ForFiles is null ? "" : Sealed)}";
        var path = Path.Combine(folder, name);
        using (var file = new FileStream(path + ".part", FileMode.CreateNew, FileAccess.Write))
        {
            using (var content = vault.ForFiles is var (key, wrapped) ? SealedFile.Write(file, wrapped, key) : null)
            using (var packed = new GZipStream(content ?? file, CompressionLevel.Optimal, leaveOpen: true))
                Write(packed, incidents, blobs, new(ArchiveHead.Known, at, ids[0], ids[^1], ids.Count));
            file.Flush(flushToDisk: true);
        }

        File.Move(path + ".part", path);
        FolderOnDisk.Flush(folder);
        return new(name, Archive.DigestOf(path), new FileInfo(path).Length, at, ids, incidents.Sum(incident => (long)incident.Entries.Count));
    }

    private static void Make(string folder)
    {
        if (Directory.Exists(folder))
            return;
        Directory.CreateDirectory(folder);
        FolderOnDisk.Flush(Path.GetDirectoryName(Path.GetFullPath(folder))!);
    }

    private static void Write(
        Stream file, IReadOnlyList<ClosedIncident> incidents, IReadOnlyDictionary<string, ArchivedBlob> blobs, ArchiveHead head)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        Line(file, new() { Archive = head });
        foreach (var incident in incidents)
        {
            foreach (var hash in incident.Row.Blobs.Where(hash => blobs.ContainsKey(hash) && written.Add(hash)))
                Line(file, new() { Blob = blobs[hash] });
            Line(file, new() { Incident = incident.Row });
            foreach (var entry in incident.Entries)
                Line(file, new() { Entry = entry });
        }

        Line(file, new() { End = new(incidents.Count, incidents.Sum(incident => (long)incident.Entries.Count), written.Count) });
    }

    private static void Line(Stream file, ArchiveLine line)
    {
        file.Write(ArchiveJson.Write(line));
        file.WriteByte((byte)'\n');
    }
}
