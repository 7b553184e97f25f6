using System.IO.Compression;
using System.Text;
using AiFixer.Storage.Sealing;

namespace AiFixer.Storage.Retention;

/// <summary>Reads an archive. Needs no database, but the folder of the key that sealed it.</summary>
internal static class ArchiveFile
{
    /// <summary>Its first line; null when it is not an archive.</summary>
    public static ArchiveHead? Head(string path, string keys) => Readable(path, keys).FirstOrDefault()?.Archive;

    /// <summary>All its lines; throws <see cref="InvalidDataException"/> where it is damaged.</summary>
    public static IEnumerable<ArchiveLine> Lines(string path, string keys)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var unpacked = new GZipStream(SealedFile.Read(file, keys), CompressionMode.Decompress);
        using var text = new StreamReader(unpacked, Encoding.UTF8);
        while (text.ReadLine() is { } line)
            yield return ArchiveJson.Read(line) ?? throw new InvalidDataException("A line cannot be read.");
    }

    /// <summary>Its incidents; throws <see cref="InvalidDataException"/> where it is damaged or cut off.</summary>
    public static IEnumerable<ClosedIncident> Incidents(string path, string keys)
    {
        var isWhole = false;
        ClosedIncident? current = null;
        List<ArchivedEntry> entries = [];
        foreach (var line in Lines(path, keys))
        {
            if (line.Entry is { } entry)
                entries.Add(entry);
            if (current is not null && (line.Incident ?? (object?)line.End) is not null)
                yield return current;
            if (line.Incident is { } row)
                current = new(row, entries = []);
            isWhole |= line.End is not null;
        }

        if (!isWhole)
            throw new InvalidDataException("Its end is missing.");
    }

    private static IEnumerable<ArchiveLine> Readable(string path, string keys)
    {
        using var lines = Lines(path, keys).GetEnumerator();
        while (true)
        {
            try
            {
                if (!lines.MoveNext())
                    yield break;
            }
            catch (InvalidDataException)
            {
                yield break;
            }

            yield return lines.Current;
        }
    }
}
