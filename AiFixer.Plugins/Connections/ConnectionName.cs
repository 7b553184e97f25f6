using System.Text.RegularExpressions;

namespace AiFixer.Plugins.Connections;

/// <summary>What a configured connection may be called.</summary>
internal static partial class ConnectionName
{
    /// <summary>The name of the only connection that most installations have.</summary>
    public const string Default = "default";

    public static IEnumerable<string> Problems(string key, string name)
    {
        if (!Pattern().IsMatch(name))
            yield return $"{key}: a connection's name is up to 63 letters, digits, - and _";
    }

    /// <summary>What is meant when no connection is named.</summary>
    public static string DefaultOf(IReadOnlyCollection<string> names) => names.Count == 1 ? names.Single() : Default;

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_-]{0,62}\z")]
    private static partial Regex Pattern();
}
