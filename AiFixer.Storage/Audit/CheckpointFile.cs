using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace AiFixer.Storage.Audit;

/// <summary>
/// Checkpoints, one a line, each holding the digest of the line before. While one process takes over from another both
/// may write, so a line is added under a lock, after whatever was added meanwhile.
/// </summary>
internal sealed class CheckpointFile(string path, ILogger logger)
{
    private const int DigestLength = 64;

    private readonly Dictionary<long, StreamPosition> _covered = [];
    private readonly Dictionary<long, Checkpoint> _newest = [];
    private long _read;

    /// <summary>How many lines there are.</summary>
    public long Lines { get; private set; }

    /// <summary>Which file it is, wherever it lies: the digest of its first line.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The digest of the last line.</summary>
    public string Last { get; private set; } = "";

    /// <summary>The last checkpoint of each stream.</summary>
    public IReadOnlyCollection<Checkpoint> Newest => _newest.Values;

    /// <summary>The digest by which the next line refers to this one.</summary>
    public static string DigestOf(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));

    /// <summary>Null when the line is not as any checkpoint was ever written.</summary>
    public static Checkpoint? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, AuditJson.Default.Checkpoint) is { Seq: > 0, Key: not null, Previous: not null, Signature: not null } read
                && read.Digest is { Length: DigestLength } && read.Digest.All(char.IsAsciiHexDigitLower)
                ? read
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>How far the checkpoints that were read cover a stream.</summary>
    public StreamPosition Covered(long stream) => _covered.GetValueOrDefault(stream, StreamPosition.Start);

    /// <summary>Reads to the end, to know where to go on and how far each stream is covered.</summary>
    public void Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        if (!File.Exists(path))
            return;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        ReadOn(file);
    }

    /// <summary>Adds a line; false when another process has covered the stream as far already.</summary>
    public bool Append(long stream, StreamPosition position, DateTimeOffset at, AuditKey key)
    {
        using var turn = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        ReadOn(file);
        CutTornLine(file);
        if (position.Seq <= Covered(stream).Seq)
            return false;
        var checkpoint = key.Sign(new(
            Lines + 1, stream, position.Seq, Convert.ToHexStringLower(position.Digest), at, key.Name, Last, ""));
        file.Seek(0, SeekOrigin.End);
        file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(checkpoint, AuditJson.Default.Checkpoint) + "\n"));
        file.Flush(flushToDisk: true);
        ReadOn(file);
        return true;
    }

    /// <summary>Reads the complete lines from where reading ended before.</summary>
    private void ReadOn(FileStream file)
    {
        if (file.Length <= _read)
            return;
        var bytes = new byte[file.Length - _read];
        file.Position = _read;
        file.ReadExactly(bytes);
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        foreach (var line in Encoding.UTF8.GetString(bytes, 0, end).Split('\n')[..^1])
        {
            (Last, Lines) = (DigestOf(line), Lines + 1);
            if (Lines == 1)
                Id = Last;
            if (Parse(line) is not { } checkpoint)
                logger.CheckpointDamaged(path, Lines);
            else
                (_covered[checkpoint.Stream], _newest[checkpoint.Stream]) = (new(checkpoint.Seq, Convert.FromHexString(checkpoint.Digest)), checkpoint);
        }

        _read += end;
    }

    // A crash in the middle of a line leaves a piece of it that nobody relied on yet.
    private void CutTornLine(FileStream file)
    {
        if (file.Length > _read)
            file.SetLength(_read);
    }
}
