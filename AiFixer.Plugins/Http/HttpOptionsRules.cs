using System.Text.RegularExpressions;
using AiFixer.Plugins.Connections;

namespace AiFixer.Plugins.Http;

/// <summary>What the options of a service that is read over HTTP must fulfil.</summary>
internal static partial class HttpOptionsRules
{
    public static IEnumerable<string> Problems<T>(string key, IReadOnlyDictionary<string, T> connections)
        where T : HttpConnectionOptions =>
        connections.SelectMany(c => Problems($"{key}:{c.Key}", c.Key, c.Value));

    private static IEnumerable<string> Problems(string key, string name, HttpConnectionOptions options) =>
    [
        .. Address(key, name, options),
        .. Secrets(key, options),
        .. Files(key, options),
        .. Headers(key, options),
        .. Limits(key, options),
    ];

    private static IEnumerable<string> Address(string key, string name, HttpConnectionOptions options)
    {
        foreach (var problem in ConnectionName.Problems(key, name))
            yield return problem;
        if (!Uri.TryCreate(options.Url, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") || url.Query.Length + url.Fragment.Length > 0)
            yield return $"{key}:Url: must be an address such as https://service.example:9090, without a query";
        else if (url.UserInfo.Length > 0)
            yield return $"{key}:Url: credentials do not belong in an address; set User and Password";
        else if (options.HasSecret && url.Scheme == "http" && !url.IsLoopback)
            yield return $"{key}:Url: credentials are sent over https only";
    }

    private static IEnumerable<string> Secrets(string key, HttpConnectionOptions options)
    {
        var bearer = !string.IsNullOrEmpty(options.Token) || !string.IsNullOrEmpty(options.TokenFile);
        var basic = !string.IsNullOrEmpty(options.User);
        var password = !string.IsNullOrEmpty(options.Password) || !string.IsNullOrEmpty(options.PasswordFile);
        var ownKey = !string.IsNullOrEmpty(options.ApiKey) || !string.IsNullOrEmpty(options.ApiKeyFile);
        if (bearer && basic)
            yield return $"{key}: set a bearer token or a user with a password, not both";
        if (basic != password)
            yield return $"{key}:User: User and Password (or PasswordFile) go together";
        if (ownKey == string.IsNullOrEmpty(options.KeyHeader))
            yield return $"{key}:KeyHeader: KeyHeader and ApiKey (or ApiKeyFile) go together";
    }

    private static IEnumerable<string> Files(string key, HttpConnectionOptions options) =>
        from file in new[]
        {
            (Setting: nameof(options.TokenFile), Path: options.TokenFile),
            (Setting: nameof(options.PasswordFile), Path: options.PasswordFile),
            (Setting: nameof(options.ApiKeyFile), Path: options.ApiKeyFile),
            (Setting: nameof(options.CertificateAuthority), Path: options.CertificateAuthority),
        }
        where !string.IsNullOrEmpty(file.Path) && !File.Exists(file.Path)
        select $"{key}:{file.Setting}: there is no file '{file.Path}'";

    private static IEnumerable<string> Headers(string key, HttpConnectionOptions options)
    {
        if (options.KeyHeader is { Length: > 0 } header && !HeaderName().IsMatch(header))
            yield return $"{key}:KeyHeader: '{OutsideText.Line(header, 100)}' is no header's name";
        foreach (var (name, value) in options.Headers)
        {
            if (!HeaderName().IsMatch(name) || value is null || value.Any(char.IsControl))
                yield return $"{key}:Headers:{OutsideText.Line(name, 100)}: is no header";
            else if (name.Equals("Authorization", StringComparison.OrdinalIgnoreCase) || name.Equals("Cookie", StringComparison.OrdinalIgnoreCase))
                yield return $"{key}:Headers:{name}: secrets have settings of their own (Token, User, KeyHeader)";
        }
    }

    private static IEnumerable<string> Limits(string key, HttpConnectionOptions options)
    {
        if (options.RequestTimeout <= TimeSpan.Zero || options.RequestTimeout > TimeSpan.FromMinutes(10))
            yield return $"{key}:RequestTimeout: must be more than 0 and at most 10 minutes";
        if (options.MaxConcurrentRequests is < 1 or > 1000)
            yield return $"{key}:MaxConcurrentRequests: must be between 1 and 1000";
        if (options.MaxAnswerBytes is < 4096 or > 256 * 1024 * 1024)
            yield return $"{key}:MaxAnswerBytes: must be between 4096 and 268435456";
    }

    [GeneratedRegex(@"^[A-Za-z0-9!#$%&'*+.^_`|~-]+\z")]
    private static partial Regex HeaderName();
}
