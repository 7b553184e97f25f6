using System.Text;
using AiFixer.Storage.Audit;

namespace AiFixer.Storage.Backups;

/// <summary>The checkpoints that the copy of a database knows of. Those after them speak of what is not in the copy.</summary>
internal static class CheckpointCopy
{
    /// <summary>What was written before there could be several files names none.</summary>
    private const string OnlyFile = "";

    public static void Write(string source, string target, IReadOnlyDictionary<string, long> known)
    {
        using var file = new FileStream(target, FileMode.CreateNew, FileAccess.Write);
        if (!File.Exists(source))
            return;
        var length = new FileInfo(source).Length;
        var lines = known.TryGetValue(CheckpointLines.Id(source, length), out var named) ? named : known.Keys.All(file => file == OnlyFile) ? known.GetValueOrDefault(OnlyFile) : 0;
        foreach (var line in CheckpointLines.Read(source, length).Take((int)Math.Min(lines, int.MaxValue)))
            file.Write(Encoding.UTF8.GetBytes(line + "\n"));
        file.Flush(flushToDisk: true);
    }
}
