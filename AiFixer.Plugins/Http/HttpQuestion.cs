using System.Net.Http.Headers;
using System.Text;

namespace AiFixer.Plugins.Http;

/// <summary>A request to a service.</summary>
/// <param name="Path">Path and query below the connection's address.</param>
/// <param name="Body">What is posted; null for GET.</param>
/// <param name="ContentType">What the body is.</param>
internal sealed record HttpQuestion(string Path, byte[]? Body = null, string? ContentType = null)
{
    /// <summary>GET, or POST with a body, unless it is said.</summary>
    public HttpMethod? Method { get; init; }

    public static HttpQuestion Get(string path, params (string Name, string? Value)[] query) =>
        Pairs(query) is { Length: > 0 } text ? new($"{path}?{text}") : new(path);

    /// <summary>For questions that may be too long for an address.</summary>
    public static HttpQuestion Form(string path, params (string Name, string? Value)[] fields) =>
        new(path, Encoding.UTF8.GetBytes(Pairs(fields)), "application/x-www-form-urlencoded");

    public static HttpQuestion Json(string path, byte[] body) => new(path, body, "application/json");

    /// <param name="content">What is sent instead of the body: the body of what changes something.</param>
    public HttpRequestMessage ToMessage(Uri server, TrackedContent? content = null)
    {
        var message = new HttpRequestMessage(Method ?? (Body is null ? HttpMethod.Get : HttpMethod.Post), server.AbsoluteUri.TrimEnd('/') + Path);
        if (content is not null)
            message.Content = content;
        else if (Body is not null)
            message.Content = new ByteArrayContent(Body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(ContentType!) } };
        message.Headers.Accept.Add(new("application/json"));
        message.Headers.UserAgent.Add(UserAgent.Value);
        return message;
    }

    private static string Pairs((string Name, string? Value)[] pairs) => string.Join('&', pairs
        .Where(p => p.Value is not null)
        .Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value!)}"));
}
