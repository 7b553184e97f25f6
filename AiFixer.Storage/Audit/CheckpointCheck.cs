using System.Data.Common;
using AiFixer.Storage.Databases;

namespace AiFixer.Storage.Audit;

/// <summary>Reads the checkpoints line by line, and the stream of each as far as it says.</summary>
internal sealed class CheckpointCheck(
    StorageOptions options, AuditFindings findings, Dictionary<long, (long Stream, string Digest)> recorded) : IDisposable
{
    private readonly Dictionary<string, AuditKey?> _keys = [];
    private readonly Dictionary<long, StreamWalk> _streams = [];
    private readonly Dictionary<long, long> _covered = [];
    private string _previous = "";
    private long _line;

    /// <summary>How many entries of each stream are under a checkpoint.</summary>
    public IReadOnlyDictionary<long, long> Covered => _covered;

    public async Task RunAsync(DbConnection connection, long length, CancellationToken cancellationToken)
    {
        foreach (var line in CheckpointLines.Read(options.CheckpointPath, length))
        {
            _line++;
            await LineAsync(connection, line, cancellationToken);
            _previous = CheckpointFile.DigestOf(line);
            if (recorded.Remove(_line, out var known) && known.Digest != _previous)
                Problem("The line is not the one that the database remembers.", known.Stream);
        }

        foreach (var (line, (stream, _)) in recorded.OrderBy(known => known.Key))
            findings.Add(new("The database remembers a checkpoint that the file does not have.", Stream: stream, Line: line, File: options.CheckpointPath));
        await RestAsync(connection, cancellationToken);
        findings.Checkpoints += _line;
    }

    public void Dispose()
    {
        foreach (var key in _keys.Values)
            key?.Dispose();
    }

    private async Task LineAsync(DbConnection connection, string line, CancellationToken cancellationToken)
    {
        if (CheckpointFile.Parse(line) is not { } checkpoint)
        {
            Problem("The line cannot be read.", null);
            return;
        }

        var isSigned = IsSigned(checkpoint);
        if (checkpoint.Line != _line)
            Problem($"The line says that it is number {checkpoint.Line}: lines were removed or added.", checkpoint.Stream);
        if (checkpoint.Previous != _previous)
            Problem("The line before it is not the one that was there.", checkpoint.Stream);
        if (isSigned)
            await StreamAsync(connection, checkpoint, cancellationToken);
    }

    private bool IsSigned(Checkpoint checkpoint)
    {
        if (!_keys.TryGetValue(checkpoint.Key, out var key))
            _keys[checkpoint.Key] = key = AuditKey.Find(options.Keys, checkpoint.Key);
        if (key is null)
            Problem($"The key {checkpoint.Key} is not there.", checkpoint.Stream);
        else if (!key.Verify(checkpoint))
            Problem($"The signature is not by the key {checkpoint.Key}: the line was changed, or the key was.", checkpoint.Stream);
        else
            return true;
        return false;
    }

    private async Task StreamAsync(DbConnection connection, Checkpoint checkpoint, CancellationToken cancellationToken)
    {
        var walk = Walk(checkpoint.Stream);
        await walk.AdvanceAsync(connection, checkpoint.Seq, seq => Missing(checkpoint.Stream, seq), cancellationToken);
        var found = walk.Position;
        if (found.Seq != checkpoint.Seq)
            Problem($"The stream has {found.Seq} entries, {checkpoint.Seq} were signed: its end was cut off.", checkpoint.Stream);
        else if (Convert.ToHexStringLower(found.Digest) != checkpoint.Digest)
            Problem($"The first {checkpoint.Seq} entries of the stream are not those that were signed.", checkpoint.Stream);
        else
            _covered[checkpoint.Stream] = checkpoint.Seq;
        findings.Signed(checkpoint.At);
    }

    private async Task RestAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        foreach (var stream in await StreamIds.ReadAsync(connection, cancellationToken))
            await Walk(stream).AdvanceAsync(connection, long.MaxValue, seq => Missing(stream, seq), cancellationToken);
    }

    private StreamWalk Walk(long stream) =>
        _streams.TryGetValue(stream, out var walk) ? walk : _streams[stream] = new(stream, StreamPosition.Start);

    private void Missing(long stream, long seq) =>
        findings.Add(new($"Entries are missing from the stream, from number {seq} on.", Stream: stream));

    private void Problem(string what, long? stream) => findings.Add(new(what, Stream: stream, Line: _line, File: options.CheckpointPath));
}
