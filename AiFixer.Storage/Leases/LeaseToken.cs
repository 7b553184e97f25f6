using System.Globalization;
using System.Security.Cryptography;

namespace AiFixer.Storage.Leases;

/// <summary>The name of one hold of a lease. It says for how long that is good without renewal, so that others know.</summary>
internal static class LeaseToken
{
    public static string New(TimeSpan lasts) => string.Create(
        CultureInfo.InvariantCulture, $"{RandomNumberGenerator.GetHexString(32, lowercase: true)}-{(long)lasts.TotalMilliseconds}");

    /// <returns>The longest there is when it does not say; tokens of earlier releases do not.</returns>
    public static TimeSpan Lasts(string token)
    {
        var said = token.AsSpan(token.IndexOf('-') + 1);
        return said.Length < token.Length && long.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(Math.Min(milliseconds, (long)StorageOptions.LongestLease.TotalMilliseconds))
            : StorageOptions.LongestLease;
    }
}
