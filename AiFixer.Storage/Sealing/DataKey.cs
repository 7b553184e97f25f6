using System.Security.Cryptography;
using System.Text;

namespace AiFixer.Storage.Sealing;

/// <summary>A key that seals content. It is kept wrapped by a named key, which is not in the store.</summary>
internal sealed class DataKey(string id, byte[] secret)
{
    public const int Bytes = 32;

    public string Id => id;

    public byte[] Secret => secret;

    public static DataKey New() =>
        new(RandomNumberGenerator.GetHexString(2 * SealForm.IdBytes, lowercase: true), RandomNumberGenerator.GetBytes(Bytes));

    /// <param name="place">Where it will be kept: what is sealed for one place cannot be opened in another.</param>
    public byte[] Seal(ReadOnlySpan<byte> content, string place)
    {
        using var cipher = Cipher();
        return SealForm.Seal(id, cipher, content, Encoding.UTF8.GetBytes(place));
    }

    public byte[] Open(ReadOnlySpan<byte> stored, string place)
    {
        using var cipher = Cipher();
        return SealForm.Open(cipher, stored, Encoding.UTF8.GetBytes(place));
    }

    // One of them must not be used by two threads at once.
    private AesGcm Cipher() => new(secret, SealForm.TagBytes);
}
