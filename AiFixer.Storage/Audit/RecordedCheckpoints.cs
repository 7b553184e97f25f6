using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Audit;

/// <summary>What the database remembers of the checkpoints files: the last line of each stream, in which file it is.</summary>
internal sealed class RecordedCheckpoints
{
    /// <summary>Written before there could be several: it is in the first file that is read.</summary>
    private const string OnlyFile = "";

    private readonly Dictionary<string, Dictionary<long, (long Stream, string Digest)>> _files = [];

    private RecordedCheckpoints()
    {
    }

    /// <summary>Streams whose last checkpoint is in none of the files that were taken.</summary>
    public IEnumerable<long> Left => _files.Values.SelectMany(lines => lines.Values).Select(line => line.Stream).Order();

    public static async Task<RecordedCheckpoints> ReadAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.Command(
            "select checkpoint_file, checkpoint_line, id, checkpoint_digest from streams where checkpoint_line > 0");
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        var recorded = new RecordedCheckpoints();
        while (await rows.ReadAsync(cancellationToken))
            recorded.LinesOf(rows.GetString(0))[rows.GetInt64(1)] = (rows.GetInt64(2), rows.GetString(3));
        return recorded;
    }

    /// <summary>The lines that should be in this file.</summary>
    public Dictionary<long, (long Stream, string Digest)> Take(string file)
    {
        var lines = LinesOf(OnlyFile);
        foreach (var (line, known) in LinesOf(file))
            lines[line] = known;
        _files.Remove(OnlyFile);
        _files.Remove(file);
        return lines;
    }

    private Dictionary<long, (long Stream, string Digest)> LinesOf(string file) =>
        _files.TryGetValue(file, out var lines) ? lines : _files[file] = [];
}
