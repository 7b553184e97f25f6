using System.Data.Common;
using AiFixer.Hosting.Configuration;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Hosting.Telemetry;

/// <summary>The secrets in the configuration, those within connection strings and addresses too.</summary>
internal static class ConfiguredSecrets
{
    private static readonly string[] Passwords = ["Password", "Pwd"];

    /// <summary>Addresses that are known to nobody but who may send there.</summary>
    private static readonly string[] Hooks = ["Notifiers:LarkBot:Url", "Notices:Webhook:Url"];

    public static IReadOnlyList<string> Of(IConfiguration configuration) =>
        [.. configuration.AsEnumerable().Where(pair => pair.Value is { Length: > 0 }).SelectMany(pair => Of(pair.Key, pair.Value!))];

    private static IEnumerable<string> Of(string key, string value)
    {
        if (SecretKeys.Include(key))
            yield return value.Trim();
        if (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.UserInfo.Split(':', 2) is [_, { Length: > 0 } inAddress])
            yield return Uri.UnescapeDataString(inAddress);
        if (Hooks.Contains(key, StringComparer.OrdinalIgnoreCase) && address is { Scheme: "http" or "https" })
        {
            yield return address.PathAndQuery;
            yield return address.Segments[^1].Trim('/');
        }

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
