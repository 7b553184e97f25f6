namespace AiFixer.Plugins.Http;

/// <summary>How to reach a service that is read over HTTP.</summary>
public class HttpConnectionOptions
{
    /// <summary>Its address, such as <c>https://prometheus.example:9090</c>; a path in it is kept.</summary>
    public string? Url { get; set; }

    /// <summary>A bearer token. From the environment or a file, never from a settings file.</summary>
    public string? Token { get; set; }

    /// <summary>A file with a bearer token; read again as it is replaced. Wins over <see cref="Token"/>.</summary>
    public string? TokenFile { get; set; }

    /// <summary>User of basic authentication.</summary>
    public string? User { get; set; }

    /// <summary>Password of basic authentication.</summary>
    public string? Password { get; set; }

    /// <summary>A file with the password; wins over <see cref="Password"/>.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>The header that carries a key, where the service wants one of its own, such as <c>SIGNOZ-API-KEY</c>.</summary>
    public string? KeyHeader { get; set; }

    /// <summary>What <see cref="KeyHeader"/> carries.</summary>
    public string? ApiKey { get; set; }

    /// <summary>A file with what <see cref="KeyHeader"/> carries; wins over <see cref="ApiKey"/>.</summary>
    public string? ApiKeyFile { get; set; }

    /// <summary>Headers that are no secret, such as <c>X-Scope-OrgID</c>.</summary>
    public Dictionary<string, string> Headers { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A PEM file with the authorities that may vouch for the server; the system's when empty.</summary>
    public string? CertificateAuthority { get; set; }

    /// <summary>Do not verify the server's certificate. For practice only.</summary>
    public bool InsecureSkipTlsVerify { get; set; }

    /// <summary>How long one request may take.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Requests to this service at a time.</summary>
    public int MaxConcurrentRequests { get; set; } = 8;

    /// <summary>The longest answer that is read, in bytes.</summary>
    public int MaxAnswerBytes { get; set; } = 16 * 1024 * 1024;

    internal bool HasSecret =>
        new[] { Token, TokenFile, Password, PasswordFile, ApiKey, ApiKeyFile }.Any(secret => !string.IsNullOrEmpty(secret));
}
