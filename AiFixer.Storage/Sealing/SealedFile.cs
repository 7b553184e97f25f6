using System.Text;
using System.Text.Json;

namespace AiFixer.Storage.Sealing;

/// <summary>A file whose first line says which key sealed it, in pieces each of which belongs to its place in this file.</summary>
internal static class SealedFile
{
    private const int LongestHead = 4096;

    public static Stream Write(Stream file, WrappedKey wrapped, DataKey key)
    {
        var head = new SealedHead(SealedHead.Known, DataKey.New().Id, wrapped);
        JsonSerializer.Serialize(file, head, SealedHeadJson.Default.SealedHead);
        file.WriteByte((byte)'\n');
        return new SealedWriter(file, key, head.File);
    }

    /// <summary>What is in it, or in a file that never was sealed. Throws <see cref="StorageRefusedException"/> when its key is not in the folder.</summary>
    public static Stream Read(Stream file, string folder)
    {
        var first = file.ReadByte();
        file.Position = 0;
        if (first != '{')
            return file;
        var head = JsonSerializer.Deserialize(Line(file), SealedHeadJson.Default.SealedHead);
        if (head is not { Sealed: SealedHead.Known, Key: not null, File: not null })
            throw new InvalidDataException("Its first line cannot be read, or is of a newer release.");
        var keys = KeyRing.Of([head.Key], folder);
        return keys.Current is { } key ? new SealedReader(file, key, head.File) : throw new StorageRefusedException(keys.Problem!);
    }

    private static string Line(Stream file)
    {
        var line = new List<byte>();
        for (var one = file.ReadByte(); one != '\n'; one = file.ReadByte())
        {
            if (one < 0 || line.Count > LongestHead)
                throw new InvalidDataException("Its first line has no end.");
            line.Add((byte)one);
        }

        return Encoding.UTF8.GetString([.. line]);
    }
}
