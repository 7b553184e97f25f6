using System.Text;

namespace AiFixer.Storage.Audit;

internal static class CheckpointLines
{
    /// <summary>Which file it is; empty when it has no line.</summary>
    public static string Id(string path, long length) =>
        Read(path, length).FirstOrDefault() is { } first ? CheckpointFile.DigestOf(first) : "";

    /// <summary>The complete lines within the first bytes of the file.</summary>
    public static IEnumerable<string> Read(string path, long length)
    {
        if (length == 0)
            yield break;
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var line = new MemoryStream();
        for (var i = 0L; i < length && file.ReadByte() is var next and >= 0; i++)
        {
            if (next != '\n')
            {
                line.WriteByte((byte)next);
                continue;
            }

            yield return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
            line.SetLength(0);
        }
    }
}
