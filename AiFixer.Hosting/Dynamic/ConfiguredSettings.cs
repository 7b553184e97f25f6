using AiFixer.Core.Documents;
using AiFixer.Core.Settings;
using Microsoft.Extensions.Configuration;

namespace AiFixer.Hosting.Dynamic;

/// <summary>
/// What the configuration says of keys that nobody changed at run time: <c>custom.queue.api_key</c> is <c>Settings:custom:queue:api_key</c>,
/// which is <c>Settings__custom__queue__api_key</c> in the environment. This is how a plugin gets a secret.
/// </summary>
internal sealed class ConfiguredSettings(IConfiguration configuration, TimeProvider time)
{
    public const string Section = "Settings";
    private static readonly DocumentAuthor Configuration = new("configuration", "the configuration");
    private readonly DateTimeOffset since = time.GetUtcNow();

    public Setting? Find(string key) =>
        configuration[KeyOf(key)] is { Length: > 0 } value ? new(key, value, DocumentEdit.Absent, Configuration, since, "") : null;

    /// <summary>The environment variable that sets a key.</summary>
    public static string VariableOf(string key) => KeyOf(key).Replace(":", "__", StringComparison.Ordinal);

    private static string KeyOf(string key) => $"{Section}:{key.Replace('.', ':')}";
}
