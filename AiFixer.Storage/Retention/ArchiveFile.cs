using System.IO.Compression;
using System.Text;

namespace AiFixer.Storage.Retention;

/// <summary>Reads an archive. Needs no database.</summary>
internal static class ArchiveFile
{
    /// <summary>Its first line; null when it is not an archive.</summary>
    public static ArchiveHead? Head(string path) => Readable(path).FirstOrDefault()?.Archive;

    /// <summary>All its lines; throws <see cref="InvalidDataException"/> where it is damaged.</summary>
    public static IEnumerable<ArchiveLine> Lines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var unpacked = new GZipStream(file, CompressionMode.Decompress);
        using var text = new StreamReader(unpacked, Encoding.UTF8);
        while (text.ReadLine() is { } line)
            yield return ArchiveJson.Read(line) ?? throw new InvalidDataException("A line cannot be read.");
    }

    /// <summary>Its incidents; throws <see cref="InvalidDataException"/> where it is damaged or cut off.</summary>
    public static IEnumerable<ClosedIncident> Incidents(string path)
    {
        var isWhole = false;
        ClosedIncident? current = null;
        List<ArchivedEntry> entries = [];
        foreach (var line in Lines(path))
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

    private static IEnumerable<ArchiveLine> Readable(string path)
    {
        using var lines = Lines(path).GetEnumerator();
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
