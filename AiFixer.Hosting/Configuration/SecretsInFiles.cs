using Microsoft.Extensions.Configuration;

namespace AiFixer.Hosting.Configuration;

/// <summary>Secrets come from the environment or from files of their own; one in a settings file is a mistake that is said.</summary>
public static class SecretsInFiles
{
    public static void Check(IConfigurationRoot configuration, ConfigurationProblems problems)
    {
        foreach (var provider in configuration.Providers.OfType<FileConfigurationProvider>())
        {
            foreach (var key in Keys(provider, null).Where(key => provider.TryGet(key, out var value) && value is { Length: > 0 } && (SecretKeys.Include(key) || HoldsPassword(key, value))))
                problems.Add(key, $"is a secret and must not be in {provider.Source.Path}; set {Variable(key)} or {Variable(key)}_FILE");
        }
    }

    /// <summary>A DSN is no secret as long as the password stands elsewhere.</summary>
    private static bool HoldsPassword(string key, string value) =>
        key.EndsWith(":Dsn", StringComparison.OrdinalIgnoreCase)
        && (value.Contains("password", StringComparison.OrdinalIgnoreCase)
            || (Uri.TryCreate(value, UriKind.Absolute, out var address) && address.UserInfo.Contains(':', StringComparison.Ordinal)));

    private static string Variable(string key) => key.Replace(":", "__", StringComparison.Ordinal);

    private static IEnumerable<string> Keys(IConfigurationProvider provider, string? parent)
    {
        foreach (var child in provider.GetChildKeys([], parent).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var key = parent is null ? child : $"{parent}:{child}";
            yield return key;
            foreach (var below in Keys(provider, key))
                yield return below;
        }
    }
}
