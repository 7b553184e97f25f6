using System.Net;
using System.Security.Cryptography;
using System.Text;
using AiFixer.Core.Incidents;
using AiFixer.Core.Texts;
using AiFixer.Hosting.Configuration;

namespace AiFixer.Gateway.Options;

/// <summary>Reads the section <c>Gateway</c> and collects what is wrong with it.</summary>
internal static class GatewayOptionsReader
{
    private const int ShortestKey = 16;

    public static GatewayOptions Read(IConfiguration configuration, ConfigurationProblems problems)
    {
        var settings = new SettingsReader(configuration, problems);
        var gateway = settings.Section("Gateway");
        var options = new GatewayOptions
        {
            Urls = Urls(settings, gateway),
            ApiKeys = [.. gateway.Sections("ApiKeys").Select(item => Key(item.Settings)).OfType<ApiKeyOptions>()],
            AlertmanagerToken = Secret(gateway.Section("Webhooks").Section("Alertmanager"), "Token"),
            Proxies = gateway.List("Proxies"),
            Language = LanguageSetting.Read(settings, "Language", Language.English),
            KeyFolder = Keys(settings.Section("Storage")),
            Limits = Limits(gateway.Section("Limits")),
        };
        Check(options, gateway);
        ListenAddresses.Check(options, settings);
        return options;
    }

    private static IReadOnlyList<string> Urls(SettingsReader settings, SettingsReader gateway)
    {
        var urls = settings.List("urls") is { Count: > 0 } given ? given : gateway.List("Urls");
        return urls.Count > 0 ? urls : new GatewayOptions().Urls;
    }

    private static string Keys(SettingsReader storage) =>
        storage.Text("KeyFolder") ?? Path.Combine(storage.Text("DataFolder", "data"), "keys");

    private static void Check(GatewayOptions options, SettingsReader gateway)
    {
        foreach (var twice in options.ApiKeys.GroupBy(key => key.Name).Where(group => group.Count() > 1))
            gateway.Problems.Add(gateway.Key("ApiKeys"), $"the name \"{twice.Key}\" is used {twice.Count()} times");
        foreach (var proxy in options.Proxies.Where(proxy => !IPNetwork.TryParse(proxy, out _) && !IPAddress.TryParse(proxy, out _)))
            gateway.Problems.Add(gateway.Key("Proxies"), $"\"{proxy}\" is neither an address nor a network such as 10.0.0.0/8");
        if (options.Proxies.Count > 0 && !options.HasKeys)
            gateway.Problems.Add(gateway.Key("Proxies"), $"a proxy opens the service to others, so {gateway.Key("ApiKeys")} must be set too");
    }

    private static ApiKeyOptions? Key(SettingsReader key)
    {
        var name = key.Text("Name");
        var hash = Hash(key);
        var role = key.Choice("Role", PersonRole.Viewer);
        if (name is null)
            key.Problems.Add(key.Key("Name"), "is missing: whose key is it?");
        return name is null || hash is null ? null : new(name, hash, role);
    }

    private static byte[]? Hash(SettingsReader key)
    {
        var plain = Secret(key, "Key");
        var hash = key.Text("Sha256");
        if (plain is not null && hash is null)
            return SHA256.HashData(Encoding.UTF8.GetBytes(plain));
        if (hash is { Length: 64 } && hash.All(char.IsAsciiHexDigit) && plain is null)
            return Convert.FromHexString(hash);
        key.Problems.Add(key.Key("Sha256"), "give either Key or Sha256, the SHA-256 of the key as 64 hexadecimal digits");
        return null;
    }

    private static string? Secret(SettingsReader settings, string name)
    {
        var secret = settings.Text(name);
        if (secret is { Length: < ShortestKey })
            settings.Problems.Add(settings.Key(name), $"must have at least {ShortestKey} characters");
        return secret;
    }

    private static GatewayLimits Limits(SettingsReader limits)
    {
        var normal = new GatewayLimits();
        return new()
        {
            BodyBytes = limits.Number("BodyBytes", normal.BodyBytes, 1_024, 64 * 1024 * 1024),
            Connections = limits.Number("Connections", normal.Connections, 1, 1_000_000),
            HeaderTimeout = limits.Duration("HeaderTimeout", normal.HeaderTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
            BodyBytesPerSecond = limits.Number("BodyBytesPerSecond", normal.BodyBytesPerSecond, 1, 1_000_000),
            BodyGrace = limits.Duration("BodyGrace", normal.BodyGrace, TimeSpan.FromSeconds(1.1), TimeSpan.FromMinutes(5)),
            Streams = limits.Number("Streams", normal.Streams, 1, 100_000),
            Heartbeat = limits.Duration("Heartbeat", normal.Heartbeat, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)),
        };
    }
}
