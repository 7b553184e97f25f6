using System.Security.Cryptography;

namespace AiFixer.Core.Journal;

/// <summary>Bytes that events refer to by their hash.</summary>
public sealed record Blob(string Hash, string MediaType, ReadOnlyMemory<byte> Bytes)
{
    public static Blob Of(string mediaType, ReadOnlyMemory<byte> bytes) =>
        new(Convert.ToHexStringLower(SHA256.HashData(bytes.Span)), mediaType, bytes);
}
