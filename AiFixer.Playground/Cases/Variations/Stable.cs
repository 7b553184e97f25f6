using System.Security.Cryptography;
using System.Text;

namespace AiFixer.Playground.Cases.Variations;

/// <summary>What looks like chance and is the same on every machine and in every run.</summary>
internal static class Stable
{
    public static uint Number(string seed) => BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));

    /// <summary>From 0 to 1.</summary>
    public static double Share(string seed) => Number(seed) / (double)uint.MaxValue;

    public static string Hex(string seed, int length)
    {
        var digits = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));
        return length <= digits.Length ? digits[..length] : digits.PadRight(length, '0');
    }
}
