using AiFixer.Core.Texts;

namespace AiFixer.Gateway.Options;

/// <summary>How the service is reached, by whom, and how much it takes. Section <c>Gateway</c>.</summary>
internal sealed record GatewayOptions
{
    /// <summary>Addresses to listen on. Without keys only loopback is allowed.</summary>
    public IReadOnlyList<string> Urls { get; init; } = ["http://localhost:8080"];

    public IReadOnlyList<ApiKeyOptions> ApiKeys { get; init; } = [];

    /// <summary>What Alertmanager sends as <c>Authorization: Bearer</c>; null when it uses an API key or none.</summary>
    public string? AlertmanagerToken { get; init; }

    /// <summary>Proxies (addresses or networks) whose forwarded headers are believed.</summary>
    public IReadOnlyList<string> Proxies { get; init; } = [];

    /// <summary>Where the keys that sign cookies are kept: the same for all processes behind one address.</summary>
    public string KeyFolder { get; init; } = "data/keys";

    /// <summary>What pages speak to whose browser asks for nothing we speak. Key <c>Language</c>.</summary>
    public Language Language { get; init; }

    public GatewayLimits Limits { get; init; } = new();

    public bool HasKeys => ApiKeys.Count > 0;
}
