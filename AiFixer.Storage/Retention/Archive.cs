using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace AiFixer.Storage.Retention;

/// <summary>A file of incidents that is on disk, and what the store remembers of it.</summary>
internal sealed record Archive(string File, string Digest, long Bytes, DateTimeOffset At, IReadOnlyList<string> Ids, long Entries)
{
    public string First => Ids[0];

    public string Last => Ids[^1];

    /// <summary>The ids as they are kept: they begin alike, so little of them remains.</summary>
    public byte[] PackedIds()
    {
        using var packed = new MemoryStream();
        using (var pack = new DeflateStream(packed, CompressionLevel.SmallestSize))
            pack.Write(Encoding.ASCII.GetBytes(string.Join('\n', Ids)));
        return packed.ToArray();
    }

    public static IReadOnlyList<string> UnpackIds(byte[] packed)
    {
        using var unpack = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var text = new StreamReader(unpack, Encoding.ASCII);
        return text.ReadToEnd().Split('\n');
    }

    public static string DigestOf(string path)
    {
        using var file = System.IO.File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
