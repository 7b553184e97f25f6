using System.Security.Cryptography;
using System.Text;

namespace AiFixer.Lark.Wire;

/// <summary>Opens what the platform encrypted: AES-256-CBC, the key from the app's text, the first block as start.</summary>
internal static class LarkCipher
{
    private const int Block = 16;

    /// <returns>Null when it cannot be opened with this key.</returns>
    public static byte[]? Open(string encrypted, string key)
    {
        var raw = new byte[encrypted.Length / 4 * 3 + 3];
        if (!Convert.TryFromBase64String(encrypted, raw, out var length) || length < 2 * Block || length % Block != 0)
            return null;
        using var aes = Aes.Create();
        aes.Key = SHA256.HashData(Encoding.UTF8.GetBytes(key));
        try
        {
            return aes.DecryptCbc(raw.AsSpan(Block, length - Block), raw.AsSpan(0, Block));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
