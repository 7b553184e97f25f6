using System.Text.RegularExpressions;

namespace AiFixer.Plugins.Sentry;

/// <summary>What Sentry's options must fulfil beyond those of every service.</summary>
internal static partial class SentryOptionsRules
{
    public static IEnumerable<string> Problems(string key, IReadOnlyDictionary<string, SentryConnectionOptions> connections) => connections
        .Where(c => !Slug().IsMatch(c.Value.Organization ?? ""))
        .Select(c => $"{key}:{c.Key}:Organization: must be the organization's short name, such as my-company");

    [GeneratedRegex(@"^[a-z0-9][a-z0-9_-]{0,99}\z")]
    private static partial Regex Slug();
}
