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
        { RawRepresentation: WirePart part } when part.Provider == options.Name => part.Node.DeepClone(),
        TextContent { Text.Length: > 0 } text => Text(text.Text),
        FunctionCallContent call => new JsonObject
        {
            ["functionCall"] = new JsonObject { ["id"] = call.CallId, ["name"] = call.Name, ["args"] = ToolArguments.Object(call) },
        },
        FunctionResultContent result => new JsonObject
        {
            ["functionResponse"] = new JsonObject
            {
                ["id"] = result.CallId,
                ["name"] = request.ToolOf(result.CallId),
                ["response"] = new JsonObject { [result.Exception is null ? "result" : "error"] = result.Result?.ToString() ?? "" },
            },
        },
        _ => null,
    };

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static JsonNode? Tool(WireTool tool) =>
        new JsonObject { ["name"] = tool.Name, ["description"] = tool.Description, ["parametersJsonSchema"] = tool.Schema.Node() };
}
