using System.Security.Cryptography;
using System.Text;
using AiFixer.Core.Incidents;
using AiFixer.Gateway.Options;

namespace AiFixer.Gateway.Security;

/// <summary>Who a key belongs to. Every key is compared, in constant time, whichever fits.</summary>
internal sealed class KeyRing(GatewayOptions options)
{
    public bool IsEmpty => !options.HasKeys;

    public ApiKeyOptions? Find(string key)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        ApiKeyOptions? found = null;
        foreach (var candidate in options.ApiKeys)
            found = CryptographicOperations.FixedTimeEquals(hash, candidate.Hash.Span) ? candidate : found;
        return found;
    }

    /// <summary>The key that a browser signed in with, unless it was taken away or replaced since.</summary>
    public ApiKeyOptions? Find(string name, string stamp) =>
        options.ApiKeys.FirstOrDefault(key => key.Name == name && Stamp(key) == stamp);

    public static string Stamp(ApiKeyOptions key) => Convert.ToHexStringLower(SHA256.HashData(key.Hash.Span)[..16]);

    public static Person Person(ApiKeyOptions key) => new("key:" + key.Name, key.Name, key.Role);
}
