using System.Data.Common;
using AiFixer.Storage.Audit;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Retention;

/// <summary>
/// Compares archives with what the store remembers of them: each file is there and as it was written, every entry in it
/// is the one that the stream had, and no entry was taken out of the store without being in a file.
/// </summary>
internal sealed class ArchiveCheck(IReadOnlyList<string> folders, string keys, AuditFindings findings)
{
    private const int BlocksAtOnce = 64;
    private readonly Dictionary<(long Stream, long Block), HashSet<long>> _found = [];

    public async Task RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        foreach (var (file, digest, incidents) in await FilesAsync(connection, cancellationToken))
            await FileAsync(connection, file, digest, incidents, cancellationToken);
        await LostAsync(connection, cancellationToken);
    }

    private static async Task<List<(string File, string Digest, long Incidents)>> FilesAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command("select file, digest, incidents from archives order by file");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var files = new List<(string, string, long)>();
        while (await rows.ReadAsync(cancellationToken))
            files.Add((rows.GetString(0), rows.GetString(1), rows.GetInt64(2)));
        return files;
    }

    private async Task FileAsync(DbConnection connection, string name, string digest, long incidents, CancellationToken cancellationToken)
    {
        findings.Archives++;
        if (folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists) is not { } path)
            findings.Add(new($"The archive {name} with {incidents} incidents is missing. It was looked for in {string.Join(", ", folders)}."));
        else if (Archive.DigestOf(path) != digest)
            findings.Add(new($"The archive {path} was changed: it is not the file that was written."));
        else
            await ContentAsync(connection, path, cancellationToken);
    }

    private async Task ContentAsync(DbConnection connection, string path, CancellationToken cancellationToken)
    {
        try
        {
            var entries = new List<ArchivedEntry>();
            foreach (var incident in ArchiveFile.Incidents(path, keys))
            {
                findings.ArchivedIncidents++;
                entries.AddRange(incident.Entries);
                if (ArchiveChain.Problem(incident) is var (version, what))
                    findings.Add(new($"{what} (in {path})", incident.Id, version));
            }

            foreach (var block in entries.GroupBy(entry => (entry.Stream, Block: DigestBlock.NumberOf(entry.Seq))))
                await BlockAsync(connection, block.Key, block, cancellationToken);
        }
        catch (Exception e) when (e is InvalidDataException or FormatException)
        {
            findings.Add(new($"The archive {path} cannot be read: {e.Message}"));
        }
    }

    private async Task BlockAsync(
        DbConnection connection, (long Stream, long Block) key, IEnumerable<ArchivedEntry> entries, CancellationToken cancellationToken)
    {
        var block = await ArchivedDigests.FindAsync(connection, key.Stream, key.Block, cancellationToken);
        if (!_found.TryGetValue(key, out var found))
            _found[key] = found = [];
        foreach (var entry in entries)
        {
            if (block?.Of(entry.Seq) is { } kept)
                found.Add(entry.Seq);
            else
                kept = Live(connection, entry);
            if (kept != entry.Digest)
                findings.Add(new("The archived entry is not the one that its stream had.", entry.Incident, entry.Version, entry.Stream));
        }
    }

    // It is in a file and was not removed yet.
    private static string? Live(DbConnection connection, ArchivedEntry entry)
    {
        using var command = connection.Command(
            "select digest from entries where stream = @stream and seq = @seq", ("stream", entry.Stream), ("seq", entry.Seq));
        return command.ExecuteScalar() as string;
    }

    private async Task LostAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var lost = 0L;
        DigestBlock? last = null;
        while (await ArchivedDigests.AfterAsync(connection, last, BlocksAtOnce, cancellationToken) is { Count: > 0 } blocks)
        {
            foreach (var block in blocks)
            {
                findings.ArchivedEntries += block.Count;
                lost += block.Count - (_found.TryGetValue((block.Stream, block.Number), out var found) ? found.Count : 0);
            }

            last = blocks[^1];
        }

        if (lost > 0)
            findings.Add(new($"{lost} entries were archived, and no archive has them as they were."));
    }
}
