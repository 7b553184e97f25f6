using System.Text.RegularExpressions;

namespace AiFixer.Plugins;

/// <summary>Names of variables whose values nobody needs to read.</summary>
internal static partial class SecretVariable
{
    public const string Hidden = "(hidden)";

    public static bool IsOne(string name) => Name().IsMatch(name);

    [GeneratedRegex("pass|secret|token|key|credential|dsn|conn|auth|url", RegexOptions.IgnoreCase)]
    private static partial Regex Name();
}
