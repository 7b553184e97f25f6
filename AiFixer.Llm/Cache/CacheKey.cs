using System.Security.Cryptography;
using System.Text;

namespace AiFixer.Llm.Cache;

/// <summary>Names what a model was asked: the same question about the same trouble has the same key, whatever the numbers of the moment.</summary>
internal static class CacheKey
{
    /// <param name="parts">What is asked and what it is about. Each counts with its length, so that none runs into the next.</param>
    public static string Of(params IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(StableText.Of(part));
            hash.AppendData(BitConverter.GetBytes(bytes.LongLength));
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
