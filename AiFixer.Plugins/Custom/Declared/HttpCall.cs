using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AiFixer.Plugins.Http;

namespace AiFixer.Plugins.Custom.Declared;

/// <summary>A request to a configured service. Arguments are part of its path, query or body, never of where it goes.</summary>
internal sealed class HttpCall(DeclaredHttp http, HttpConnections services) : IDeclaredCall
{
    public IReadOnlyList<string> Missing =>
        services.Names.Contains(http.Service) ? [] : [$"{PluginsOptions.Section}:{nameof(PluginsOptions.Services)}:{http.Service}:Url"];

    public (DeclaredOrder? Order, string? Error) Prepare(JsonElement arguments)
    {
        if (Template.Parse(http.Path.Split('?')[0])!.Names.FirstOrDefault(name => Template.Text(Pointer.Read(arguments, $"/{name}")).Length == 0) is { } empty)
            return (null, $"{empty} is empty, and the path would be another one");
        var path = Template.Parse(http.Path)!.Fill(name => Pointer.Read(arguments, $"/{name}"), Uri.EscapeDataString);
        // Escaping leaves dots as they are, and two of them would lead elsewhere.
        if (path.Split('?')[0].Split('/').Any(segment => segment is "." or ".."))
            return (null, $"the arguments make a path that leads elsewhere: {OutsideText.Line(path, 200)}");
        return (new(http.Service, [http.Method, path], YamlJson.Of(http.Body) is { } body ? Filled(body, arguments)!.ToJsonString() : null), null);
    }

    public async Task<Asked> AskAsync(DeclaredOrder order, CancellationToken cancellationToken)
    {
        var result = await services[http.Service].AskAsync(Question(order), static _ => null, cancellationToken);
        return result.Failed(out var error, out var answer) ? Asked.Failed(error.Message, error.Retryable) : Read(answer);
    }

    public async Task<ExecuteResult> SendAsync(DeclaredOrder order, Func<bool> mayLeave, CancellationToken cancellationToken)
    {
        if (order.Where != http.Service)
            return new(ExecuteOutcome.NotDone, $"the plan is for {OutsideText.Line(order.Where, 100)}, and the plugin calls {http.Service} now");
        var result = await services[http.Service].SendAsync(Question(order), mayLeave, cancellationToken);
        if (!result.Failed(out var error, out var answer))
            return new(ExecuteOutcome.Done, $"it answered {answer.Code}");
        return error switch
        {
            { Failure: HttpFailure.NotTried or HttpFailure.NoAccess } => ExecuteResult.Later(error.Message),
            { Failure: HttpFailure.Refused, Code: >= 400 and < 500 and not 408 } => new(ExecuteOutcome.NotDone, error.Message),
            _ => new(ExecuteOutcome.Unknown, error.Message),
        };
    }

    private static Asked Read(HttpAnswer answer)
    {
        try
        {
            using var document = JsonDocument.Parse(answer.Body.Length == 0 ? "null"u8.ToArray() : answer.Body);
            return new(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return new(JsonSerializer.SerializeToElement(new { text = Encoding.UTF8.GetString(answer.Body) }));
        }
    }

    private static HttpQuestion Question(DeclaredOrder order) =>
        new(order.Words[1], order.Body is { } body ? Encoding.UTF8.GetBytes(body) : null, "application/json") { Method = HttpMethod.Parse(order.Words[0]) };

    private static JsonNode? Filled(JsonNode? node, JsonElement arguments) => node switch
    {
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Filled(pair.Value, arguments)))),
        JsonArray list => new JsonArray([.. list.Select(item => Filled(item, arguments))]),
        JsonValue value when value.TryGetValue(out string? text) && Template.Parse(text) is { } template => Filled(template, arguments),
        _ => node?.DeepClone(),
    };

    private static JsonNode? Filled(Template template, JsonElement arguments) =>
        template.Only is { } name && Pointer.Read(arguments, $"/{name}") is { } whole
            ? JsonNode.Parse(whole.GetRawText())
            : JsonValue.Create(template.Fill(part => Pointer.Read(arguments, $"/{part}"), static text => text));
}
