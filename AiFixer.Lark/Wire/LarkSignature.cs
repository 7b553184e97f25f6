using System.Security.Cryptography;
using System.Text;

namespace AiFixer.Lark.Wire;

/// <summary>
/// The platform's signatures: a hash of the moment, a number used once, a secret and the body as it came. Without a secret
/// anybody can make one, so none is good then.
/// </summary>
internal static class LarkSignature
{
    private const int Digits = 10;

    /// <summary>Events and clicks: SHA-256 with the encrypt key.</summary>
    public static bool IsGood(LarkHeaders headers, string encryptKey, ReadOnlySpan<byte> body) =>
        Matches(headers, encryptKey, body, HashAlgorithmName.SHA256);

    /// <summary>Clicks of old: SHA-1 with the verification token.</summary>
    public static bool IsGoodOfOld(LarkHeaders headers, string verificationToken, ReadOnlySpan<byte> body) =>
        Matches(headers, verificationToken, body, HashAlgorithmName.SHA1);

    private static bool Matches(LarkHeaders headers, string secret, ReadOnlySpan<byte> body, HashAlgorithmName algorithm)
    {
        // What is hashed has no marks between its parts: with another length the moment could borrow digits of the nonce.
        if (secret.Length == 0 || headers.Signature.Length == 0 || headers.Timestamp.Length != Digits || !headers.Timestamp.All(char.IsAsciiDigit))
            return false;
        using var hash = IncrementalHash.CreateHash(algorithm);
        hash.AppendData(Encoding.UTF8.GetBytes(headers.Timestamp + headers.Nonce + secret));
        hash.AppendData(body);
        var expected = Encoding.ASCII.GetBytes(Convert.ToHexStringLower(hash.GetHashAndReset()));
        return CryptographicOperations.FixedTimeEquals(expected, Encoding.UTF8.GetBytes(headers.Signature));
    }
}
