using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AiFixer.Storage.Audit;

/// <summary>Checkpoints, one a line, each holding the digest of the line before.</summary>
internal sealed class CheckpointFile(string path)
{
    /// <summary>How many lines there are.</summary>
    public long Lines { get; private set; }

    /// <summary>The digest of the last line.</summary>
    public string Last { get; private set; } = "";

    /// <summary>The digest by which the next line refers to this one.</summary>
    public static string DigestOf(string line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line)));

    public static Checkpoint? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize(line, AuditJson.Default.Checkpoint);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads to the end, to know where to go on and how far each stream is covered.</summary>
    public Dictionary<long, StreamPosition> Open()
    {
        var covered = new Dictionary<long, StreamPosition>();
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        CutTornLine();
        if (!File.Exists(path))
            return covered;
        foreach (var line in File.ReadLines(path))
        {
            (Last, Lines) = (DigestOf(line), Lines + 1);
            if (Parse(line) is { Digest.Length: 64 } checkpoint)
                covered[checkpoint.Stream] = new(checkpoint.Seq, Convert.FromHexString(checkpoint.Digest));
        }

        return covered;
    }

    public void Append(long stream, StreamPosition position, DateTimeOffset at, AuditKey key)
    {
        var checkpoint = key.Sign(new(
            Lines + 1, stream, position.Seq, Convert.ToHexStringLower(position.Digest), at, key.Name, Last, ""));
        var line = JsonSerializer.Serialize(checkpoint, AuditJson.Default.Checkpoint);
        using (var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read))
        {
            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            file.Flush(flushToDisk: true);
        }

        (Last, Lines) = (DigestOf(line), Lines + 1);
    }

    // A crash in the middle of a line leaves a piece of it that nobody relied on yet.
    private void CutTornLine()
    {
        if (!File.Exists(path))
            return;
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read);
        var end = file.Length;
        while (end > 0)
        {
            file.Position = end - 1;
            if (file.ReadByte() == '\n')
                break;
            end--;
        }

        file.SetLength(end);
    }
}
