using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace AiFixer.Llm.Providers.Gemini;

/// <summary>Writes what Gemini takes. Schemas go into the fields for real JSON Schema: the older ones know only a part of it.</summary>
internal sealed class GeminiRequest(ProviderOptions options)
{
    public JsonObject Write(WireRequest request)
    {
        var body = new JsonObject
        {
            ["systemInstruction"] = new JsonObject { ["parts"] = new JsonArray(Text(request.System)) },
            ["contents"] = Contents(request),
            ["generationConfig"] = Settings(request),
        };
        if (request.Tools.Count == 0)
            return body;
        body["tools"] = new JsonArray(new JsonObject { ["functionDeclarations"] = new JsonArray([.. request.Tools.Select(Tool)]) });
        body["toolConfig"] = new JsonObject { ["functionCallingConfig"] = new JsonObject { ["mode"] = "AUTO" } };
        return body;
    }

    private JsonObject Settings(WireRequest request)
    {
        var settings = new JsonObject { ["maxOutputTokens"] = options.MaxOutputTokens };
        if (options.Temperature is { } temperature)
            settings["temperature"] = temperature;
        if (request.Tools.Count > 0 || request.Schema is not { } schema || options.Json == JsonMode.None)
            return settings;
        settings["responseMimeType"] = "application/json";
        if (options.Json == JsonMode.Schema)
            settings["responseJsonSchema"] = schema.Node();
        return settings;
    }

    private JsonArray Contents(WireRequest request)
    {
        var contents = new JsonArray();
        foreach (var message in request.Messages)
        {
            var parts = message.Contents.Select(content => Part(content, request)).OfType<JsonNode>().ToArray();
            var role = message.Role == ChatRole.Assistant ? "model" : "user";
            if (parts.Length > 0)
                contents.Add(new JsonObject { ["role"] = role, ["parts"] = new JsonArray(parts) });
        }

        return contents;
    }

    private JsonNode? Part(AIContent content, WireRequest request) => content switch
    {
        { RawRepresentation: WirePart part } when IsOwn(part) => part.Node.DeepClone(),
        TextContent { Text.Length: > 0 } text => Text(text.Text),
        FunctionResultContent result => Result(result, request),
        _ => null,
    };

    /// <summary>
    /// A call has to come back with the signature it was sent with, or the whole conversation is refused. What another provider
    /// called has none: that it was called, and what came of it, is told in words, and not as if the model had said so.
    /// </summary>
    private JsonObject Result(FunctionResultContent result, WireRequest request)
    {
        var said = result.Result?.ToString() ?? "";
        var failed = result.Exception is not null;
        var call = request.CallOf(result.CallId);
        if (call?.RawRepresentation is not WirePart part || !IsOwn(part))
            return Text($"{call?.Name} was called with {(call is null ? "{}" : ToolArguments.Object(call).ToJsonString())} and {(failed ? "failed" : "answered")}:\n{said}");
        var response = new JsonObject { ["name"] = request.ToolOf(result.CallId), ["response"] = new JsonObject { [failed ? "error" : "result"] = said } };
        if (part.Node["functionCall"]?["id"] is { } id)
            response["id"] = id.DeepClone();
        return new() { ["functionResponse"] = response };
    }

    private bool IsOwn(WirePart part) => part.Provider == options.Name;

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static JsonNode? Tool(WireTool tool) =>
        new JsonObject { ["name"] = tool.Name, ["description"] = tool.Description, ["parametersJsonSchema"] = tool.Schema.Node() };
}
