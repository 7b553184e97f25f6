using System.Data.Common;
using AiFixer.Hosting.Configuration;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Hosting.Telemetry;

/// <summary>The secrets in the configuration, those within connection strings and addresses too.</summary>
internal static class ConfiguredSecrets
{
    private static readonly string[] Passwords = ["Password", "Pwd"];

    public static IReadOnlyList<string> Of(IConfiguration configuration) =>
        [.. configuration.AsEnumerable().Where(pair => pair.Value is { Length: > 0 }).SelectMany(pair => Of(pair.Key, pair.Value!))];

    private static IEnumerable<string> Of(string key, string value)
    {
        if (SecretKeys.Include(key))
            yield return value;
        if (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.UserInfo.Split(':', 2) is [_, { Length: > 0 } inAddress])
            yield return Uri.UnescapeDataString(inAddress);
        if (InConnectionString(value) is { Length: > 0 } password)
            yield return password;
    }

    private static string? InConnectionString(string value)
    {
        if (!value.Contains('=', StringComparison.Ordinal))
            return null;
        try
        {
            var parts = new DbConnectionStringBuilder { ConnectionString = value };
            return Passwords.Select(name => parts.TryGetValue(name, out var found) ? found as string : null).FirstOrDefault(found => found is not null);
        }
        catch (ArgumentException)
        {
            // It is no connection string.
            return null;
        }
    }
}
