using System.Text.Json.Nodes;
using AiFixer.Playground.Json;
using AiFixer.Playground.Store;

namespace AiFixer.Playground.Api;

/// <summary>A request, read completely, and what became of it.</summary>
internal sealed class ApiCall(HttpRequest request, byte[] body)
{
    public string Method { get; } = request.Method;

    public string Path { get; } = request.Path.Value ?? "/";

    public string QueryString { get; } = request.QueryString.Value ?? "";

    public string Accept { get; } = request.Headers.Accept.ToString();

    public string ContentType { get; } = request.ContentType ?? "";

    public string UserAgent { get; } = request.Headers.UserAgent.ToString();

    public string? ActionId { get; } = request.Headers["X-AiFixer-Action"].FirstOrDefault();

    /// <summary>The bearer token it brings; null when it brings none.</summary>
    public string? Token { get; } = request.Headers.Authorization.ToString() is var header && header.StartsWith("Bearer ", StringComparison.Ordinal) ? header["Bearer ".Length..] : null;

    /// <summary>Whom it wants to be taken for.</summary>
    public string? Impersonated { get; } = request.Headers["Impersonate-User"].FirstOrDefault();

    public IReadOnlyList<string> ImpersonatedGroups { get; } = [.. request.Headers["Impersonate-Group"].OfType<string>()];

    public byte[] Body { get; } = body;

    public WriteEffect Effect { get; } = new();

    public bool IsWrite => Method is "POST" or "PUT" or "PATCH" or "DELETE";

    public bool IsWatch => Method == "GET" && Flag("watch");

    public bool DryRun => Query("dryRun") == "All";

    public string? Query(string key) => request.Query.TryGetValue(key, out var value) ? value.ToString() : null;

    public bool Flag(string key) => Query(key) is "true" or "1" or "True";

    public string MediaType => ContentType.Split(';')[0].Trim();

    /// <summary>The body as a JSON object of the type the path names.</summary>
    public Result<JsonObject> BodyFor(ResourceType type) => BodyFor(type.Kind, type.ApiVersion);

    public Result<JsonObject> BodyFor(string kind, string apiVersion)
    {
        var known = MediaType == ProtobufBody.MediaType ? ProtobufBody.Parse(Body) : null;
        if (known is null && MediaType is not ("application/json" or "" or "application/yaml"))
            return StatusError.UnsupportedMediaType(MediaType, "application/json");
        if ((known ?? JsonBytes.ParseObject(Body)) is not { } json)
            return StatusError.BadRequest($"{kind} in version \"{apiVersion}\" cannot be handled as a {kind}: the body is not a JSON object");
        if (json.Str("kind") is { } found && found != kind)
            return StatusError.BadRequest($"{found} in version \"{json.Str("apiVersion")}\" cannot be handled as a {kind}: no kind \"{found}\" matches");
        if (json.Str("apiVersion") is { } version && version != apiVersion)
            return StatusError.BadRequest($"the API version in the data ({version}) does not match the expected API version ({apiVersion})");
        return json;
    }
}
