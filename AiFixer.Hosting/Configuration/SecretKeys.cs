using AiFixer.Core.Secrets;

namespace AiFixer.Hosting.Configuration;

/// <summary>Keys of settings whose values are secrets.</summary>
internal static class SecretKeys
{
    public static bool Include(string key)
    {
        var name = key[(key.LastIndexOf(':') + 1)..];
        return SecretNames.IsSecret(name)
            || key.Equals("Telemetry:Headers", StringComparison.OrdinalIgnoreCase)
            || (name.Equals("Key", StringComparison.OrdinalIgnoreCase) && key.Contains("ApiKeys:", StringComparison.OrdinalIgnoreCase));
    }
}
