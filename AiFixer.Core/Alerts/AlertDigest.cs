using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace AiFixer.Core.Alerts;

/// <summary>Hashes texts so that no two lists of texts read the same: each is preceded by its length.</summary>
internal sealed class AlertDigest : IDisposable
{
    private const int Large = 1 << 16;
    private readonly ArrayBufferWriter<byte> _bytes = new(1024);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public bool IsLarge => _bytes.Capacity > Large;

    public AlertDigest Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.GetSpan(4), length);
        _bytes.Advance(4);
        _bytes.Advance(Encoding.UTF8.GetBytes(text, _bytes.GetSpan(length)));
        return this;
    }

    public AlertDigest Add(DateTimeOffset time)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(8), time.UtcTicks);
        _bytes.Advance(8);
        return this;
    }

    /// <summary>128 bits of SHA-256 as 32 letters; ready for the next list afterwards.</summary>
    public string Take()
    {
        Span<byte> hash = stackalloc byte[32];
        _hash.AppendData(_bytes.WrittenSpan);
        _hash.GetHashAndReset(hash);
        _bytes.ResetWrittenCount();
        return Convert.ToHexStringLower(hash[..16]);
    }

    public void Dispose() => _hash.Dispose();
}
