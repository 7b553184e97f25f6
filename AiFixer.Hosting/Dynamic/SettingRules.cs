using System.Text.RegularExpressions;
using AiFixer.Core.Documents;
using AiFixer.Core.Secrets;
using AiFixer.Core.Settings;

namespace AiFixer.Hosting.Dynamic;

/// <summary>Which settings may be kept. Secrets may not: what is kept here can be read by whoever can read the database.</summary>
public static partial class SettingRules
{
    public const int LongestValue = 2_000;

    /// <returns>What is wrong and where, as the end of a sentence that begins with the field; null when it may be kept.</returns>
    public static (string Field, string Problem)? Problem(string key, string value)
    {
        if (KeyProblem(key) is { } problem)
            return ("key", problem);
        if (value.Length is 0 or > LongestValue)
            return ("value", $"must have 1 to {LongestValue} characters");
        if (value.Any(c => char.IsControl(c) && c is not ('\n' or '\t')))
            return ("value", "must be text without control characters");
        if (SecretNames.IsSecret(key[(key.LastIndexOf('.') + 1)..]))
            return ("key", $"names a secret, and secrets are not kept here; {Instead(key)}");
        if (SecretText.IsIn(value))
            return ("value", $"looks like a secret, and secrets are not kept here; {Instead(key)}");
        return SettingKeys.IsEnabled(key) && value is not ("true" or "false") ? ("value", "must be true or false") : null;
    }

    /// <returns>Null when there can be such a key.</returns>
    public static string? KeyProblem(string key) => key.Length <= DocumentLimits.Name && Key().IsMatch(key)
        ? null
        : $"must be like my_plugin.timeout: lower-case words with dots between them, {DocumentLimits.Name} characters at most";

    private static string Instead(string key) =>
        $"set the environment variable {ConfiguredSettings.VariableOf(key)}, or {ConfiguredSettings.VariableOf(key)}_FILE to the path of a file";

    [GeneratedRegex(@"^[a-z][a-z0-9_]*(\.[a-z0-9_]+)+\z")]
    private static partial Regex Key();
}
